using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>One activity of a definition with the activities nested in it, wherever the activity keeps them.</summary>
public sealed class ActivityJson
{
    private ActivityJson(JsonObject json) => Json = json;

    public JsonObject Json { get; }
    public string Id => Json.Text("id");
    public string NodeId => Json.Text("nodeId");
    public string Type => Json.Text("type");
    public int Version => Json.Number("version", 1);

    /// <summary>What the designer shows: display text, else name, else id.</summary>
    public string DisplayName => Json["metadata"] is JsonObject metadata && metadata.Text("displayText") is { Length: > 0 } text ? text : Json.Text("name", Id);
    public bool CanStartWorkflow => Json["customProperties"] is JsonObject custom && custom.Flag("canStartWorkflow");
    public string MergeMode => Json["customProperties"] is JsonObject custom ? custom.Text("mergeMode") : "";

    /// <summary>Nested activities in document order, each under the member it stands in (<c>activities</c>, <c>then</c>, <c>cases</c> …).</summary>
    public IReadOnlyList<(string Port, ActivityJson Activity)> Children { get; private set; } = [];

    public static ActivityJson? ReadTree(JsonNode? root)
    {
        if (root is not JsonObject json || !IsActivity(json))
            return null;
        var given = json.Text("nodeId");
        var cut = given.LastIndexOf(':');
        return Read(json, cut > 0 ? given[..cut] : "Workflow1");
    }

    private static ActivityJson Read(JsonObject json, string parentNodeId)
    {
        var activity = new ActivityJson(json);
        var nodeId = $"{parentNodeId}:{activity.Id}";
        if (activity.NodeId != nodeId)
            json["nodeId"] = nodeId;
        var children = new List<(string, ActivityJson)>();
        foreach (var (member, value) in json.ToList())
        {
            if (member is "metadata" or "customProperties")
                continue;
            if (value is JsonObject single && IsActivity(single))
                children.Add((member, Read(single, nodeId)));
            else if (value is JsonArray list)
                foreach (var item in list.OfType<JsonObject>())
                {
                    if (IsActivity(item))
                        children.Add((member, Read(item, nodeId)));
                    else if (item["activity"] is JsonObject inCase && IsActivity(inCase))
                        children.Add((member, Read(inCase, nodeId)));
                }
        }
        activity.Children = children;
        return activity;
    }

    // variables have no type, inputs and expressions have no id
    private static bool IsActivity(JsonObject json) => json.Text("type").Length > 0 && json["id"] is JsonValue;
}
