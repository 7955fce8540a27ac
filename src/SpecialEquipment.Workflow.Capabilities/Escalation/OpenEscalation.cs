using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Escalation;

/// <summary>Opens a level of the ladder; a hazard that already has an open case keeps that one.</summary>
public sealed class OpenEscalation : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.OpenEscalation", 1, "开启升级处置", "特种设备监管", "在升级阶梯上开启一级（约见警示等），同一隐患只有一个未结的升级案。")
    {
        Inputs =
        [
            new InputDescriptor("Level", "String", "级别") { UiHint = "dropdown", IsRequired = true, DefaultValue = "L1", Options = [("L1 约见警示、书面告知", "L1")] },
            new InputDescriptor("Fact", "String", "事由", "不填则为整改期限已过"),
        ],
        Outputs = [new OutputDescriptor("CaseId", "String", "升级案编号")],
        Ports = [new PortDescriptor("Done", "完成")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        var act = call.Act();
        if (!Enum.TryParse<EscalationLevel>(call.Text("Level"), out var level) || level == EscalationLevel.L0)
            throw new InvalidOperationException($"节点“{call.ActivityName}”的“级别”应为 L1，实际为“{call.Text("Level")}”");

        var open = await act.Db.Set<EscalationCase>().FirstOrDefaultAsync(e => e.MatterId == matter.Id && e.ClosedAt == null, cancellation);
        if (open is null)
        {
            var missed = matter.RectifyBy is { } date ? ShanghaiTime.Text(date) : "";
            open = new EscalationCase
            {
                Id = Guid.CreateVersion7(call.Now), MatterId = matter.Id, Level = level, Fact = call.Text("Fact") ?? $"整改期限 {missed} 已过，未提交整改报告，且无准予的延期",
                MissedDate = matter.RectifyBy, OpenedAt = call.Now,
            };
            act.Db.Set<EscalationCase>().Add(open);
            act.Record(new LedgerFact(matter.Id, "open-escalation", $"开启升级处置 {level}（{level.Name()}）：{open.Fact}") { StateAfter = matter.State.Code() });
            act.Raise("EscalationOpened", matter.Id, new Dictionary<string, object?> { ["level"] = level.ToString(), ["caseId"] = open.Id.ToString("D") });
        }
        return ActivityOutcome.Through("Done", new Dictionary<string, object?> { ["CaseId"] = open.Id.ToString("D") });
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;
}
