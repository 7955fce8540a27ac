using SpecialEquipment.Workflow.Engine.Execution;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>Looks every free name of a script up, so that a misspelt one is found at publishing and not in a running case.</summary>
internal sealed class ScriptNameCheck(WorkflowDefinition definition, IReadOnlySet<string> activityIds)
{
    public void Check(CompiledNode node, ScriptProgram program, string place, Action<DefinitionProblem> report)
    {
        var scope = VariableScope.Of(node);
        foreach (var name in program.FreeNames)
            if (!name.IsTested && Complaint(name, scope) is var (code, text) && code.Length > 0)
                report(new(code, ProblemSeverity.Error, node.Id, $"活动“{node.Name}”的{place}第 {name.Line} 行第 {name.Column} 列：{text}", name.Line, name.Column));
    }

    private (string Code, string Text) Complaint(ScriptName name, VariableScope scope)
    {
        var known = ("", "");
        switch (name.Name)
        {
            case "variables":
                return name.Path is { } member && scope.Named(member) is null ? ("UNKNOWN_VARIABLE", $"变量“{member}”不存在") : known;
            case "getVariable" or "setVariable":
                return name.Argument is { } variable && scope.Named(variable) is null ? ("UNKNOWN_VARIABLE", $"变量“{variable}”不存在") : known;
            case "getInput":
                return name.Argument is { } input && !IsInput(input) ? ("UNKNOWN_INPUT", $"流程输入“{input}”不存在") : known;
            case "getOutputFrom":
                return name.Argument is { } activity && !activityIds.Contains(activity) ? ("UNKNOWN_ACTIVITY", $"活动“{activity}”不存在") : known;
            case "matter":
                return known;
        }
        if (ScriptFunctions.Find(name.Name) is not null)
            return known;
        if (name.Name.Length > 3 && name.Name.StartsWith("get", StringComparison.Ordinal))
            return scope.Named(name.Name[3..]) is not null || IsInput(name.Name[3..]) ? known : ("UNKNOWN_VARIABLE", $"变量“{name.Name[3..]}”不存在");
        if (name.Name.Length > 3 && name.Name.StartsWith("set", StringComparison.Ordinal))
            return scope.Named(name.Name[3..]) is not null ? known : ("UNKNOWN_VARIABLE", $"变量“{name.Name[3..]}”不存在");
        return ("UNKNOWN_NAME", $"名称“{name.Name}”不存在");
    }

    private bool IsInput(string name) => definition.Inputs.Any(input => input.Name == name);
}
