using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>An activity that runs its body again and again; <see cref="Break"/> leaves it.</summary>
internal abstract class Loop : BuiltInActivity
{
    protected static readonly PortDescriptor[] BodyPorts = [new("Body", "循环体", "Embedded"), new(Done, "完成")];

    public override void Start(BurstRun run, ActivityExecution execution) => NextRound(run, execution);

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        execution.Position++;
        NextRound(run, execution);
    }

    private void NextRound(BurstRun run, ActivityExecution execution)
    {
        if (execution.Node.Child("body") is { } body && TryRound(run, execution, out var round))
            run.Schedule(execution, body, loopValues: round);
        else
            run.Complete(execution);
    }

    /// <summary>Prepares round number <see cref="ActivityExecution.Position"/>; false when there is none.</summary>
    protected abstract bool TryRound(BurstRun run, ActivityExecution execution, out object?[]? loopValues);

    protected static void ShowCurrentValue(BurstRun run, ActivityExecution execution, object? value) =>
        OutputWriting.Write(run, execution, new Dictionary<string, object?>(1) { ["CurrentValue"] = value });

    protected static IReadOnlyList<object?> List(object? value) => new VariableType("Object", true).TryConvert(value, out var list) && list is IReadOnlyList<object?> items
        ? items
        : value is null ? [] : throw new ActivityFault($"循环的内容应为列表，实际为 {PlainJson.ToText(value)}");
}
