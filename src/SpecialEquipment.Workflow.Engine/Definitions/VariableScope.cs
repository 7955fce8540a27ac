using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>Which variables an activity sees: its container's, outwards to the workflow's.</summary>
internal sealed class VariableScope(CompiledNode? node, VariableDefinition[] workflowVariables)
{
    public static VariableSlot? Find(CompiledNode node, string id, string name) => Of(node).Find(id, name);

    public static VariableScope Of(CompiledNode node)
    {
        var root = node;
        while (root.Parent is { } parent)
            root = parent;
        return new(node, root.WorkflowVariables);
    }

    /// <summary>By id, as Studio stores references; by name when nobody has the id.</summary>
    public VariableSlot? Find(string id, string name) => Search(variable => variable.Id == id) ?? (name.Length > 0 ? Named(name) : null);

    public VariableSlot? Named(string name) => Search(variable => variable.Name == name);

    private VariableSlot? Search(Predicate<VariableDefinition> matches)
    {
        for (var scope = node; scope is not null; scope = scope.Parent)
        {
            var variables = LoopVariables.Of(scope);
            var own = Array.FindIndex(variables, matches);
            if (own >= 0)
                return new(scope, own, variables[own]);
        }
        var index = Array.FindIndex(workflowVariables, matches);
        return index < 0 ? null : new(null, index, workflowVariables[index]);
    }
}
