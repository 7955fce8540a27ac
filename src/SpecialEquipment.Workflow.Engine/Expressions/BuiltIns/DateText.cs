using System.Globalization;
using System.Text.RegularExpressions;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>Dates to text and back.</summary>
internal static partial class DateText
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] WeekDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static string Full(JsDate date) => date.IsValid ? $"{Day(date)} {Clock(date)}" : "Invalid Date";

    public static string Day(JsDate date)
    {
        var (local, f) = Local(date);
        return $"{WeekDays[JsDate.WeekDay(local)]} {Months[(int)f.Month]} {Two(f.Day)} {Year(f.Year)}";
    }

    public static string Clock(JsDate date)
    {
        var (local, f) = Local(date);
        var offset = (local - date.Time) / 60_000;
        return $"{Two(f.Hour)}:{Two(f.Minute)}:{Two(f.Second)} GMT{(offset < 0 ? "-" : "+")}{Two(Math.Floor(Math.Abs(offset) / 60))}{Two(Math.Floor(Math.Abs(offset) % 60))} (China {(offset == 540 ? "Daylight" : "Standard")} Time)";
    }

    public static string Utc(JsDate date)
    {
        var f = JsDate.Split(date.Time);
        return $"{WeekDays[JsDate.WeekDay(date.Time)]}, {Two(f.Day)} {Months[(int)f.Month]} {Year(f.Year)} {Two(f.Hour)}:{Two(f.Minute)}:{Two(f.Second)} GMT";
    }

    public static string Iso(JsDate date)
    {
        var f = JsDate.Split(date.Time);
        var year = f.Year is >= 0 and <= 9999 ? Digits(f.Year, 4) : (f.Year < 0 ? "-" : "+") + Digits(Math.Abs(f.Year), 6);
        return $"{year}-{Two(f.Month + 1)}-{Two(f.Day)}T{Two(f.Hour)}:{Two(f.Minute)}:{Two(f.Second)}.{Digits(f.Millisecond, 3)}Z";
    }

    /// <summary>As zh-CN writes it: 2026/2/3 and 09:05:00.</summary>
    public static string Chinese(JsDate date, bool withDay, bool withClock)
    {
        if (!date.IsValid)
        {
            return "Invalid Date";
        }

        var (_, f) = Local(date);
        var day = $"{f.Year}/{f.Month + 1}/{f.Day}";
        var clock = $"{Two(f.Hour)}:{Two(f.Minute)}:{Two(f.Second)}";
        return withDay && withClock ? $"{day} {clock}" : withDay ? day : clock;
    }

    /// <summary>Milliseconds, or NaN when the text is no date.</summary>
    public static double Parse(Run run, string text)
    {
        run.Scan(text.Length);
        text = text.Trim();
        if (text.Length > 100)
        {
            return double.NaN;
        }

        if (IsoForm().Match(text) is { Success: true } iso)
        {
            return JsDate.Clip(FromIso(iso));
        }

        if (NumericForm().Match(text) is { Success: true } numeric)
        {
            return JsDate.Clip(FromParts(numeric, Number(numeric, "month", 1) - 1));
        }

        var english = EnglishForm().Match(text);
        var month = english.Success ? Array.FindIndex(Months, m => english.Groups["month"].Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) : -1;
        return month < 0 ? double.NaN : JsDate.Clip(FromParts(english, month));
    }

    private static double FromIso(Match match)
    {
        var f = Fields(match, Number(match, "month", 1) - 1);
        if (f.Month > 11 || f.Month < 0 || f.Day < 1 || f.Day > 31 || f.Hour > 24 || f.Minute > 59 || f.Second > 59 || (f.Hour == 24 && (f.Minute > 0 || f.Second > 0 || f.Millisecond > 0)))
        {
            return double.NaN;
        }

        var time = JsDate.Make(f);
        return match.Groups["zone"].Success ? time - Offset(match)
            : match.Groups["hour"].Success ? JsDate.FromLocal(time)
            : time;
    }

    private static double FromParts(Match match, double month)
    {
        var f = Fields(match, month);
        if (f.Month > 11 || f.Day < 1 || f.Day > 31 || f.Hour > 24 || f.Minute > 59 || f.Second > 59)
        {
            return double.NaN;
        }

        var time = JsDate.Make(f);
        return match.Groups["zone"].Success ? time - Offset(match) : JsDate.FromLocal(time);
    }

    private static DateFields Fields(Match match, double month) => new(
        Number(match, "year", 2001), month, Number(match, "day", 1), Number(match, "hour", 0), Number(match, "minute", 0), Number(match, "second", 0),
        match.Groups["fraction"].Success ? Math.Floor(double.Parse("0." + match.Groups["fraction"].Value, CultureInfo.InvariantCulture) * 1000 + 1e-9) : 0);

    private static double Number(Match match, string group, double otherwise) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;

    private static double Offset(Match match) =>
        (match.Groups["sign"].Value == "-" ? -1 : 1) * (Number(match, "zoneHour", 0) * 60 + Number(match, "zoneMinute", 0)) * 60_000;

    private static (double Local, DateFields Fields) Local(JsDate date)
    {
        var local = JsDate.ToLocal(date.Time);
        return (local, JsDate.Split(local));
    }

    private static string Two(double value) => Digits(value, 2);

    private static string Year(double year) => year < 0 ? "-" + Digits(-year, 6) : Digits(year, 4);

    private static string Digits(double value, int count) => ((long)value).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

    private const string ClockPart = @"(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?";
    private const string ZonePart = @"(?<zone>Z|(?:GMT|UTC)?(?:(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2}))|GMT|UTC)";

    [GeneratedRegex(@"^(?<year>\d{4}|[+-]\d{6})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?(?:T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?<zone>Z|(?<sign>[+-])(?<zoneHour>\d{2}):(?<zoneMinute>\d{2}))?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^(?:(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})|(?<month>\d{1,2})[-/](?<day>\d{1,2})[-/](?<year>\d{4}))(?:[ T,]+" + ClockPart + @")?(?:\s*" + ZonePart + @")?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NumericForm();

    [GeneratedRegex(@"^(?:[a-z]{3,9},?\s+)??(?:(?<month>[a-z]{3,9})\s+(?<day>\d{1,2}),?|(?<day>\d{1,2})\s+(?<month>[a-z]{3,9}),?)\s+(?<year>\d{4})(?:\s+" + ClockPart + @")?(?:\s*" + ZonePart + @")?(?:\s*\([^)]*\))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishForm();
}
