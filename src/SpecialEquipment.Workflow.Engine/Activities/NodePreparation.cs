using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>What an activity sees of its node while a definition is compiled.</summary>
internal sealed class NodePreparation(WorkflowDefinition definition, ActivityJson json, CompiledNode node, ExpressionPreparation expressions, Action<DefinitionProblem> report)
{
    public WorkflowDefinition Definition { get; } = definition;
    public ActivityJson Json { get; } = json;
    public CompiledNode Node { get; } = node;

    public PreparedExpression Expression(System.Text.Json.Nodes.JsonNode? expression, string place, VariableType? type = null) =>
        expressions.Prepare(Node, expression, place, type);

    public PreparedExpression Script(string source, string place) => expressions.PrepareScript(Node, source, place);

    public void Error(string code, string message, string? activityId = null) => report(new(code, ProblemSeverity.Error, activityId ?? Node.Id, message));

    public void Warn(string code, string message, string? activityId = null) => report(new(code, ProblemSeverity.Warning, activityId ?? Node.Id, message));
}
