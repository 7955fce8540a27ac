using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Where a flowchart begins.</summary>
internal sealed class StartActivity : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Start", 1, "开始", "流程控制", "流程图从这里开始。") { IsStart = true, Ports = DonePort };

    public override void Start(BurstRun run, ActivityExecution execution) => run.Complete(execution);
}
