namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>Deadline arithmetic: pure, and the only place where a due date comes about.</summary>
/// <remarks>
/// The day of the triggering event is not counted; a day deadline is met up to 23:59:59 of the due day and overdue from
/// 00:00 of the next; hours run exactly, through nights and holidays. Counting back from an expiry leaves the expiry day
/// out. Stops are excluded as <see cref="ClockStop"/> says. Only days that were looked up in the calendar can make a
/// result provisional: working days, and the days across which a due day rolls.
/// </remarks>
public static class DeadlineCalculator
{
    /// <param name="start">The triggering event (or the expiry, for a negative amount).</param>
    /// <param name="limit">How long.</param>
    /// <param name="calendar">Which days are working days.</param>
    /// <param name="stops">Paused time; may be unordered and may overlap.</param>
    /// <param name="asOf">Needed while a stop is open: it is reckoned as ending then.</param>
    public static DueDate Compute(
        DateTimeOffset start, TimeLimit limit, WorkCalendar calendar,
        IReadOnlyList<ClockStop>? stops = null, DateTimeOffset? asOf = null)
    {
        if (limit.NamedDate < ShanghaiTime.DateOf(start))
        {
            throw new ArgumentException($"指定日期 {ShanghaiTime.Text(limit.NamedDate.Value)} 早于起算日 {ShanghaiTime.Text(ShanghaiTime.DateOf(start))}", nameof(limit));
        }

        var stopped = new StoppedTime(stops, asOf);
        return limit.Unit == LimitUnit.Hour
            ? Hours(start, limit, calendar, stopped)
            : Days(ShanghaiTime.DateOf(start), limit, calendar, stopped);
    }

    /// <summary>The same from a date; hours then run from 00:00 of it.</summary>
    public static DueDate Compute(
        DateOnly start, TimeLimit limit, WorkCalendar calendar,
        IReadOnlyList<ClockStop>? stops = null, DateTimeOffset? asOf = null) =>
        Compute(ShanghaiTime.StartOf(start), limit, calendar, stops, asOf);

    private static DueDate Hours(DateTimeOffset start, TimeLimit limit, WorkCalendar calendar, StoppedTime stopped)
    {
        var due = limit.Amount < 0
            ? RunBack(start, TimeSpan.FromHours(-(double)limit.Amount), stopped.Instants)
            : RunOn(start, TimeSpan.FromHours(limit.Amount), stopped.Instants);
        due = due.ToUniversalTime();
        return new DueDate(null, due, due, provisional: false, calendar.IsWorkingDay(ShanghaiTime.DateOf(due)),
            () => Explanations.OfHours(start, limit, due, stopped));
    }

    private static DueDate Days(DateOnly start, TimeLimit limit, WorkCalendar calendar, StoppedTime stopped)
    {
        var counted = Counted(start, limit, calendar, stopped);
        var due = limit.RollForward ? calendar.FirstWorkingDayOnOrAfter(counted) : counted;
        var provisional =
            (limit.Unit == LimitUnit.WorkingDay && limit.Amount != 0 && calendar.NeedsFallback(Earlier(start, due.AddDays(-1)), Later(start.AddDays(-1), due)))
            || (limit.RollForward && calendar.NeedsFallback(counted.AddDays(-1), due));
        return new DueDate(due, ShanghaiTime.EndOf(due), ShanghaiTime.StartOf(due.AddDays(1)), provisional, calendar.IsWorkingDay(due),
            () => Explanations.OfDays(start, limit, counted, due, calendar, stopped));
    }

    private static DateOnly Counted(DateOnly start, TimeLimit limit, WorkCalendar calendar, StoppedTime stopped)
    {
        if (limit.Unit == LimitUnit.WorkingDay)
        {
            return Count(start, limit.Amount, stopped.Days, calendar.WorkingDaysBetween, calendar.AddWorkingDays);
        }

        // A month or a named date is as many days as lie between; a stop then adds what it took away.
        var days = limit.Unit switch
        {
            LimitUnit.CalendarDay => limit.Amount,
            LimitUnit.Month => start.AddMonths(limit.Amount).DayNumber - start.DayNumber,
            _ => limit.NamedDate!.Value.DayNumber - start.DayNumber,
        };
        return Count(start, days, stopped.Days, (from, to) => Math.Max(0, to.DayNumber - from.DayNumber), (day, n) => day.AddDays(n));
    }

    /// <summary>Counts days that count and are not excluded, stop by stop rather than day by day.</summary>
    /// <param name="start">Never counted itself.</param>
    /// <param name="amount">How many to count; negative counts back.</param>
    /// <param name="excluded">Ascending, disjoint, first and last day included.</param>
    /// <param name="between">How many days count after the first day up to and including the second.</param>
    /// <param name="add">The n-th day that counts after (before, if negative) a day.</param>
    private static DateOnly Count(
        DateOnly start, int amount, IReadOnlyList<(DateOnly From, DateOnly To)> excluded,
        Func<DateOnly, DateOnly, int> between, Func<DateOnly, int, DateOnly> add)
    {
        var (at, left) = (start, amount);
        if (amount > 0)
        {
            foreach (var (from, to) in excluded)
            {
                if (to <= at)
                {
                    continue;
                }

                var before = between(at, from.AddDays(-1));
                if (left <= before)
                {
                    break;
                }

                left -= before;
                at = to;
            }
        }
        else if (amount < 0)
        {
            foreach (var (from, to) in excluded.Reverse())
            {
                if (from >= at)
                {
                    continue;
                }

                var after = between(to, at.AddDays(-1));
                if (-left <= after)
                {
                    break;
                }

                left += after;
                at = from;
            }
        }

        return add(at, left);
    }

    private static DateTimeOffset RunOn(DateTimeOffset at, TimeSpan left, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> stops)
    {
        foreach (var (from, to) in stops)
        {
            var before = from > at ? from - at : TimeSpan.Zero;
            if (left <= before)
            {
                break;
            }

            left -= before;
            at = to > at ? to : at;
        }

        return at + left;
    }

    private static DateTimeOffset RunBack(DateTimeOffset at, TimeSpan left, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> stops)
    {
        foreach (var (from, to) in stops.Reverse())
        {
            var after = to < at ? at - to : TimeSpan.Zero;
            if (left <= after)
            {
                break;
            }

            left -= after;
            at = from < at ? from : at;
        }

        return at - left;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
