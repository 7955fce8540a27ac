using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>The named date has passed without a report: the flag is set, the state stays (DOMAIN §4.3, E1).</summary>
public sealed class MarkOverdue : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.MarkOverdue", 1, "标记整改逾期", "特种设备监管", "整改期限已过而未报整改报告：标记逾期、记入台账并发出信号。")
    {
        Ports = [new PortDescriptor("Done", "完成")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        var act = call.Act();
        if (matter.IsOverdue || matter.RectifyBy is not { } named || !UnitsTime.Runs(matter.State))
            return ActivityOutcome.Done();

        matter.IsOverdue = true;
        matter.UpdatedAt = call.Now;
        foreach (var deadline in await act.OpenDeadlinesAsync(matter.Id, MatterDeadlines.NamedDate, cancellation))
            deadline.MarkOverdue(call.Now);
        act.Record(new LedgerFact(matter.Id, "mark-overdue", $"整改期限 {ShanghaiTime.Text(named)} 已过，未提交整改报告") { Kind = "clock", StateAfter = matter.State.Code() });
        act.Raise(RectificationSignals.Overdue, matter.Id, new Dictionary<string, object?> { ["deadline"] = ShanghaiTime.Text(named) });
        return ActivityOutcome.Done();
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;
}
