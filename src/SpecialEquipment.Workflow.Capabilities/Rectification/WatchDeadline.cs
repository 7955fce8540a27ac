using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>
/// Waits beside the work for the named date. Leaves by <c>Overdue</c> at 00:00 of the day after it (E1), or of the first working day on
/// which it is overdue; by <c>Removed</c> when the hazard is closed. A granted extension and a new instruction date set it anew; while a
/// report is in, the unit's time does not run.
/// </summary>
public sealed class WatchDeadline(DeadlineRules rules) : IHostActivity
{
    private static readonly string[] Moving =
    [
        RectificationSignals.ExtensionGranted, RectificationSignals.ReportSubmitted, RectificationSignals.ReinspectionFailed, RectificationSignals.PlanApproved,
        RectificationSignals.PlanReturned, "HazardFixedOnTheSpot", "InstructionIssued", "InstructionReissued", "InstructionServed",
        RectificationSignals.SignedOff,
    ];

    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.WatchDeadline", 1, "守候整改期限", "特种设备监管",
        "与办理并行，守候指定的整改期限：逾期从“逾期”出口离开，案件关闭从“已消除”出口离开；准予延期或重新指定期限后按新日期守候。")
    {
        Inputs =
        [
            new InputDescriptor("At", "String", "何时算逾期", "期限次日零时，或逾期后的第一个工作日零时；只等消除时不计时")
            {
                UiHint = "dropdown", DefaultValue = "DAY_AFTER",
                Options = [("期限次日零时", "DAY_AFTER"), ("逾期后首个工作日零时", "FIRST_WORKING_DAY"), ("只等隐患消除", "REMOVAL")],
            },
        ],
        Ports = [new PortDescriptor("Overdue", "逾期"), new PortDescriptor("Removed", "已消除")],
    };

    public ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation) => LookAsync(call, cancellation);

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => LookAsync(call, cancellation);

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;

    private async ValueTask<ActivityOutcome> LookAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        if (matter.State.IsClosed())
            return ActivityOutcome.Through("Removed");

        List<BookmarkRequest> wait = [.. Moving.Select(name => BookmarkRequest.OnSignal(name))];
        var mode = call.Text("At") ?? "DAY_AFTER";
        // In the first mode the flag says that this date has been answered for already.
        var answered = mode == "REMOVAL" || (mode == "DAY_AFTER" && matter.IsOverdue);
        if (!answered && matter.RectifyBy is { } named && UnitsTime.Runs(matter.State)
            && !await UnitsTime.IsTakenByReviewerAsync(matter.Id, call.Act().Db, call.Now, cancellation))
        {
            var overdueAt = ShanghaiTime.StartOf(named.AddDays(1));
            var at = mode == "FIRST_WORKING_DAY" ? Overdue.FirstWorkingDay(overdueAt, rules.Now.Calendar) : overdueAt;
            if (call.Now >= at)
                return ActivityOutcome.Through("Overdue");
            wait.Add(BookmarkRequest.At(at, "named-date"));
        }
        return new ActivityOutcome.Waiting(wait);
    }
}
