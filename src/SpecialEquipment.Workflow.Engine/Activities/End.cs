using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Ends the container it stands in; what still works there is cancelled.</summary>
internal sealed class End : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.End", 1, "结束", "流程控制", "结束所在的流程图，未完成的分支一并取消。") { IsTerminal = true };

    public override bool EndsContainer => true;

    public override void Start(BurstRun run, ActivityExecution execution) => run.Complete(execution);
}
