using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs its branches at the same time; goes on when all are done, or the first.</summary>
internal sealed class Fork : BuiltInActivity
{
    private const string WaitAny = "WaitAny";

    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Fork", 1, "并行（内嵌分支）", "流程", "同时执行各分支。")
    {
        Inputs =
        [
            new("JoinMode", "ForkJoinMode", "方式") { UiHint = "dropdown", IsWrapped = false, Options = [("全部分支完成", "WaitAll"), ("任一分支完成（其余取消）", WaitAny)] },
        ],
        Ports = DonePort,
    };

    public override object Prepare(NodePreparation node) => node.Json.Json.Text("joinMode", "WaitAll");

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        foreach (var (_, child) in execution.Node.Children)
            run.Schedule(execution, child);
        if (execution.IsIdle)
            run.Complete(execution);
    }

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (execution.IsIdle || execution.Node.Plan is WaitAny)
            run.Complete(execution);
    }
}
