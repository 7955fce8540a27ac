using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs its activities one after the other.</summary>
internal sealed class Sequence : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Sequence", 1, "顺序", "流程", "依次执行其中的活动。") { IsContainer = true, Ports = DonePort };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var trigger = run.Trigger is { } id ? Array.FindIndex(execution.Node.Children, child => child.Node.Id == id) : -1;
        execution.Position = Math.Max(trigger, 0);
        Next(run, execution);
    }

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Behaviour.EndsContainer)
        {
            run.Complete(execution, child.ContainerOutcomes);
            return;
        }
        execution.Position++;
        Next(run, execution);
    }

    private static void Next(BurstRun run, ActivityExecution execution)
    {
        if (execution.Position < execution.Node.Children.Length)
            run.Schedule(execution, execution.Node.Children[execution.Position].Node);
        else
            run.Complete(execution);
    }
}
