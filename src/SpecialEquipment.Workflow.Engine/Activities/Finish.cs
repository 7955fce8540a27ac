using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Ends the whole workflow, however deep it stands.</summary>
internal sealed class Finish : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Finish", 1, "终止流程", "流程控制", "立即结束整个流程，所有未完成的工作一并取消。") { IsTerminal = true };

    public override void Start(BurstRun run, ActivityExecution execution) => run.CompleteAndEndInstance(execution);
}
