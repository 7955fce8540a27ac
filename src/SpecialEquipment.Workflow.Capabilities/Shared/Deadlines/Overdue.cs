namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>How long something is overdue, and when the ladder may climb because of it.</summary>
public static class Overdue
{
    private const int SoonDays = 3;

    /// <summary>
    /// 00:00 of the first working day on which it is overdue: the instant at which the first level of the ladder opens.
    /// Due Thursday → Friday 00:00; due Friday → Monday 00:00.
    /// </summary>
    public static DateTimeOffset FirstWorkingDay(DateTimeOffset overdueAt, WorkCalendar calendar)
    {
        var day = ShanghaiTime.DateOf(overdueAt);
        if (ShanghaiTime.StartOf(day) < overdueAt)
        {
            day = day.AddDays(1); // a limit in hours that lapses during a day: that day's 00:00 lies before it
        }

        return ShanghaiTime.StartOf(calendar.FirstWorkingDayOnOrAfter(day));
    }

    /// <summary>"逾期 n 个工作日" as of an instant: working days from the first overdue day to today, today included; 0 when in time.</summary>
    public static int WorkingDays(DateTimeOffset overdueAt, DateTimeOffset now, WorkCalendar calendar) =>
        now < overdueAt ? 0 : calendar.WorkingDaysBetween(ShanghaiTime.DateOf(overdueAt).AddDays(-1), ShanghaiTime.DateOf(now));

    /// <summary>Last day of what screens call 三日内 (WITHIN_3): a grouping by urgency, no limit of the law.</summary>
    public static DateOnly SoonUntil(DateOnly today, WorkCalendar calendar) => calendar.AddWorkingDays(today, SoonDays);

    /// <summary>Working days left, the due day included, today not; 0 on the due day and after.</summary>
    public static int WorkingDaysLeft(DateOnly due, DateTimeOffset now, WorkCalendar calendar) =>
        calendar.WorkingDaysBetween(ShanghaiTime.DateOf(now), due);
}
