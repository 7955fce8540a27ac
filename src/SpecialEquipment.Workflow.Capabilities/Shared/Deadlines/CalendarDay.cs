namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

public enum DayKind
{
    Workday,
    Weekend,
    Holiday,
    MakeUpWorkday,
}

/// <summary>One day as the calendar sees it; <see cref="Covered"/> is false where no published notice was loaded.</summary>
public readonly record struct CalendarDay(DateOnly Date, DayKind Kind, string? Holiday, bool Covered)
{
    public bool IsWorkingDay => Kind is DayKind.Workday or DayKind.MakeUpWorkday;

    /// <summary>Why the day counts as it does: "工作日", "周末", "法定节假日（春节）", "调休上班".</summary>
    public string Reason => Kind switch
    {
        DayKind.Workday => "工作日",
        DayKind.Weekend => "周末",
        DayKind.MakeUpWorkday => "调休上班",
        _ => Holiday is null ? "法定节假日" : $"法定节假日（{Holiday}）",
    };
}

/// <summary>A named run of days off, first and last day included.</summary>
public sealed record HolidaySpan(string Name, DateOnly From, DateOnly To);

/// <summary>One year of the State Council's notice: the days off (weekends inside included) and the make-up workdays.</summary>
public sealed record CalendarYear(
    int Year,
    string? Notice,
    IReadOnlyList<HolidaySpan> Holidays,
    IReadOnlyList<DateOnly> Off,
    IReadOnlyList<DateOnly> MakeUpWork)
{
    /// <summary>Everything that is wrong with the year, in words for the person who loads it; empty when sound.</summary>
    public IReadOnlyList<string> Objections()
    {
        var found = new List<string>();
        foreach (var day in Off.Concat(MakeUpWork).Where(d => d.Year != Year).Distinct())
        {
            found.Add($"{ShanghaiTime.Text(day)} 不属于 {Year} 年");
        }

        foreach (var day in Off.Intersect(MakeUpWork))
        {
            found.Add($"{ShanghaiTime.Text(day)} 既列为放假又列为调休上班");
        }

        foreach (var day in Off.GroupBy(d => d).Concat(MakeUpWork.GroupBy(d => d)).Where(g => g.Count() > 1))
        {
            found.Add($"{ShanghaiTime.Text(day.Key)} 重复列出");
        }

        foreach (var day in MakeUpWork.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
        {
            found.Add($"调休上班日应为周六或周日，{ShanghaiTime.Text(day)} 为{ShanghaiTime.Weekday(day)}");
        }

        if (Off.Count == 0)
        {
            found.Add($"{Year} 年没有任何放假日");
        }

        var off = Off.ToHashSet();
        foreach (var span in Holidays)
        {
            if (span.To < span.From)
            {
                found.Add($"{span.Name}的起止日期颠倒");
                continue;
            }

            for (var day = span.From; day <= span.To; day = day.AddDays(1))
            {
                if (!off.Contains(day))
                {
                    found.Add($"{span.Name}含 {ShanghaiTime.Text(day)}，但该日不在放假日之列");
                }
            }
        }

        return found;
    }
}

/// <summary>Holidays fixed by regulation, used with weekends where no notice is loaded; whatever rests on it is provisional.</summary>
public sealed record StatutoryFallback(IReadOnlyList<AnnualHoliday> EveryYear, IReadOnlyList<HolidaySpan> Known)
{
    public static readonly StatutoryFallback WeekendsOnly = new([], []);

    public IEnumerable<(string Name, DateOnly Day)> DaysOf(int year) =>
        EveryYear.Select(h => (h.Name, new DateOnly(year, h.Month, h.DayOfMonth)))
            .Concat(Known.Where(s => s.From.Year == year)
                .SelectMany(s => Enumerable.Range(0, s.To.DayNumber - s.From.DayNumber + 1).Select(n => (s.Name, s.From.AddDays(n)))));
}

/// <summary>A holiday on the same date every year.</summary>
public sealed record AnnualHoliday(string Name, int Month, int DayOfMonth);
