using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Waits for an event, or is begun by one.</summary>
internal sealed class Event : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Event", 1, "事件", "事件", "等待指定名称的事件；标为可启动时，事件发生即启动流程。")
    {
        Kind = "Trigger",
        Inputs = [new("EventName", "String", "事件名称") { IsRequired = true }],
        Outputs = [new("Result", "Object", "事件内容")],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (run.TriggerResult is { } trigger && run.Trigger == execution.Node.Id)
        {
            run.TriggerResult = null;
            Input(run, execution, "eventName");
            run.Complete(execution, outputs: Result(trigger.Value));
            return;
        }
        if (TextInput(run, execution, "eventName") is not { Length: > 0 } name)
            throw new ActivityFault("没有填写事件名称");
        run.Wait(execution, BookmarkKinds.Event, name);
        run.Suspended(execution);
    }

    public override void Resume(BurstRun run, ActivityExecution execution, ResumeInput input) => run.Complete(execution, outputs: Result(input.Value));
}
