using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Asks somebody outside to do something and waits for the report. Task name and payload stand in the bookmark.</summary>
internal sealed class RunTask : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.RunTask", 1, "外部任务", "基础", "交由外部系统完成，收到结果后继续。")
    {
        Inputs = [new("TaskName", "String", "任务名称") { IsRequired = true }, new("Payload", "IDictionary<String, Object>", "任务内容") { UiHint = "multiline" }],
        Outputs = [new("Result", "Object", "任务结果")],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (TextInput(run, execution, "taskName") is not { Length: > 0 } name)
            throw new ActivityFault("没有填写任务名称");
        var payload = Input(run, execution, "payload");
        var id = run.State.MakeId(run.State.NextNumber());
        run.Wait(execution, BookmarkKinds.Task, id.ToString("D"), payload: PlainJson.ToNode(new Dictionary<string, object?> { ["taskName"] = name, ["payload"] = payload }), id: id);
        run.Suspended(execution);
    }

    public override void Resume(BurstRun run, ActivityExecution execution, ResumeInput input) => run.Complete(execution, outputs: Result(input.Value));
}
