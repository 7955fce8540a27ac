using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Names the instance.</summary>
internal sealed class SetName : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.SetName", 1, "设置名称", "基础", "给流程实例命名，便于查找。")
    {
        Inputs = [new("Value", "String", "名称") { IsRequired = true }],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        run.State.Name = TextInput(run, execution, "value");
        run.Complete(execution);
    }
}
