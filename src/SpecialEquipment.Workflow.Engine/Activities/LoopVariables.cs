using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>What the body of a loop sees of its round, besides its own variables.</summary>
internal static class LoopVariables
{
    private static readonly VariableDefinition[] All =
    [
        new("currentValueVariable", "CurrentValue", new VariableType("Object", false), null, true),
        new("currentIndexVariable", "CurrentIndex", new VariableType("Int32", false), null, true),
    ];

    /// <summary>A node's own variables, and behind them those its loop gives it.</summary>
    public static VariableDefinition[] Of(CompiledNode node) => node.Parent?.Behaviour switch
    {
        ForEach or ParallelForEach => [.. node.Variables, .. All],
        For => [.. node.Variables, All[0]],
        _ => node.Variables,
    };
}
