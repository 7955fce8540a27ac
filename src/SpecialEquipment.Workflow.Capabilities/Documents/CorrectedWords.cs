using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>Puts new words in the place of wrong ones. Only words: no dates, no numbers and codes of the system's own, nothing that decides.</summary>
internal static class CorrectedWords
{
    private const int TextLength = 2000;
    private static readonly HashSet<string> Fixed = ["title", "organName", "number", "method", "methodName", "hazardNumber", "instructionNumber", "reinspectionNumber", "replacesNumber", "gradeName"];

    public static IReadOnlyList<FieldObjection> Apply(JsonObject fields, IReadOnlyDictionary<string, string?>? changes)
    {
        if (changes is null or { Count: 0 })
        {
            return [new FieldObjection("changes", "应至少更正一处", "没有")];
        }
        return [.. changes.Select(change => Apply(fields, change.Key, change.Value)).OfType<FieldObjection>()];
    }

    private static FieldObjection? Apply(JsonObject fields, string path, string? text)
    {
        var field = $"changes.{path}";
        if (Find(fields, path) is not { } place || place.ToString() is var old && IsFixed(path, old))
        {
            return new FieldObjection(field, "应为文书中可更正的文字（日期、编号和决定内容不得更正）", path);
        }
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > TextLength)
        {
            return new FieldObjection(field, $"应为 1 至 {TextLength} 字", $"{text?.Trim().Length ?? 0} 字");
        }
        if (text.Trim() == old)
        {
            return new FieldObjection(field, "应与原文不同", "与原文相同");
        }
        place.ReplaceWith(text.Trim());
        return null;
    }

    private static bool IsFixed(string path, string old) =>
        Fixed.Contains(path.Split('.')[0]) || DateOnly.TryParseExact(old, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (old.Length > 10 && DateTimeOffset.TryParse(old, CultureInfo.InvariantCulture, out _));

    /// <summary>The text at a path; null when there is none.</summary>
    private static JsonNode? Find(JsonNode fields, string path)
    {
        JsonNode? at = fields;
        foreach (var step in path.Split('.'))
        {
            at = at switch
            {
                JsonObject group => group[step],
                JsonArray list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }
        return at is JsonValue value && value.GetValueKind() == JsonValueKind.String ? at : null;
    }
}
