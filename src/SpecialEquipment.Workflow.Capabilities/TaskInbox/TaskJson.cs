using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

internal static class TaskJson
{
    /// <summary>Chinese stays readable in the database.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<TaskOutcome> Outcomes(WorkTask task) => JsonSerializer.Deserialize<List<TaskOutcome>>(task.OutcomesJson, Options)!;

    /// <summary>A form as the plain values flows work with.</summary>
    public static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
        _ => null,
    };
}
