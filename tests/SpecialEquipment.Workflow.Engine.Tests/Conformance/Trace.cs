using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine.Tests.Conformance;

/// <summary>One recorded file of <c>Traces/</c>, with our own expectation where we differ on purpose.</summary>
internal sealed class Trace
{
    private Trace(JsonObject json, JsonArray? ours) => (Json, Ours) = (json, ours);

    public JsonObject Json { get; }
    public JsonArray? Ours { get; }
    public string Name => Json["name"]!.GetValue<string>();
    public bool IsTokenMode => Json["mode"]!.GetValue<string>() == "token";
    public JsonArray Recorded => Json["expected"]!.AsArray();
    public JsonArray Expected => Ours ?? Recorded;
    public IReadOnlyList<JsonObject> Stimuli => [.. Json["stimuli"]!.AsArray().Select(stimulus => stimulus!.AsObject())];
    public IReadOnlyList<JsonObject> Definitions => Json["definitions"] is JsonArray several
        ? [.. several.Select(definition => definition!.AsObject())]
        : [Json["definition"]!.AsObject()];

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Traces");

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static Trace Load(string name)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), name + ".json")))!.AsObject();
        var ours = Path.Combine(Folder(), "ours", name + ".json");
        return new(json, File.Exists(ours) ? JsonNode.Parse(File.ReadAllText(ours))!["expected"]!.AsArray() : null);
    }

    /// <summary>Names of the traces whose activities are not built yet.</summary>
    public static IReadOnlyList<string> Pending() =>
        [.. File.ReadAllLines(Path.Combine(Folder(), "pending.txt")).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
}
