using System.Globalization;
using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

/// <summary>
/// Deadline arithmetic a second time, one day (or one minute) at a time, from the raw lists and sharing no code with the
/// product: slow, plain, and therefore easy to believe.
/// </summary>
internal sealed class NaiveOracle
{
    private readonly HashSet<DateOnly> off = [];
    private readonly HashSet<DateOnly> makeUp = [];
    private readonly HashSet<DateOnly> statutory = [];
    private readonly HashSet<int> years = [];

    public NaiveOracle()
    {
        using var stream = typeof(ShippedData).Assembly.GetManifestResourceStream("deadlines/calendar.json")!;
        using var json = JsonDocument.Parse(stream);
        foreach (var year in json.RootElement.GetProperty("years").EnumerateObject())
        {
            years.Add(int.Parse(year.Name, CultureInfo.InvariantCulture));
            foreach (var day in year.Value.GetProperty("off").EnumerateArray())
            {
                off.Add(DateOnly.Parse(day.GetString()!, CultureInfo.InvariantCulture));
            }

            foreach (var day in year.Value.GetProperty("makeUpWork").EnumerateArray())
            {
                makeUp.Add(DateOnly.Parse(day.GetString()!, CultureInfo.InvariantCulture));
            }
        }

        // the statutory days of 2027, typed from the regulation rather than read from the data under test
        foreach (var day in new[] { "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02", "10-03" })
        {
            statutory.Add(DateOnly.Parse("2027-" + day, CultureInfo.InvariantCulture));
        }

        foreach (var year in new[] { 2023, 2028 })
        {
            foreach (var day in new[] { "01-01", "05-01", "05-02", "10-01", "10-02", "10-03" })
            {
                statutory.Add(DateOnly.Parse($"{year}-{day}", CultureInfo.InvariantCulture));
            }
        }
    }

    public bool Works(DateOnly day)
    {
        if (makeUp.Contains(day))
        {
            return true;
        }

        return day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday && !off.Contains(day) && !statutory.Contains(day);
    }

    public bool Covered(DateOnly day) => years.Contains(day.Year);

    /// <summary>Counts single days; a day is left out when the clock stands still at its last moment.</summary>
    public (DateOnly Due, bool Provisional) Days(DateOnly start, int amount, LimitUnit unit, bool roll, IReadOnlyList<ClockStop> stops)
    {
        var left = unit switch
        {
            LimitUnit.Month => MonthsAway(start, amount).DayNumber - start.DayNumber,
            _ => amount,
        };
        var step = Math.Sign(left);
        left = Math.Abs(left);
        var day = start;
        var provisional = false;
        while (left > 0)
        {
            day = day.AddDays(step);
            if (unit == LimitUnit.WorkingDay)
            {
                provisional |= !Covered(day);
            }

            if ((unit != LimitUnit.WorkingDay || Works(day)) && !StandsStillAtEndOf(day, stops))
            {
                left--;
            }
        }

        if (roll)
        {
            provisional |= !Covered(day);
            while (!Works(day))
            {
                day = day.AddDays(1);
                provisional |= !Covered(day);
            }
        }

        return (day, provisional);
    }

    /// <summary>Lets the clock run minute by minute; stops and starts must lie on whole minutes.</summary>
    public static DateTimeOffset Hours(DateTimeOffset start, int amount, IReadOnlyList<ClockStop> stops)
    {
        var minutes = Math.Abs(amount) * 60;
        var at = start;
        while (minutes > 0)
        {
            var next = at.AddMinutes(Math.Sign(amount));
            var middle = at + ((next - at) / 2);
            if (!stops.Any(s => s.From <= middle && middle < s.To))
            {
                minutes--;
            }

            at = next;
        }

        return at;
    }

    private static bool StandsStillAtEndOf(DateOnly day, IReadOnlyList<ClockStop> stops)
    {
        var lastMoment = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).AddTicks(-1);
        return stops.Any(s => s.From <= lastMoment && lastMoment < s.To);
    }

    private static DateOnly MonthsAway(DateOnly start, int months)
    {
        var (year, month) = (start.Year, start.Month);
        for (var i = 0; i < Math.Abs(months); i++)
        {
            month += Math.Sign(months);
            (year, month) = month switch { 13 => (year + 1, 1), 0 => (year - 1, 12), _ => (year, month) };
        }

        return new DateOnly(year, month, Math.Min(start.Day, DateTime.DaysInMonth(year, month)));
    }
}
