using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Lets a flow see the case it is about as it stands now; it decides on facts, not on what a signal once said.</summary>
public sealed class ReadHazard : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.ReadHazard", 1, "读取案件", "特种设备监管", "读取案件的状态、等级、整改期限等，存入变量供后续判断。")
    {
        Outputs =
        [
            new OutputDescriptor("State", "String", "状态"), new OutputDescriptor("Grade", "String", "等级"), new OutputDescriptor("Source", "String", "来源"),
            new OutputDescriptor("Number", "String", "台账编号"), new OutputDescriptor("RectifyBy", "String", "整改期限"), new OutputDescriptor("EnterpriseName", "String", "使用单位"),
        ],
        Ports = [new PortDescriptor("Done", "完成")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        var hazard = await call.Act().Db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == matter.Id, cancellation);
        return ActivityOutcome.Through("Done", new Dictionary<string, object?>
        {
            ["State"] = matter.State.Code(), ["Grade"] = matter.Grade?.Code(), ["Source"] = hazard.Source.Code(), ["Number"] = matter.Number,
            ["RectifyBy"] = matter.RectifyBy is { } date ? ShanghaiTime.Text(date) : null, ["EnterpriseName"] = hazard.EnterpriseName,
        });
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;
}
