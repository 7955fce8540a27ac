using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Escalation;

/// <summary>Removal of the hazard closes the case at its level.</summary>
public sealed class CloseEscalation : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.CloseEscalation", 1, "结束升级处置", "特种设备监管", "隐患消除后，升级案在当前级别结束。")
    {
        Ports = [new PortDescriptor("Done", "完成")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        var act = call.Act();
        var open = await act.Db.Set<EscalationCase>().FirstOrDefaultAsync(e => e.MatterId == matter.Id && e.ClosedAt == null, cancellation);
        if (open is null)
            return ActivityOutcome.Done();
        (open.ClosedAt, open.CloseReason) = (call.Now, "隐患已消除");
        act.Record(new LedgerFact(matter.Id, "close-escalation", $"升级处置在 {open.Level} 级结束：隐患已消除") { StateAfter = matter.State.Code() });
        return ActivityOutcome.Done();
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;
}
