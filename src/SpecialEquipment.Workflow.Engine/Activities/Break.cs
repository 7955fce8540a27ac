using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Leaves the nearest loop: everything between it and the loop completes at once.</summary>
internal sealed class Break : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Break", 1, "跳出循环", "循环", "结束最近的循环。") { IsTerminal = true };

    public override bool EndsContainer => true;

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var loop = execution.Parent;
        while (loop is not null && loop.Node.Behaviour is not (Loop or ParallelForEach))
            loop = loop.Parent;
        if (loop is null)
            throw new ActivityFault("“跳出循环”不在循环之内");
        for (var container = execution.Parent; container != loop.Parent; container = container!.Parent)
            container!.IsBreaking = true;
        run.Complete(execution);
    }
}
