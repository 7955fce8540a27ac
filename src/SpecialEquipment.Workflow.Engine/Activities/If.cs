using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs one of two nested activities.</summary>
internal sealed class If : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.If", 1, "如果", "流程控制", "条件成立时执行“是”，否则执行“否”。")
    {
        Inputs = [new("Condition", "Boolean", "条件") { UiHint = "checkbox", IsRequired = true }],
        Outputs = [new("Result", "Boolean", "判断结果")],
        Ports = [new("Then", "是", "Embedded"), new("Else", "否", "Embedded"), new(Done, "完成")],
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var holds = IsTrue(Input(run, execution, "condition"));
        execution.Position = holds ? 1 : 0;
        if (execution.Node.Child(holds ? "then" : "else") is { } branch)
            run.Schedule(execution, branch);
        else
            run.Complete(execution, outputs: Result(holds));
    }

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes) =>
        run.Complete(execution, outputs: Result(execution.Position == 1));
}
