namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>
/// Which days are working days. Immutable: loading another year makes another calendar.
/// </summary>
/// <remarks>
/// A day is a working day if it is a make-up workday, or Monday to Friday and not listed as off. Every day from
/// <see cref="First"/> to <see cref="Last"/> is classified once; two tables (working days up to a day, and the day of
/// the n-th working day) turn every question into one or two array reads. Days of years without a loaded notice are
/// classified by the fallback and answer <c>Covers == false</c>; what rests on them is provisional.
/// </remarks>
public sealed class WorkCalendar
{
    public static readonly DateOnly First = new(2000, 1, 1);
    public static readonly DateOnly Last = new(2099, 12, 31);

    private readonly DayKind[] _kinds;
    private readonly int[] _workingUpTo;    // working days in First … First+i, both included
    private readonly int[] _uncoveredUpTo;  // days without notice in First … First+i
    private readonly int[] _nthWorking;     // day index of the n-th working day, from 0
    private readonly Dictionary<DateOnly, string> _holidayNames = [];
    private readonly SortedDictionary<int, CalendarYear> _years = [];
    private readonly StatutoryFallback _fallback;

    public WorkCalendar(string version, IEnumerable<CalendarYear> years, StatutoryFallback fallback)
    {
        Version = version;
        _fallback = fallback;
        foreach (var year in years)
        {
            if (!_years.TryAdd(year.Year, year))
            {
                throw new ArgumentException($"{year.Year} 年在日历中出现两次", nameof(years));
            }
        }

        var length = Last.DayNumber - First.DayNumber + 1;
        _kinds = new DayKind[length];
        _workingUpTo = new int[length];
        _uncoveredUpTo = new int[length];
        Classify();

        var nth = new List<int>(length);
        int working = 0, uncovered = 0;
        for (var i = 0; i < length; i++)
        {
            if (IsWorking(_kinds[i]))
            {
                nth.Add(i);
                working++;
            }

            if (!_years.ContainsKey(First.AddDays(i).Year))
            {
                uncovered++;
            }

            _workingUpTo[i] = working;
            _uncoveredUpTo[i] = uncovered;
        }

        _nthWorking = [.. nth];
    }

    /// <summary>Names exactly this content; stored with every deadline computed from it.</summary>
    public string Version { get; }

    public IReadOnlyCollection<CalendarYear> Years => _years.Values;

    public CalendarYear? Year(int year) => _years.GetValueOrDefault(year);

    public bool Covers(DateOnly day) => _years.ContainsKey(day.Year);

    public bool IsWorkingDay(DateOnly day) => IsWorking(_kinds[Index(day)]);

    public CalendarDay Day(DateOnly day) =>
        new(day, _kinds[Index(day)], _holidayNames.GetValueOrDefault(day), Covers(day));

    /// <summary>The same calendar with one more year, or with that year replaced.</summary>
    public WorkCalendar With(CalendarYear year, string version) =>
        new(version, _years.Values.Where(y => y.Year != year.Year).Append(year), _fallback);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) =>
        to <= from ? 0 : _workingUpTo[Index(to)] - _workingUpTo[Index(from)];

    /// <summary>True when a day after <paramref name="from"/> up to <paramref name="to"/> lies outside the loaded notices.</summary>
    public bool NeedsFallback(DateOnly from, DateOnly to) =>
        to > from && _uncoveredUpTo[Index(to)] > _uncoveredUpTo[Index(from)];

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

        var upTo = _workingUpTo[Index(day)];
        var ordinal = n > 0 ? upTo + n - 1 : (IsWorkingDay(day) ? upTo - 1 : upTo) + n;
        if (ordinal < 0 || ordinal >= _nthWorking.Length)
        {
            throw OutOfRange($"{ShanghaiTime.Text(day)} {n:+0;-0} 个工作日");
        }

        return First.AddDays(_nthWorking[ordinal]);
    }

    public DateOnly FirstWorkingDayOnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, 1);

    public DateOnly FirstWorkingDayAfter(DateOnly day) => AddWorkingDays(day, 1);

    private static bool IsWorking(DayKind kind) => kind is DayKind.Workday or DayKind.MakeUpWorkday;

    private static ArgumentOutOfRangeException OutOfRange(string what) =>
        new(paramName: null, $"{what}超出可计算范围（{ShanghaiTime.Text(First)} 至 {ShanghaiTime.Text(Last)}）");

    private static int Index(DateOnly day) =>
        day >= First && day <= Last ? day.DayNumber - First.DayNumber : throw OutOfRange(ShanghaiTime.Text(day));

    private void Classify()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var kind = weekend ? DayKind.Weekend : DayKind.Workday;
            if (!_years.ContainsKey(day.Year) && _fallback.HolidayOn(day) is { } name)
            {
                kind = DayKind.Holiday;
                _holidayNames[day] = name;
            }

            _kinds[day.DayNumber - First.DayNumber] = kind;
        }

        foreach (var year in _years.Values)
        {
            foreach (var day in year.Off)
            {
                _kinds[Index(day)] = DayKind.Holiday;
            }

            foreach (var day in year.MakeUpWork)
            {
                _kinds[Index(day)] = DayKind.MakeUpWorkday;
            }

            foreach (var span in year.Holidays)
            {
                for (var day = span.From; day <= span.To; day = day.AddDays(1))
                {
                    _holidayNames[day] = span.Name;
                }
            }
        }
    }
}
