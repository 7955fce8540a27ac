using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Capabilities.ProcessDesign;

/// <summary>
/// Checks what a definition names outside the engine: rules of the policy pack, commands, document templates. Limits in days or hours
/// have no place in a flow; a task names a rule.
/// </summary>
public sealed class FlowReferences(DeadlineRules rules, IServiceProvider services)
{
    public IEnumerable<string> Check(WorkflowDefinition definition)
    {
        var commands = services.GetRequiredService<MatterCommands>();
        var sources = services.GetServices<IDocumentSource>().ToList();
        foreach (var activity in Activities(definition.Json["root"]))
        {
            var name = activity["name"]?.GetValue<string>() ?? activity["id"]?.GetValue<string>();
            if (Literal(activity["deadlineRule"]) is { Length: > 0 } rule && !rules.Now.Policy.Knows(rule))
                yield return $"活动“{name}”的期限规则“{rule}”不在规则包中";
            foreach (var command in Entries(activity["commands"]).Where(c => commands.Find(c) is null))
                yield return $"活动“{name}”的命令“{command}”不存在";
            if (Literal(activity["template"]) is { Length: > 0 } template && !sources.Any(s => s.Supports(template)))
                yield return $"活动“{name}”的文书模板“{template}”没有内容来源";
        }
    }

    private static IEnumerable<JsonObject> Activities(JsonNode? node)
    {
        if (node is not JsonObject activity)
            yield break;
        yield return activity;
        if (activity["activities"] is not JsonArray children)
            yield break;
        foreach (var nested in children.SelectMany(Activities))
            yield return nested;
    }

    private static string? Literal(JsonNode? input) =>
        input?["expression"] is JsonObject expression && expression["type"]?.GetValue<string>() == "Literal" && expression["value"] is JsonValue value
        && value.TryGetValue<string>(out var text) ? text : null;

    private static IEnumerable<string> Entries(JsonNode? input)
    {
        if (input?["expression"] is not JsonObject expression || expression["value"] is not JsonValue value || !value.TryGetValue<string>(out var text)
            || JsonNode.Parse(text) is not JsonObject map)
            return [];
        return map.Select(p => p.Value?["value"]?.GetValue<string>()).OfType<string>();
    }
}
