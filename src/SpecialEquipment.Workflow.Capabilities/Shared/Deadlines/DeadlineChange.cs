namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

public enum DeadlineChangeKind
{
    Extension,

    /// <summary>An imported calendar put the date into the past; it became the next working day (E15).</summary>
    CalendarImport,

    /// <summary>Days that somebody else's delay took are given back (E2).</summary>
    DaysGivenBack,
}

/// <summary>One entry of a deadline's history: either a new date or a further limit from the then due day.</summary>
public sealed record DeadlineChange(
    DeadlineChangeKind Kind, DateTimeOffset At, DateOnly? NewDate, int? FurtherAmount, LimitUnit? FurtherUnit, bool FurtherRolls, string Decision, DateTimeOffset OldDueAt)
{
    internal TimeLimit? Further => FurtherAmount is { } amount ? new TimeLimit(amount, FurtherUnit!.Value, FurtherRolls) : null;

    internal string KindText => Kind switch
    {
        DeadlineChangeKind.Extension => "延期",
        DeadlineChangeKind.CalendarImport => "日历更新",
        _ => "补回日数",
    };
}

/// <summary>An extension as it was decided.</summary>
/// <param name="RequestedAt">When it was asked for; must lie before the deadline lapsed.</param>
/// <param name="GrantedAt">When it was decided; nothing takes effect before.</param>
/// <param name="NewDate">The date named in the decision, or null.</param>
/// <param name="Further">A further limit that runs from the present due day, or null; exactly one of the two is given.</param>
/// <param name="Decision">Number or ground of the decision, in Chinese.</param>
public sealed record Extension(DateTimeOffset RequestedAt, DateTimeOffset GrantedAt, DateOnly? NewDate, TimeLimit? Further, string Decision)
{
    public static Extension To(DateOnly newDate, DateTimeOffset requestedAt, DateTimeOffset grantedAt, string decision) =>
        new(requestedAt, grantedAt, newDate, null, decision);

    public static Extension By(TimeLimit further, DateTimeOffset requestedAt, DateTimeOffset grantedAt, string decision) =>
        new(requestedAt, grantedAt, null, further, decision);
}

/// <summary>What an imported calendar did to one deadline.</summary>
public sealed record DeadlineMove(DateTimeOffset OldDueAt, DateTimeOffset NewDueAt, bool SetToNextWorkingDay);
