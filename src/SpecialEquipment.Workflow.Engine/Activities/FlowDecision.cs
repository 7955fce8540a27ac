using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Leaves by one of two ports.</summary>
internal sealed class FlowDecision : BuiltInActivity
{
    private static readonly string[] True = ["True"];
    private static readonly string[] False = ["False"];

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowDecision", 1, "判断", "流程控制", "按条件走“是”或“否”。")
    {
        Inputs = [new("Condition", "Boolean", "条件") { UiHint = "checkbox", IsRequired = true }],
        Ports = [new("True", "是"), new("False", "否")],
    };

    public override void Start(BurstRun run, ActivityExecution execution) =>
        run.Complete(execution, IsTrue(Input(run, execution, "condition")) ? True : False);
}
