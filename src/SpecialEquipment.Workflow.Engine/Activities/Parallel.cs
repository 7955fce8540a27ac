using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs its activities at the same time.</summary>
internal sealed class Parallel : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Parallel", 1, "并行", "流程", "同时执行其中的活动，全部完成后继续。") { IsContainer = true, Ports = DonePort };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        foreach (var (_, child) in execution.Node.Children)
            run.Schedule(execution, child);
        if (execution.IsIdle)
            run.Complete(execution);
    }

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Behaviour.EndsContainer || execution.IsIdle)
            run.Complete(execution, child.ContainerOutcomes);
    }
}
