using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs its body once per item, one after the other. The items are fixed when it begins.</summary>
internal sealed class ForEach : Loop
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.ForEach", 1, "逐项循环", "循环", "对列表中的每一项依次执行循环体。")
    {
        Inputs = [new("Items", "ICollection<Object>", "列表") { IsRequired = true }],
        Outputs = [new("CurrentValue", "Object", "当前项")],
        Ports = BodyPorts,
    };

    protected override bool TryRound(BurstRun run, ActivityExecution execution, out object?[]? loopValues)
    {
        var items = execution.Items ??= List(Input(run, execution, "items"));
        loopValues = null;
        if (execution.Position >= items.Count)
            return false;
        var value = items[execution.Position];
        ShowCurrentValue(run, execution, value);
        loopValues = [value, (double)execution.Position];
        return true;
    }
}
