using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs the activity nested in the first case that holds, or those of all that hold.</summary>
internal sealed class Switch : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Switch", 1, "多路选择（内嵌分支）", "流程控制", "按条件执行分支中的活动，都不成立时执行“默认”。")
    {
        Inputs =
        [
            new("Cases", "ICollection<SwitchCase>", "分支") { UiHint = "switch-editor", IsWrapped = false },
            new("Mode", "SwitchMode", "方式") { UiHint = "dropdown", Options = [("第一个成立的", "MatchFirst"), ("所有成立的", "MatchAny")], DefaultValue = "MatchFirst" },
        ],
        Ports = [new("Default", "默认", "Embedded"), new(Done, "完成")],
    };

    public override object Prepare(NodePreparation node) => SwitchCase.ReadAll(node);

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var holding = SwitchCase.Holding(run, execution, TextInput(run, execution, "mode") == "MatchAny", IsTrue);
        foreach (var one in holding)
            foreach (var (_, child) in execution.Node.Children)
                if (child.Id == one.ActivityId)
                    run.Schedule(execution, child);
        if (holding.Count == 0 && execution.Node.Child("default") is { } otherwise)
            run.Schedule(execution, otherwise);
        if (execution.IsIdle)
            run.Complete(execution);
    }

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (execution.IsIdle)
            run.Complete(execution);
    }
}
