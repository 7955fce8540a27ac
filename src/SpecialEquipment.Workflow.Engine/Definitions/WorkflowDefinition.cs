using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>
/// An Elsa 3 definition as Studio reads and writes it. The JSON itself is kept, so members the engine does not know survive;
/// what the engine needs is read from it.
/// </summary>
public sealed class WorkflowDefinition
{
    private WorkflowDefinition(JsonObject json, ActivityJson? root)
    {
        Json = json;
        Root = root;
        Variables = [.. VariableDefinition.ReadAll(json["variables"])];
        Inputs = [.. Members(json["inputs"]).Select(input => new ArgumentDefinition(input.Text("name"), new VariableType(input.Text("type", "Object"), input.Flag("isArray"))))];
        Outputs = [.. Members(json["outputs"]).Select(output => new ArgumentDefinition(output.Text("name"), new VariableType(output.Text("type", "Object"), output.Flag("isArray"))))];
    }

    public JsonObject Json { get; }

    /// <summary>Null when the definition has no root activity yet.</summary>
    public ActivityJson? Root { get; }
    public string Id => Json.Text("id");
    public string DefinitionId => Json.Text("definitionId");
    public string Name => Json.Text("name");
    public int Version => Json.Number("version", 1);
    public IReadOnlyList<VariableDefinition> Variables { get; }
    public IReadOnlyList<ArgumentDefinition> Inputs { get; }
    public IReadOnlyList<ArgumentDefinition> Outputs { get; }

    /// <summary>Strategy <c>ContinueWithIncidents</c>: an incident stops its own branch only.</summary>
    public bool ContinuesWithIncidents => Option("incidentStrategyType").Contains("ContinueWithIncidents", StringComparison.Ordinal);
    /// <summary>Flowcharts of this definition run in token mode.</summary>
    public bool IsTokenBased => IsTokenMode(Json["customProperties"]);

    internal static bool IsTokenMode(JsonNode? customProperties) => customProperties is JsonObject custom && custom.Text("Flowchart:ExecutionMode") == "TokenBased";

    public string ActivationStrategy => Option("activationStrategyType");

    private string Option(string name) => Json["options"] is JsonObject options ? options.Text(name) : "";

    /// <exception cref="System.Text.Json.JsonException">The text is not a JSON object.</exception>
    public static WorkflowDefinition Parse(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject map)
            throw new System.Text.Json.JsonException("流程定义应为 JSON 对象");
        return From(map);
    }

    /// <summary>Takes the object over; node ids are filled in or put right.</summary>
    public static WorkflowDefinition From(JsonObject json) => new(json, ActivityJson.ReadTree(json["root"]));

    public string ToJson() => Json.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static IEnumerable<JsonObject> Members(JsonNode? node) => node is JsonArray list ? list.OfType<JsonObject>() : [];
}

/// <summary>A workflow input or output.</summary>
public sealed record ArgumentDefinition(string Name, VariableType Type);

public sealed record VariableDefinition(string Id, string Name, VariableType Type, object? Initial, bool InitialIsValid)
{
    public static IEnumerable<VariableDefinition> ReadAll(JsonNode? node)
    {
        if (node is not JsonArray list)
            yield break;
        foreach (var item in list.OfType<JsonObject>())
        {
            var name = item.Text("name");
            var type = new VariableType(item.Text("typeName", "Object"), item.Flag("isArray"));
            var text = PlainJson.FromNode(item["value"]);
            // Studio writes an untouched value as an empty text; Elsa reads it as no value
            var valid = type.TryConvert(text is "" ? null : text, out var initial);
            yield return new(item.Text("id", name), name, type, valid ? initial : null, valid);
        }
    }
}

internal static class JsonReading
{
    public static string Text(this JsonObject map, string name, string otherwise = "") =>
        map[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : otherwise;

    public static bool Flag(this JsonObject map, string name) => map[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.True;

    public static int Number(this JsonObject map, string name, int otherwise) => map[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;
}
