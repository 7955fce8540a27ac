namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>One line of "why this day": the day, whether it counts, its running number and the reason in words.</summary>
public sealed record DayExplanation(DateOnly Date, string Weekday, bool Counted, int? Number, string Reason, bool Provisional)
{
    internal static DayExplanation Of(DateOnly day, bool counted, int? number, string reason, bool provisional = false) =>
        new(day, ShanghaiTime.Weekday(day), counted, number, provisional ? reason + "（暂定）" : reason, provisional);
}

/// <summary>When something is due, and why on that day.</summary>
/// <remarks>An act is in time when it happens before <see cref="OverdueAt"/>.</remarks>
public sealed class DueDate
{
    private readonly Lazy<IReadOnlyList<DayExplanation>> explanation;

    internal DueDate(DateOnly? day, DateTimeOffset instant, DateTimeOffset overdueAt, bool provisional, bool onWorkingDay,
        Func<IReadOnlyList<DayExplanation>> explain)
    {
        (Day, DueInstant, OverdueAt, Provisional, OnWorkingDay) = (day, instant, overdueAt, provisional, onWorkingDay);
        explanation = new(explain);
    }

    /// <summary>The due day; null for a limit in hours, which is due at an instant.</summary>
    public DateOnly? Day { get; }

    /// <summary>23:59:59 Asia/Shanghai of the due day, or the exact instant of a limit in hours; in UTC.</summary>
    public DateTimeOffset DueInstant { get; }

    /// <summary>From here on it is overdue: 00:00 of the day after, or the due instant of a limit in hours; in UTC.</summary>
    public DateTimeOffset OverdueAt { get; }

    /// <summary>Rests on a day for which no notice is loaded, so a later notice may move it.</summary>
    public bool Provisional { get; }

    /// <summary>False calls for a warning where a person names the date (it does not roll).</summary>
    public bool OnWorkingDay { get; }

    /// <summary>Day by day; worked out when first read, so that computing a due date stays cheap.</summary>
    public IReadOnlyList<DayExplanation> Explanation => explanation.Value;

    public bool IsMetBy(DateTimeOffset instant) => instant < OverdueAt;
}
