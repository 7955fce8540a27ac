using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs its body for all items at once.</summary>
internal sealed class ParallelForEach : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.ParallelForEach", 1, "逐项并行", "循环", "对列表中的每一项同时执行循环体，全部完成后继续。")
    {
        Inputs = [new("Items", "ICollection<Object>", "列表") { IsRequired = true }],
        Ports = [new("Body", "循环体", "Embedded"), new(Done, "完成")],
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var value = Input(run, execution, "items");
        var items = new Definitions.VariableType("Object", true).TryConvert(value, out var list) ? list as IReadOnlyList<object?> : null;
        if (items is null && value is not null)
            throw new ActivityFault($"循环的内容应为列表，实际为 {Definitions.PlainJson.ToText(value)}");
        if (execution.Node.Child("body") is { } body && items is not null)
            for (var i = 0; i < items.Count; i++)
                run.Schedule(execution, body, loopValues: [items[i], (double)i]);
        if (execution.IsIdle)
            run.Complete(execution);
    }

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (execution.IsIdle)
            run.Complete(execution);
    }
}
