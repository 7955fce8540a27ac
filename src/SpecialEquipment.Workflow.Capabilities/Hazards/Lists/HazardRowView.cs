using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>One row of the hazard ledger as the console and other systems read it.</summary>
public sealed record HazardRowView
{
    public required Guid Id { get; init; }
    public required string? Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string State { get; init; }
    public required string StateName { get; init; }
    public required string? Grade { get; init; }
    public required string? GradeName { get; init; }
    public required bool IsOverdue { get; init; }
    public required int OverdueWorkingDays { get; init; }
    public required string Source { get; init; }
    public required string SourceName { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
    public required Guid? EnterpriseId { get; init; }
    public required string? EnterpriseName { get; init; }
    public required string? EquipmentCode { get; init; }
    public required string? EquipmentKindName { get; init; }
    public required string Place { get; init; }
    public required string RegionCode { get; init; }
    public required string? RegionName { get; init; }
    public required DeadlineView? Deadline { get; init; }
    public required string? CurrentHolder { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required long Version { get; init; }

    public sealed record DeadlineView(DateOnly Date, string Status);

    public static HazardRowView Of(Matter m, Hazard h, WorkCalendar calendar, DateTimeOffset now) => new()
    {
        Id = m.Id, Number = m.Number, Title = m.Title, Text = h.Text, State = m.State.Code(), StateName = m.State.Name(), Grade = m.Grade?.Code(), GradeName = m.Grade?.Name(),
        IsOverdue = m.IsOverdue, OverdueWorkingDays = OverdueDays(m, calendar, now), Source = h.Source.Code(), SourceName = h.Source.Name(), FoundAt = h.FoundAt,
        EnterpriseId = m.EnterpriseId, EnterpriseName = h.EnterpriseName, EquipmentCode = h.EquipmentCode, EquipmentKindName = h.EquipmentKindName ?? h.EquipmentText,
        Place = h.Place, RegionCode = m.RegionCode, RegionName = h.RegionName, Deadline = DeadlineOf(m, calendar, now), CurrentHolder = Holder(m, h),
        UpdatedAt = m.UpdatedAt, Version = m.Version,
    };

    private static int OverdueDays(Matter m, WorkCalendar calendar, DateTimeOffset now) =>
        m is { IsOverdue: true, RectifyBy: { } date } ? Overdue.WorkingDays(ShanghaiTime.StartOf(date.AddDays(1)), now, calendar) : 0;

    private static DeadlineView? DeadlineOf(Matter m, WorkCalendar calendar, DateTimeOffset now)
    {
        if (m.RectifyBy is not { } date)
            return null;
        var today = ShanghaiTime.DateOf(now);
        var status = !UnitMustAct(m.State) ? "NONE"
            : m.IsOverdue ? "OVERDUE"
            : date < today ? m.State == HazardState.PlanInReview ? "PAUSED" : "OVERDUE" // only a review that is itself late stops the unit's time (E2)
            : date == today ? "TODAY"
            : Overdue.WorkingDaysLeft(date, now, calendar) <= 3 ? "WITHIN_3" : "NORMAL";
        return new DeadlineView(date, status);
    }

    /// <summary>The named date is running: no report is in yet.</summary>
    public static bool UnitMustAct(HazardState state) => state is HazardState.Ordered or HazardState.PlanPending or HazardState.PlanInReview
        or HazardState.PlanReturned or HazardState.Rectifying or HazardState.SelfRectifying;

    /// <summary>With whom it lies now; follows from the state.</summary>
    private static string? Holder(Matter m, Hazard h) => m.State switch
    {
        HazardState.Reported or HazardState.Registered => "承办人",
        HazardState.Graded => "监察人员",
        HazardState.Ordered or HazardState.ReinspectionFailed => "监察人员", // the instruction has still to be served
        HazardState.PlanPending or HazardState.PlanReturned or HazardState.Rectifying or HazardState.SelfRectifying =>
            $"{h.EnterpriseName ?? "使用单位"} 安全总监",
        HazardState.PlanInReview => m.Grade == HazardGrade.Major ? "审批人" : "承办人",
        HazardState.ReportSubmitted or HazardState.Reinspecting => "监察人员",
        HazardState.Passed or HazardState.FixedOnTheSpot => "审批人",
        _ => null,
    };
}
