using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine.Tests.Conformance;

/// <summary>Compares as the README of the corpus says: order-sensitive within an instance, not between instances.</summary>
internal static class TraceComparison
{
    /// <summary>What differs, in words; empty when nothing does.</summary>
    public static string Differences(JsonArray expected, JsonArray actual)
    {
        var differences = new List<string>();
        for (var i = 0; i < expected.Count; i++)
            Entry(differences, $"stimulus {i + 1}", expected[i]!.AsObject(), actual[i]!.AsObject());
        return string.Join("\n", differences);
    }

    private static void Entry(List<string> differences, string where, JsonObject expected, JsonObject actual)
    {
        if (expected["instances"] is { } none)
        {
            Same(differences, where + " instances", none, actual["instances"]);
            return;
        }
        One(differences, where, expected, actual);
        var others = Others(expected).OrderBy(Key, StringComparer.Ordinal).ToList();
        var ours = Others(actual).OrderBy(Key, StringComparer.Ordinal).ToList();
        if (others.Count != ours.Count)
            differences.Add($"{where}: {others.Count} further instances expected, {ours.Count} found");
        for (var i = 0; i < Math.Min(others.Count, ours.Count); i++)
            One(differences, $"{where} other {i + 1}", others[i], ours[i]);
    }

    private static IEnumerable<JsonObject> Others(JsonObject entry) => entry["otherInstances"] is JsonArray others ? others.Select(other => other!.AsObject()) : [];

    private static string Key(JsonObject entry) => entry["definitionId"] + Normal(entry["variables"]) + Normal(Executed(entry));

    private static void One(List<string> differences, string where, JsonObject expected, JsonObject actual)
    {
        foreach (var member in new[] { "status", "subStatus", "name", "correlationId", "bookmarks", "variables", "nestedVariables", "outputs" })
            Same(differences, $"{where} {member}", expected[member], actual[member]);
        Same(differences, where + " executed", Executed(expected), Executed(actual));
        Same(differences, where + " activityStatuses", WithoutRoot(expected["activityStatuses"]), WithoutRoot(actual["activityStatuses"]));
        Same(differences, where + " incidents", Incidents(expected), Incidents(actual));
    }

    private static void Same(List<string> differences, string where, JsonNode? expected, JsonNode? actual)
    {
        var (left, right) = (Normal(expected), Normal(actual));
        if (left != right)
            differences.Add($"{where}:\n  expected {left}\n  actual   {right}");
    }

    // rows of the generated Workflow1 and Workflow2 are ignored
    private static bool IsGenerated(string? id) => id is "Workflow1" or "Workflow2";

    private static JsonArray Executed(JsonObject entry) => new(
    [
        .. (entry["executed"]?.AsArray() ?? []).Where(row => !IsGenerated(row!["activity"]!.GetValue<string>())).Select(row =>
        {
            var text = $"{row!["activity"]} {row["event"]}";
            return (JsonNode)(row["outcomes"] is JsonArray outcomes && outcomes.ToJsonString() != "[\"Done\"]" ? $"{text} {outcomes.ToJsonString()}" : text);
        }),
    ]);

    private static JsonObject WithoutRoot(JsonNode? statuses) =>
        new((statuses?.AsObject() ?? []).Where(entry => !IsGenerated(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    // texts of .NET exceptions are theirs; who failed is everybody's
    private static JsonArray Incidents(JsonObject entry) =>
        new([.. (entry["incidents"]?.AsArray() ?? []).Select(incident => (JsonNode)$"{incident!["activity"]} {incident["type"]}")]);

    private static string Normal(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject map => "{" + string.Join(",", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{Normal(entry.Value)}")) + "}",
        JsonArray list => "[" + string.Join(",", list.Select(Normal)) + "]",
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };
}
