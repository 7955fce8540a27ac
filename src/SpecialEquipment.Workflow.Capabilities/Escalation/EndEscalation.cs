using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Escalation;

/// <summary>When the matter is closed otherwise than by removal, its open case on the ladder ends with that reason.</summary>
internal sealed class EndEscalation : IMatterClosing
{
    public async Task EndAsync(Matter matter, string reason, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<EscalationCase>().FirstOrDefaultAsync(e => e.MatterId == matter.Id && e.ClosedAt == null, cancellation) is not { } open)
            return;
        (open.ClosedAt, open.CloseReason) = (act.Now, reason);
        act.Record(new LedgerFact(matter.Id, "close-escalation", $"升级处置在 {open.Level} 级结束：{reason}"));
    }
}
