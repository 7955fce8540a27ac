using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs its body as long as the condition holds.</summary>
internal sealed class While : Loop
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.While", 1, "条件循环", "循环", "条件成立时反复执行循环体。")
    {
        Inputs = [new("Condition", "Boolean", "条件") { UiHint = "checkbox", IsRequired = true }],
        Ports = BodyPorts,
    };

    protected override bool TryRound(BurstRun run, ActivityExecution execution, out object?[]? loopValues)
    {
        loopValues = null;
        return IsTrue(Input(run, execution, "condition"));
    }
}
