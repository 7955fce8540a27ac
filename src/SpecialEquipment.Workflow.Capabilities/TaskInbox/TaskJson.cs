using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

internal static class TaskJson
{
    /// <summary>Chinese stays readable in the database.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<TaskOutcome> Outcomes(WorkTask task) => OutcomesOf(task.OutcomesJson);

    public static IReadOnlyList<TaskOutcome> OutcomesOf(string json) => JsonSerializer.Deserialize<List<TaskOutcome>>(json, Options)!;

    /// <summary>What the person filled in, completed by what the task is about: nobody has to type the number of the confirmation he was sent.</summary>
    public static JsonElement FormOf(WorkTask task, JsonElement? filledIn)
    {
        var form = filledIn is { ValueKind: JsonValueKind.Object } given ? JsonObject.Create(given)! : [];
        foreach (var (key, value) in About(task))
            form.TryAdd(key, value);
        return JsonSerializer.SerializeToElement(form, Options);
    }

    /// <summary>The waiting two-person step the task stands for; null for every other task.</summary>
    public static Guid? ConfirmationOf(WorkTask task) =>
        About(task).FirstOrDefault(a => a.Key == "confirmationId").Value is { } text && Guid.TryParse(text, out var id) ? id : null;

    private static IEnumerable<KeyValuePair<string, string>> About(WorkTask task) =>
        task.AboutJson is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(task.AboutJson, Options)!;

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
