using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>A year of the notice as a person enters it. <c>off</c> may be left out: it is then the union of the holidays.</summary>
public sealed record YearForm(string? Notice, IReadOnlyList<SpanForm>? Holidays, IReadOnlyList<string>? Off, IReadOnlyList<string>? MakeUpWork, string? Reason = null)
{
    /// <summary>The year, or everything that is wrong with it.</summary>
    internal Result<CalendarYear> Read(int year)
    {
        var objections = new List<FieldObjection>();
        if (year < CalendarRange.First.Year || year > CalendarRange.Last.Year)
        {
            objections.Add(new FieldObjection("year", $"{CalendarRange.First.Year} 至 {CalendarRange.Last.Year}", year.ToString(CultureInfo.InvariantCulture)));
        }

        if (string.IsNullOrWhiteSpace(Notice))
        {
            objections.Add(new FieldObjection("notice", "放假通知的文号或者网址", "（空）"));
        }

        var spans = (Holidays ?? []).Select((span, i) => new HolidaySpan(
            Named(span.Name, $"holidays[{i}].name", objections), Day(span.From, $"holidays[{i}].from", objections), Day(span.To, $"holidays[{i}].to", objections))).ToList();
        var makeUp = (MakeUpWork ?? []).Select((day, i) => Day(day, $"makeUpWork[{i}]", objections)).ToList();
        var off = (Off ?? []).Select((day, i) => Day(day, $"off[{i}]", objections)).ToList();
        if (objections.Count > 0)
        {
            return Refusal(year, objections);
        }

        if (Off is null)
        {
            off = [.. spans.Where(s => s.From <= s.To && s.To.DayNumber - s.From.DayNumber < LongestHoliday)
                .SelectMany(s => Enumerable.Range(0, s.To.DayNumber - s.From.DayNumber + 1).Select(s.From.AddDays)).Distinct().Order()];
        }

        var read = new CalendarYear(year, Notice!.Trim(), spans, off, makeUp);
        return read.Objections() is { Count: > 0 } wrong
            ? Refusal(year, [.. wrong.Select(w => new FieldObjection("holidays", "与放假通知一致、日期无矛盾", w))])
            : read;
    }

    // no holiday is anywhere near as long; keeps a mistyped year from filling memory
    private const int LongestHoliday = 60;

    private static Rejection Refusal(int year, List<FieldObjection> objections) =>
        Rejection.Form("calendar.year-unsound", $"{year} 年放假安排有 {objections.Count} 处不符合要求，未载入。", [.. objections]);

    private static string Named(string? name, string field, List<FieldObjection> objections)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            objections.Add(new FieldObjection(field, "节日名称", "（空）"));
        }

        return name?.Trim() ?? "";
    }

    private static DateOnly Day(string? text, string field, List<FieldObjection> objections)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            objections.Add(new FieldObjection(field, "日期，格式 2027-01-01", string.IsNullOrEmpty(text) ? "（空）" : text));
        }

        return day;
    }
}

public sealed record SpanForm(string? Name, string? From, string? To);
