using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>An extension that nobody has decided yet lapses when the matter is closed.</summary>
internal sealed class LapseExtension : IMatterClosing
{
    public async Task EndAsync(Matter matter, string reason, ActContext act, CancellationToken cancellation)
    {
        foreach (var request in await act.Db.Set<ExtensionRequest>().Where(e => e.MatterId == matter.Id && e.State == ExtensionState.Pending).ToListAsync(cancellation))
        {
            request.State = ExtensionState.Lapsed;
            act.Record(new LedgerFact(matter.Id, "lapse-extension", $"延期申请失效：{reason}"));
        }
    }
}
