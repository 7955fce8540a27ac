using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>ORDERED → PLAN_PENDING, which nobody commands: it follows from the served instruction, in the same commit (DOMAIN §4.3).</summary>
public sealed class OpenPlanStage : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.OpenPlanStage", 1, "进入方案阶段", "特种设备监管", "监察指令书送达后，案件进入待报整改方案。")
    {
        Ports = [new PortDescriptor("Done", "完成")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        if (matter.State != HazardState.Ordered)
            return ActivityOutcome.Done();

        // No command of anybody: the version people saw in this commit stays the version they may act on.
        matter.State = HazardState.PlanPending;
        call.Act().Record(new LedgerFact(matter.Id, "open-plan-stage", "进入整改方案阶段，待使用单位报送五落实整改方案") { StateAfter = matter.State.Code() });
        return ActivityOutcome.Done();
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;
}
