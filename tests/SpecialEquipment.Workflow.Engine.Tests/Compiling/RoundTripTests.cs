using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Tests.Conformance;

namespace SpecialEquipment.Workflow.Engine.Tests.Compiling;

/// <summary>What the designer saves comes back to it as it was.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Traces() => [.. Trace.Names()];

    public static TheoryData<string> Fixtures() => [.. Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)!)];

    private static string Folder() => Path.Combine(Trace.Folder(), "..", "Fixtures");

    [Theory]
    [MemberData(nameof(Traces))]
    public void A_definition_of_the_corpus(string name)
    {
        foreach (var definition in Trace.Load(name).Definitions)
            SameAgain(definition);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_definition_as_Studio_sends_it(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), file)))!.AsObject();
        SameAgain((json["model"] ?? json["workflowDefinition"] ?? json).AsObject());
    }

    [Fact]
    public void Unknown_members_survive_and_missing_node_ids_are_filled_in()
    {
        var back = JsonNode.Parse(WorkflowDefinition.Parse(
            """{"definitionId":"d","future":{"x":[1,2]},"root":{"id":"F","type":"Elsa.Flowchart","hint":"keep","activities":[{"id":"a","type":"Elsa.If","then":{"id":"t","type":"Acme.Later","z":1}}]}}""").ToJson())!;
        Assert.Equal("""{"x":[1,2]}""", back["future"]!.ToJsonString());
        Assert.Equal("keep", back["root"]!["hint"]!.GetValue<string>());
        Assert.Equal("Workflow1:F:a:t", back["root"]!["activities"]![0]!["then"]!["nodeId"]!.GetValue<string>());
        Assert.Equal(1, back["root"]!["activities"]![0]!["then"]!["z"]!.GetValue<int>());
    }

    private static void SameAgain(JsonObject definition)
    {
        var text = definition.ToJsonString();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(WorkflowDefinition.Parse(text).ToJson())), "the definition has changed on its way");
    }
}
