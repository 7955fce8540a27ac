using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>After sign-off: decides whether the case is looked back at, says why, and waits until the window opens.</summary>
public sealed class DrawLookBack(DeadlineRules rules) : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.DrawLookBack", 1, "抽取回头看", "特种设备监管",
        "销号后：重大隐患逐件、一般隐患按规则包比例抽取（可复核），等到回头看窗口开始后从“到期核查”出口离开。")
    {
        Outputs = [new OutputDescriptor("SignedOffAt", "String", "销号时间")],
        Ports = [new PortDescriptor("Open", "到期核查"), new PortDescriptor("NotDrawn", "未抽中")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        var act = call.Act();
        if (await act.Db.Set<LookBackCheck>().FirstOrDefaultAsync(c => c.MatterId == matter.Id, cancellation) is { } before)
            return Wait(before, call.Now);
        var signedOffAt = await act.Db.Set<SignOffDecision>().Where(s => s.MatterId == matter.Id).Select(s => s.SignedOffAt).SingleAsync(cancellation);
        var day = ShanghaiTime.DateOf(signedOffAt);
        var now = rules.Now;
        var share = now.Policy.Parameter(matter.Grade == HazardGrade.Major ? "lookBackShareMajor" : "lookBackShareGeneral", day, matter.RegionCode);
        var draw = LookBackSample.Draw(matter.Id, day);
        if (!LookBackSample.IsDrawn(draw, share))
            return ActivityOutcome.Through("NotDrawn");

        var check = new LookBackCheck
        {
            MatterId = matter.Id, Draw = draw, SignedOffAt = signedOffAt, OpensOn = now.Due("lookBackOpen", signedOffAt, matter.RegionCode).Day!.Value,
            ClosesOn = now.Due("lookBackClose", signedOffAt, matter.RegionCode).Day!.Value,
            Reason = $"{matter.Grade?.Name() ?? "一般"}隐患，回头看比例 {share:0.##}%，抽取值 {draw}（小于 {share * 100:0} 即抽中；由案件标识和销号月份 {day:yyyy-MM} 计算，可复核）",
        };
        act.Db.Set<LookBackCheck>().Add(check);
        act.Record(new LedgerFact(matter.Id, "draw-look-back", $"列入回头看，窗口 {ShanghaiTime.Text(check.OpensOn)} 至 {ShanghaiTime.Text(check.ClosesOn)}：{check.Reason}") { Kind = "clock" });
        return Wait(check, call.Now);
    }

    public async ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation)
    {
        var id = call.MatterId();
        return Wait(await call.Act().Db.Set<LookBackCheck>().AsNoTracking().SingleAsync(c => c.MatterId == id, cancellation), call.Now);
    }

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;

    private static ActivityOutcome Wait(LookBackCheck check, DateTimeOffset now)
    {
        var opens = ShanghaiTime.StartOf(check.OpensOn);
        return now >= opens
            ? ActivityOutcome.Through("Open", new Dictionary<string, object?> { ["SignedOffAt"] = check.SignedOffAt.ToString("O") })
            : new ActivityOutcome.Waiting([BookmarkRequest.At(opens, "look-back")]);
    }
}
