using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Tests;

/// <summary>Writes definitions as the designer would.</summary>
internal sealed class Flow(string definitionId = "flow")
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];
    private readonly JsonArray inputs = [];
    private readonly JsonObject options = [];

    public string DefinitionId { get; } = definitionId;

    public Flow Variable(string name, string typeName = "String", string? value = null)
    {
        variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = typeName, ["isArray"] = false, ["value"] = value });
        return this;
    }

    public Flow Input(string name, string typeName = "String")
    {
        inputs.Add(new JsonObject { ["name"] = name, ["type"] = typeName, ["isArray"] = false });
        return this;
    }

    public Flow Option(string name, string value)
    {
        options[name] = value;
        return this;
    }

    public Flow Add(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        activities.Add(Activity(id, type, members));
        return this;
    }

    public Flow Trigger(string id, string eventName)
    {
        var activity = Activity(id, "Elsa.Event", ("eventName", Literal(eventName)));
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        activities.Add(activity);
        return this;
    }

    public Flow Set(string id, string variable, JsonNode value) => Add(id, "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = variable, ["name"] = variable }), ("value", value));

    public Flow Wait(string id, string eventName) => Add(id, "Elsa.Event", ("eventName", Literal(eventName)));

    public Flow Line(string id) => Add(id, "Elsa.WriteLine", ("text", Literal(id)));

    /// <summary><c>a -> b</c>, or <c>a.Port -> b</c>.</summary>
    public Flow Connect(params string[] arrows)
    {
        foreach (var arrow in arrows)
        {
            var ends = arrow.Split(" -> ");
            var source = ends[0].Split('.');
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
            });
        }
        return this;
    }

    public JsonObject Root() => new()
    {
        ["id"] = "Flowchart1", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities.DeepClone(), ["connections"] = connections.DeepClone(),
    };

    public JsonObject Json() => new()
    {
        ["definitionId"] = DefinitionId, ["name"] = DefinitionId, ["version"] = 1, ["variables"] = variables.DeepClone(), ["inputs"] = inputs.DeepClone(),
        ["options"] = options.DeepClone(), ["root"] = Root(),
    };

    public string Text() => Json().ToJsonString();

    public CompileResult Compile(params IHostActivity[] hosts) => WorkflowCompiler.Compile(WorkflowDefinition.From(Json()), new ActivityCatalogue(hosts));

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in members)
            json[name] = value;
        return json;
    }

    public static JsonObject Literal(string value) => Expression("Literal", value);

    public static JsonObject Script(string source) => Expression("JavaScript", source);

    public static JsonObject Expression(string type, string value) =>
        new() { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public static JsonObject ToVariable(string variable) => new() { ["typeName"] = null, ["memoryReference"] = new JsonObject { ["id"] = variable } };
}
