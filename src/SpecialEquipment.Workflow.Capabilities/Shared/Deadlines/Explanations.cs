namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>Tells how a due date came about, day by day. Says what the calculator decided; decides nothing.</summary>
internal static class Explanations
{
    private const string NotCounted = "事件当日不计";
    private const string ExpiryNotCounted = "届满日不计，向前倒推";

    public static IReadOnlyList<DayExplanation> OfDays(
        DateOnly start, TimeLimit limit, DateOnly counted, DateOnly due, WorkCalendar calendar, StoppedTime stopped)
    {
        var back = counted < start;
        var lines = new List<DayExplanation>
        {
            DayExplanation.Of(start, false, null, back ? ExpiryNotCounted : NotCounted),
        };
        if (limit.Unit is LimitUnit.Month or LimitUnit.Date)
        {
            Whole(lines, start, limit, counted, calendar, stopped);
        }
        else
        {
            OneByOne(lines, start, limit, counted, calendar, stopped);
        }

        if (limit.RollForward)
        {
            Roll(lines, counted, due, calendar);
        }

        Finish(lines, counted == due ? "届满" : "顺延后届满");
        return lines;
    }

    public static IReadOnlyList<DayExplanation> OfHours(DateTimeOffset start, TimeLimit limit, DateTimeOffset due, StoppedTime stopped)
    {
        var (from, to) = due < start ? (due, start) : (start, due);
        var (first, last) = (ShanghaiTime.DateOf(from), ShanghaiTime.DateOf(to));
        var lines = new List<DayExplanation>();
        var run = TimeSpan.Zero;
        foreach (var day in Walk(ShanghaiTime.DateOf(start), due < start ? first : last))
        {
            var opens = Max(from, ShanghaiTime.StartOf(day));
            var closes = Min(to, ShanghaiTime.StartOf(day.AddDays(1)));
            var paused = Overlap(stopped, opens, closes);
            var today = closes - opens - paused;
            run += today;
            var reason = $"计 {Clock(today)}，累计 {Clock(run)}" + (paused > TimeSpan.Zero ? $"；{PauseText(stopped, opens, closes)} {Clock(paused)}不计" : "");
            lines.Add(DayExplanation.Of(day, today > TimeSpan.Zero, (int)run.TotalHours, reason));
        }

        lines[0] = lines[0] with { Reason = $"{ShanghaiTime.Text(start)} 起算；" + lines[0].Reason };
        Finish(lines, (limit.Amount < 0 ? "倒推至 " : "届满于 ") + ShanghaiTime.Text(due));
        return lines;
    }

    private static void OneByOne(
        List<DayExplanation> lines, DateOnly start, TimeLimit limit, DateOnly counted, WorkCalendar calendar, StoppedTime stopped)
    {
        var number = 0;
        foreach (var day in Walk(start, counted).Skip(1))
        {
            var seen = calendar.Day(day);
            if (stopped.Excludes(day))
            {
                lines.Add(DayExplanation.Of(day, false, null, stopped.ReasonOn(day)));
            }
            else if (limit.Unit == LimitUnit.CalendarDay)
            {
                lines.Add(DayExplanation.Of(day, true, ++number, seen.IsWorkingDay ? "自然日" : $"自然日（{Plain(seen)}照计）"));
            }
            else
            {
                lines.Add(DayExplanation.Of(day, seen.IsWorkingDay, seen.IsWorkingDay ? ++number : null, seen.Reason, !seen.Covered));
            }
        }
    }

    /// <summary>Months and named dates are not counted day by day: what is shown is where they end and what a stop adds.</summary>
    private static void Whole(
        List<DayExplanation> lines, DateOnly start, TimeLimit limit, DateOnly counted, WorkCalendar calendar, StoppedTime stopped)
    {
        var end = limit.NamedDate ?? start.AddMonths(limit.Amount);
        var marks = new SortedDictionary<DateOnly, DayExplanation>();
        for (var i = 1; i <= Math.Abs(limit.Amount); i++)
        {
            var day = start.AddMonths(limit.Amount < 0 ? -i : i);
            var clamped = day.Day < start.Day ? "（该月无对应日，取月末）" : "";
            marks[day] = DayExplanation.Of(day, true, i, (limit.Amount < 0 ? $"倒推 {i} 个月" : $"满 {i} 个月") + clamped);
        }

        if (limit.NamedDate is { } named && named != start)
        {
            var seen = calendar.Day(named);
            marks[named] = DayExplanation.Of(named, true, null, seen.IsWorkingDay ? "指定日期" : $"指定日期（{Plain(seen)}，不顺延）");
        }

        if (counted != end)
        {
            foreach (var day in Walk(start, counted).Where(stopped.Excludes))
            {
                marks[day] = DayExplanation.Of(day, false, null,
                    stopped.ReasonOn(day) + (marks.TryGetValue(day, out var mark) ? "；" + mark.Reason : ""));
            }

            var added = Math.Abs(counted.DayNumber - end.DayNumber);
            marks[counted] = DayExplanation.Of(counted, true, null, $"补足暂停的 {added} 日");
        }

        lines.AddRange(counted < start ? marks.Values.Reverse() : marks.Values);
    }

    private static void Roll(List<DayExplanation> lines, DateOnly counted, DateOnly due, WorkCalendar calendar)
    {
        var last = calendar.Day(counted);
        lines[^1] = lines[^1] with
        {
            Reason = lines[^1].Reason + (due == counted ? "" : $"；末日为{Plain(last)}，顺延"),
            Provisional = !last.Covered,
        };
        foreach (var day in Walk(counted, due).Skip(1))
        {
            var seen = calendar.Day(day);
            lines.Add(DayExplanation.Of(day, false, null, day == due ? $"首个工作日（{seen.Reason}）" : $"{seen.Reason}，继续顺延", !seen.Covered));
        }
    }

    private static void Finish(List<DayExplanation> lines, string how) => lines[^1] = lines[^1] with { Reason = $"{lines[^1].Reason}，{how}" };

    private static string Plain(CalendarDay day) => day.Kind == DayKind.Weekend ? day.Date.DayOfWeek == DayOfWeek.Saturday ? "周六" : "周日" : day.Reason;

    private static IEnumerable<DateOnly> Walk(DateOnly from, DateOnly to)
    {
        var step = to < from ? -1 : 1;
        for (var day = from; ; day = day.AddDays(step))
        {
            yield return day;
            if (day == to)
            {
                yield break;
            }
        }
    }

    private static TimeSpan Overlap(StoppedTime stopped, DateTimeOffset from, DateTimeOffset to) =>
        stopped.Instants.Aggregate(TimeSpan.Zero, (sum, s) =>
        {
            var (opens, closes) = (Max(s.From, from), Min(s.To, to));
            return closes > opens ? sum + (closes - opens) : sum;
        });

    private static string PauseText(StoppedTime stopped, DateTimeOffset from, DateTimeOffset to) =>
        stopped.ReasonAt(Max(from, stopped.Instants.First(s => s.To > from && s.From < to).From));

    private static string Clock(TimeSpan span) =>
        span.Seconds == 0 && span.Minutes == 0 ? $"{(int)span.TotalHours} 小时" : $"{(int)span.TotalHours} 小时 {span.Minutes} 分";

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
