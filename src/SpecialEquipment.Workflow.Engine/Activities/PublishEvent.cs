using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Publishes an event; it is delivered when the running bursts have come to rest.</summary>
internal sealed class PublishEvent : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.PublishEvent", 1, "发布事件", "事件", "发布一个事件，等待它的流程随之继续。")
    {
        Inputs =
        [
            new("EventName", "String", "事件名称") { IsRequired = true },
            new("CorrelationId", "String", "事项编号", "留空时到达所有等待该事件的流程。"),
            new("IsLocalEvent", "Boolean", "仅本流程") { UiHint = "checkbox" },
            new("Payload", "Object", "事件内容") { UiHint = "multiline" },
        ],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (TextInput(run, execution, "eventName") is not { Length: > 0 } name)
            throw new ActivityFault("没有填写事件名称");
        var correlationId = TextInput(run, execution, "correlationId");
        run.Publish(name, string.IsNullOrEmpty(correlationId) ? null : correlationId, Input(run, execution, "payload"), IsTrue(Input(run, execution, "isLocalEvent")));
        run.Complete(execution);
    }
}
