namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>
/// Which days are working days. Immutable: loading another year makes another calendar.
/// </summary>
/// <remarks>
/// A day is a working day if it is a make-up workday, or Monday to Friday and not listed as off. Every day of <see cref="CalendarRange"/> is classified once; two tables (working days up to a day, and the day of
/// the n-th working day) turn every question into one or two array reads. Days of years without a loaded notice are
/// classified by the fallback and answer <c>Covers == false</c>; what rests on them is provisional.
/// </remarks>
public sealed class WorkCalendar
{
    private readonly DayKind[] kinds;
    private readonly int[] workingUpTo;    // working days in First … First+i, both included
    private readonly int[] uncoveredUpTo;  // days without notice in First … First+i
    private readonly int[] nthWorking;     // day index of the n-th working day, from 0
    private readonly Dictionary<DateOnly, string> holidayNames = [];
    private readonly SortedDictionary<int, CalendarYear> loaded = [];

    public WorkCalendar(string version, IEnumerable<CalendarYear> years, StatutoryFallback fallback)
    {
        Version = version;
        Fallback = fallback;
        foreach (var year in years)
        {
            if (!loaded.TryAdd(year.Year, year))
            {
                throw new ArgumentException($"{year.Year} 年在日历中出现两次", nameof(years));
            }
        }

        var length = CalendarRange.Last.DayNumber - CalendarRange.First.DayNumber + 1;
        kinds = new DayKind[length];
        workingUpTo = new int[length];
        uncoveredUpTo = new int[length];
        Classify();

        var nth = new List<int>(length);
        var (working, uncovered, i) = (0, 0, 0);
        for (var year = CalendarRange.First.Year; year <= CalendarRange.Last.Year; year++)
        {
            var covered = loaded.ContainsKey(year);
            for (var left = DateTime.IsLeapYear(year) ? 366 : 365; left > 0; left--, i++)
            {
                if (IsWorking(kinds[i]))
                {
                    nth.Add(i);
                    working++;
                }

                uncovered += covered ? 0 : 1;
                workingUpTo[i] = working;
                uncoveredUpTo[i] = uncovered;
            }
        }

        nthWorking = [.. nth];
    }

    /// <summary>Names exactly this content; stored with every deadline computed from it.</summary>
    public string Version { get; }

    public IReadOnlyCollection<CalendarYear> Years => loaded.Values;

    public StatutoryFallback Fallback { get; }

    public CalendarYear? Year(int year) => loaded.GetValueOrDefault(year);

    public bool Covers(DateOnly day) => loaded.ContainsKey(day.Year);

    public bool IsWorkingDay(DateOnly day) => IsWorking(kinds[Index(day)]);

    public CalendarDay Day(DateOnly day) =>
        new(day, kinds[Index(day)], holidayNames.GetValueOrDefault(day), Covers(day));

    /// <summary>The same calendar with one more year, or with that year replaced.</summary>
    public WorkCalendar With(CalendarYear year, string version) =>
        new(version, loaded.Values.Where(y => y.Year != year.Year).Append(year), Fallback);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) =>
        to <= from ? 0 : workingUpTo[Index(to)] - workingUpTo[Index(from)];

    /// <summary>True when a day after <paramref name="from"/> up to <paramref name="to"/> lies outside the loaded notices.</summary>
    public bool NeedsFallback(DateOnly from, DateOnly to) =>
        to > from && uncoveredUpTo[Index(to)] > uncoveredUpTo[Index(from)];

    /// <summary>
    /// The n-th working day after the day (n &gt; 0) or before it (n &lt; 0); the day itself is never counted.
    /// n = 0 is the day itself, working or not.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int n)
    {
        if (n == 0)
        {
            return day;
        }

        var upTo = workingUpTo[Index(day)];
        var ordinal = n > 0 ? upTo + n - 1 : (IsWorkingDay(day) ? upTo - 1 : upTo) + n;
        if (ordinal < 0 || ordinal >= nthWorking.Length)
        {
            throw OutOfRange($"{ShanghaiTime.Text(day)} {n:+0;-0} 个工作日");
        }

        return CalendarRange.First.AddDays(nthWorking[ordinal]);
    }

    public DateOnly FirstWorkingDayOnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, 1);

    public DateOnly FirstWorkingDayAfter(DateOnly day) => AddWorkingDays(day, 1);

    private static bool IsWorking(DayKind kind) => kind is DayKind.Workday or DayKind.MakeUpWorkday;

    private static ArgumentOutOfRangeException OutOfRange(string what) =>
        new(paramName: null, $"{what}超出可计算范围（{ShanghaiTime.Text(CalendarRange.First)} 至 {ShanghaiTime.Text(CalendarRange.Last)}）");

    private static int Index(DateOnly day) =>
        day >= CalendarRange.First && day <= CalendarRange.Last ? day.DayNumber - CalendarRange.First.DayNumber : throw OutOfRange(ShanghaiTime.Text(day));

    private void Classify()
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            var weekday = ((int)CalendarRange.First.DayOfWeek + i) % 7;
            kinds[i] = weekday is 0 or 6 ? DayKind.Weekend : DayKind.Workday;
        }

        for (var year = CalendarRange.First.Year; year <= CalendarRange.Last.Year; year++)
        {
            if (!loaded.TryGetValue(year, out var notice))
            {
                foreach (var (name, day) in Fallback.DaysOf(year))
                {
                    Mark(day, DayKind.Holiday, name);
                }

                continue;
            }

            foreach (var day in notice.Off)
            {
                Mark(day, DayKind.Holiday, notice.Holidays.FirstOrDefault(h => h.From <= day && day <= h.To)?.Name);
            }

            foreach (var day in notice.MakeUpWork)
            {
                Mark(day, DayKind.MakeUpWorkday, null);
            }
        }
    }

    private void Mark(DateOnly day, DayKind kind, string? name)
    {
        kinds[Index(day)] = kind;
        if (name is not null)
        {
            holidayNames[day] = name;
        }
    }
}
