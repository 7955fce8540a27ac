using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>A compiled definition and what is wrong with it. It runs in any case: what is broken opens an incident when it is reached.</summary>
public sealed record CompileResult(CompiledWorkflow Workflow, IReadOnlyList<DefinitionProblem> Problems)
{
    public bool CanBePublished => Problems.All(problem => problem.Severity != ProblemSeverity.Error);
}

/// <summary>Turns a definition into an immutable graph, once per version.</summary>
public static class WorkflowCompiler
{
    public static CompileResult Compile(WorkflowDefinition definition, ActivityCatalogue catalogue, Guid versionId = default)
    {
        var problems = new List<DefinitionProblem>();
        var nodes = new List<(CompiledNode Node, ActivityJson Json)>();
        if (definition.Root is { } root)
            MakeNodes(root, null, [.. definition.Variables], catalogue, nodes, problems.Add);
        else
            problems.Add(new("NO_ROOT", ProblemSeverity.Error, null, "流程没有任何活动"));
        CheckDefinition(definition, nodes, problems.Add);
        var ids = nodes.Select(entry => entry.Node.Id).Concat(nodes.Select(entry => entry.Node.Name)).ToHashSet();
        var expressions = new ExpressionPreparation(definition, new ScriptNameCheck(definition, ids), problems.Add);
        foreach (var (node, json) in nodes)
            InputReading.Read(node, json, expressions, problems.Add);
        // containers last: their checks look at the ports of what is nested in them
        for (var i = nodes.Count - 1; i >= 0; i--)
            nodes[i].Node.Plan = nodes[i].Node.Behaviour.Prepare(new NodePreparation(definition, nodes[i].Json, nodes[i].Node, expressions, problems.Add));
        var workflow = new CompiledWorkflow(definition, versionId, [.. nodes.Select(entry => entry.Node)], expressions.Used, [.. Triggers(nodes)]);
        return new(workflow, problems);
    }

    private static CompiledNode MakeNodes(
        ActivityJson json, CompiledNode? parent, VariableDefinition[] workflowVariables, ActivityCatalogue catalogue, List<(CompiledNode, ActivityJson)> nodes, Action<DefinitionProblem> report)
    {
        var type = catalogue.Resolve(json.Type);
        if (type.Behaviour is NotFoundActivity)
            report(new("UNKNOWN_ACTIVITY_TYPE", ProblemSeverity.Error, json.Id, $"活动“{json.DisplayName}”的类型 {json.Type} 不存在"));
        var node = new CompiledNode(type.Behaviour)
        {
            Index = nodes.Count, Id = json.Id, NodeId = json.NodeId, Name = json.DisplayName, Parent = parent,
            TypeName = type.Behaviour is NotFoundActivity ? NotFoundActivity.TypeName : json.Type, TypeVersion = json.Version, Descriptor = type.Behaviour.Descriptor,
            Host = type.Host, CanStartWorkflow = json.CanStartWorkflow, Variables = [.. VariableDefinition.ReadAll(json.Json["variables"])],
            WorkflowVariables = workflowVariables,
        };
        nodes.Add((node, json));
        node.Children = [.. json.Children.Select(child => (child.Port, MakeNodes(child.Activity, node, [], catalogue, nodes, report)))];
        return node;
    }

    private static void CheckDefinition(WorkflowDefinition definition, List<(CompiledNode Node, ActivityJson Json)> nodes, Action<DefinitionProblem> report)
    {
        foreach (var twice in nodes.GroupBy(entry => entry.Node.Id).Where(group => group.Count() > 1))
            report(new("DUPLICATE_ID", ProblemSeverity.Error, twice.Key, $"活动编号“{twice.Key}”重复 {twice.Count()} 次：{string.Join("、", twice.Select(entry => $"“{entry.Node.Name}”"))}"));
        foreach (var variable in definition.Variables.Concat(nodes.SelectMany(entry => entry.Node.Variables)).Where(variable => !variable.InitialIsValid))
            report(new("BAD_INITIAL_VALUE", ProblemSeverity.Error, null, $"变量“{variable.Name}”的初始值应为 {variable.Type}"));
        var scopes = nodes.Select(entry => entry.Node.Variables).Prepend([.. definition.Variables]);
        foreach (var twice in scopes.SelectMany(scope => scope.GroupBy(variable => variable.Name).Where(group => group.Count() > 1)))
            report(new("DUPLICATE_VARIABLE", ProblemSeverity.Error, null, $"变量“{twice.Key}”在同一范围内重复"));
        if (definition.ActivationStrategy.Contains(".SingletonStrategy", StringComparison.Ordinal))
            report(new("UNSUPPORTED_ACTIVATION", ProblemSeverity.Error, null, "不支持激活策略“单例”，应为“总是”或按事项限制"));
    }

    private static IEnumerable<WorkflowTrigger> Triggers(List<(CompiledNode Node, ActivityJson Json)> nodes)
    {
        if (nodes.Count == 0)
            yield break;
        foreach (var (_, node) in nodes[0].Node.Children)
            if (node is { CanStartWorkflow: true, Behaviour: Event } && node.Inputs.TryGetValue("eventName", out var input)
                && input.Expression is ConstantExpression { Value: string { Length: > 0 } name })
                yield return new(name, node.Id);
    }
}

/// <summary>Prepares the inputs and outputs of one activity.</summary>
internal static class InputReading
{
    public static void Read(CompiledNode node, ActivityJson json, ExpressionPreparation expressions, Action<DefinitionProblem> report)
    {
        var inputs = new Dictionary<string, PreparedInput>();
        foreach (var descriptor in node.Descriptor.Inputs)
        {
            var key = HostActivityCall.CamelCase(descriptor.Name);
            var given = json.Json[key];
            if (descriptor.IsRequired && IsMissing(given, descriptor.IsWrapped))
                report(new("MISSING_INPUT", ProblemSeverity.Error, node.Id, $"活动“{node.Name}”没有填写“{descriptor.DisplayName}”"));
            if (node.Behaviour is RunJavaScript && key == "script")
                continue;
            // what the descriptor says counts for the application's activities, what the definition says for Elsa's own
            var typeName = given is JsonObject typed && node.Host is null ? typed.Text("typeName", descriptor.TypeName) : descriptor.TypeName;
            var type = new VariableType(typeName, false);
            var expression = given switch
            {
                null => descriptor.DefaultValue is { } value ? new ConstantExpression(value) : null,
                JsonObject wrapped when descriptor.IsWrapped => expressions.Prepare(node, wrapped["expression"], $"输入“{descriptor.DisplayName}”", type),
                _ when node.Host is not null => new ConstantExpression(PlainJson.FromNode(given)),
                _ => null,
            };
            if (expression is not null)
                inputs[key] = new(descriptor.Name, descriptor.DisplayName, expression);
        }
        node.Inputs = inputs.ToFrozenDictionary();
        node.Outputs = [.. Outputs(node, json, report)];
    }

    private static IEnumerable<OutputBinding> Outputs(CompiledNode node, ActivityJson json, Action<DefinitionProblem> report)
    {
        foreach (var descriptor in node.Descriptor.Outputs)
            if (json.Json[HostActivityCall.CamelCase(descriptor.Name)] is JsonObject output && output["memoryReference"] is JsonObject reference && reference.Text("id") is { Length: > 0 } id)
            {
                var slot = VariableScope.Find(node, id, "");
                if (slot is null)
                    report(new("UNKNOWN_VARIABLE", ProblemSeverity.Error, node.Id, $"活动“{node.Name}”的输出“{descriptor.DisplayName}”写入的变量“{id}”不存在"));
                yield return new(descriptor.Name, id, slot);
            }
    }

    private static bool IsMissing(JsonNode? given, bool isWrapped)
    {
        if (given is null)
            return true;
        if (!isWrapped || given is not JsonObject wrapped)
            return false;
        return wrapped["expression"] is not JsonObject expression || expression["value"] is null
            || expression["value"] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>());
    }
}
