using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Tests.Running;

/// <summary>A host activity that does as the test says and notes every call.</summary>
internal sealed class Host : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("Test.Work", 1, "工作", "测试", "")
    {
        Inputs = [new("Title", "String", "标题"), new("Count", "Int32", "数量") { DefaultValue = 1d }, new("Extra", "IDictionary<String, Object>", "附加")],
        Outputs = [new("Answer", "Int32", "答复")],
        Ports = [new("Done", "完成"), new("Overdue", "逾期")],
    };

    public List<string> Calls { get; } = [];
    public List<HostCall> Started { get; } = [];
    public Func<HostCall, ActivityOutcome> OnStart { get; set; } = _ => ActivityOutcome.Done();
    public Func<HostCall, Resumption, ActivityOutcome> OnResume { get; set; } = (_, _) => ActivityOutcome.Done();

    public ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        Calls.Add("start " + call.ActivityId);
        Started.Add(call);
        return new(OnStart(call));
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation)
    {
        Calls.Add($"resume {call.ActivityId} {resumption.Name}");
        return new(OnResume(call, resumption));
    }

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation)
    {
        Calls.Add("cancel " + call.ActivityId);
        return ValueTask.CompletedTask;
    }

    public static ActivityOutcome Answer(double answer) => ActivityOutcome.Through("Done", new Dictionary<string, object?> { ["Answer"] = answer });
}
