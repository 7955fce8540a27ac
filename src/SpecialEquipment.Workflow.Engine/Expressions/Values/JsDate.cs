using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>Year, month (from 0), day of month, and the rest; fields out of range carry over.</summary>
internal readonly record struct DateFields(double Year, double Month, double Day, double Hour, double Minute, double Second, double Millisecond);

/// <summary>An instant: milliseconds since 1970 UTC, NaN when invalid. Local time is that of China wherever the server stands.</summary>
internal sealed class JsDate(double time) : JsObject
{
    public const double MillisecondsPerDay = 86_400_000;

    private const double Range = 8.64e15;

    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public double Time { get; set; } = time;

    public bool IsValid => !double.IsNaN(Time);

    public override string Class => "Date";

    protected override FrozenDictionary<string, BuiltIn> Methods => DateMethods.All;

    public static double FromInstant(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public DateTimeOffset? ToInstant() =>
        Time is >= -62135596800000 and <= 253402300799999 ? DateTimeOffset.FromUnixTimeMilliseconds((long)Time) : null;

    /// <summary>A time within the range of JavaScript, whole milliseconds; else NaN.</summary>
    public static double Clip(double time) => Math.Abs(time) <= Range ? Math.Truncate(time) + 0 : double.NaN;

    public static double OffsetAt(double time) =>
        time is > -62135500000000 and < 253402200000000 ? China.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds((long)time)).TotalMilliseconds : 8 * 3_600_000;

    public static double ToLocal(double time) => double.IsNaN(time) ? time : time + OffsetAt(time);

    public static double FromLocal(double local) => double.IsNaN(local) ? local : local - OffsetAt(local - OffsetAt(local - 8 * 3_600_000));

    public static double Make(DateFields f)
    {
        var days = DaysTo(Math.Truncate(f.Year), Math.Truncate(f.Month)) + Math.Truncate(f.Day) - 1;
        return days * MillisecondsPerDay + Math.Truncate(f.Hour) * 3_600_000 + Math.Truncate(f.Minute) * 60_000 + Math.Truncate(f.Second) * 1000 + Math.Truncate(f.Millisecond);
    }

    public static DateFields Split(double time)
    {
        var days = Math.Floor(time / MillisecondsPerDay);
        var rest = (long)(time - days * MillisecondsPerDay);
        var (year, month, day) = CivilDate((long)days);
        return new DateFields(year, month, day, rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000);
    }

    public static int WeekDay(double time) => (int)(((Math.Floor(time / MillisecondsPerDay) + 4) % 7 + 7) % 7);

    public override string ToString() => DateText.Full(this);

    /// <summary>Days from 1970 to the first of a month; eras of 400 years have 146,097 days.</summary>
    private static double DaysTo(double year, double month)
    {
        if (!double.IsFinite(year) || !double.IsFinite(month) || Math.Abs(year) > 1e6 || Math.Abs(month) > 1e7)
        {
            return double.NaN;
        }

        year += Math.Floor(month / 12);
        month = (month % 12 + 12) % 12;

        // the year begins in March here, so that the leap day is its last
        var marchYear = month < 2 ? year - 1 : year;
        var era = Math.Floor(marchYear / 400);
        var yearOfEra = marchYear - era * 400;
        var dayOfYear = Math.Floor((153 * ((month + 10) % 12) + 2) / 5);
        return era * 146097 + yearOfEra * 365 + Math.Floor(yearOfEra / 4) - Math.Floor(yearOfEra / 100) + dayOfYear - 719468;
    }

    private static (long Year, long Month, long Day) CivilDate(long days)
    {
        days += 719468;
        var era = (days >= 0 ? days : days - 146096) / 146097;
        var dayOfEra = days - era * 146097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var march = (5 * dayOfYear + 2) / 153;
        var month = (march + 2) % 12;
        return (yearOfEra + era * 400 + (month < 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1);
    }
}
