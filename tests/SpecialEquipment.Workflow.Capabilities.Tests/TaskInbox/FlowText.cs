using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

/// <summary>Writes small flows in Elsa's format: a trigger, tasks, what follows each port.</summary>
internal sealed class FlowText(string id, string trigger)
{
    private readonly JsonArray activities = [Activity("start", "Elsa.Event", true, ("eventName", Literal(trigger)))];
    private readonly JsonArray connections = [];

    public FlowText Task(string name, params (string Input, object Value)[] inputs)
    {
        activities.Add(Activity(name, "SpecialEquipment.AssignTask", false, [.. inputs.Select(i => (i.Input, i.Value is string text ? Literal(text) : Object(i.Value)))]));
        return this;
    }

    public FlowText Script(string name, string script)
    {
        activities.Add(Activity(name, "Elsa.RunJavaScript", false, ("script", Literal(script))));
        return this;
    }

    public FlowText Notify(string name, params (string Input, string Value)[] inputs)
    {
        activities.Add(Activity(name, "SpecialEquipment.Notify", false, [.. inputs.Select(i => (i.Input, Literal(i.Value)))]));
        return this;
    }

    public FlowText Fragile(string name)
    {
        activities.Add(Activity(name, "Test.Fragile", false));
        return this;
    }

    public FlowText Finish(string name)
    {
        activities.Add(Activity(name, "Elsa.Finish", false));
        return this;
    }

    public FlowText Arrow(string from, string port, string to)
    {
        connections.Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = from, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" } });
        return this;
    }

    public override string ToString() => new JsonObject
    {
        ["id"] = id + "-v1", ["definitionId"] = id, ["name"] = id, ["version"] = 1, ["isLatest"] = true, ["isPublished"] = true,
        ["variables"] = new JsonArray(), ["inputs"] = new JsonArray(), ["outputs"] = new JsonArray(), ["outcomes"] = new JsonArray(), ["customProperties"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "Flowchart1", ["nodeId"] = "Workflow1:Flowchart1", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject(),
            ["variables"] = new JsonArray(), ["activities"] = activities.DeepClone(), ["connections"] = connections.DeepClone(),
        },
    }.ToJsonString();

    private static JsonObject Activity(string name, string type, bool starts, params (string Input, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = name, ["nodeId"] = "Workflow1:Flowchart1:" + name, ["name"] = name, ["type"] = type, ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = starts }, ["metadata"] = new JsonObject(),
        };
        foreach (var (input, value) in inputs)
            activity[char.ToLowerInvariant(input[0]) + input[1..]] = value;
        return activity;
    }

    private static JsonObject Literal(string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    private static JsonObject Object(object value) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = System.Text.Json.JsonSerializer.Serialize(value) },
    };
}
