using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Leaves by every one of its branches.</summary>
internal sealed class FlowFork : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowFork", 1, "并行分支", "流程控制", "同时走所有分支。")
    {
        Inputs = [new("Branches", "ICollection<String>", "分支") { UiHint = "dynamic-outcomes" }],
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var branches = new VariableType("String", true).TryConvert(Input(run, execution, "branches"), out var list) ? list as IReadOnlyList<object?> : null;
        run.Complete(execution, branches is { Count: > 0 } ? [.. branches.Select(VariableType.Text)] : null);
    }
}
