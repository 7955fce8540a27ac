using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Ties the instance to a matter.</summary>
internal sealed class Correlate : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Correlate", 1, "关联事项", "基础", "把流程实例关联到一个事项，以后只收到该事项的事件。")
    {
        Inputs = [new("CorrelationId", "String", "事项编号") { IsRequired = true }],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        run.Correlate(TextInput(run, execution, "correlationId"));
        run.Complete(execution);
    }
}
