using System.Globalization;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>Reads the shipped calendar data; also the form in which a single year is loaded later.</summary>
public static class CalendarFile
{
    public static WorkCalendar Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var years = root.GetProperty("years").EnumerateObject()
            .Select(y => Year(int.Parse(y.Name, CultureInfo.InvariantCulture), y.Value)).ToList();
        foreach (var year in years)
        {
            if (year.Objections() is { Count: > 0 } objections)
            {
                throw new FormatException($"{year.Year} 年日历数据有误：{string.Join('；', objections)}");
            }
        }

        return new WorkCalendar(root.GetProperty("version").GetString()!, years, Fallback(root));
    }

    private static CalendarYear Year(int year, JsonElement data) => new(
        year,
        data.TryGetProperty("notice", out var notice) ? notice.GetString() : null,
        data.TryGetProperty("holidays", out var holidays) ? Spans(holidays) : [],
        Dates(data, "off"),
        Dates(data, "makeUpWork"));

    private static StatutoryFallback Fallback(JsonElement root)
    {
        if (!root.TryGetProperty("fallback", out var fallback))
        {
            return StatutoryFallback.WeekendsOnly;
        }

        var everyYear = fallback.GetProperty("everyYear").EnumerateArray().Select(h =>
        {
            var day = DateOnly.ParseExact("2000-" + h.GetProperty("day").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new AnnualHoliday(h.GetProperty("name").GetString()!, day.Month, day.Day);
        });
        var known = fallback.GetProperty("years").EnumerateObject().SelectMany(y => Spans(y.Value));
        return new StatutoryFallback([.. everyYear], [.. known]);
    }

    private static List<HolidaySpan> Spans(JsonElement list) =>
        [.. list.EnumerateArray().Select(s => new HolidaySpan(s.GetProperty("name").GetString()!, Date(s.GetProperty("from")), Date(s.GetProperty("to"))))];

    private static List<DateOnly> Dates(JsonElement data, string member) =>
        [.. data.GetProperty(member).EnumerateArray().Select(Date)];

    private static DateOnly Date(JsonElement text) =>
        DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
