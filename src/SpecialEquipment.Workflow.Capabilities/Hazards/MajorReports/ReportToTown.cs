using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record TownReportForm : MatterForm
{
    public FrontlineTrigger? Trigger { get; init; }
    public string? Situation { get; init; }

    /// <summary>True time at the scene; now when left out. The written report is due from here.</summary>
    public DateTimeOffset? HappenedAt { get; init; }
    public string? LateReason { get; init; }
}

/// <summary>
/// A grid worker, assistant supervisor or the town itself has met a regional or prevalent major hazard, or a refusal to rectify: the town
/// is told at once, and the regulator in writing within the limit of the policy pack.
/// </summary>
public sealed class ReportToTown : MatterCommand<TownReportForm>
{
    public override string Name => "report-to-town";
    public override string DisplayName => "报告乡镇街道";
    protected override string Article => Articles.Frontline;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Frontline.Staff;
    protected override bool MayRunBesideConfirmation => true;
    protected override PartyRole? Part => PartyRole.Finder;

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        await Frontline.OpenAsync(matter.Id, act.Db, cancellation) is { } open
            ? CommandAvailability.Refused($"已由 {open.ReportedByName} 报告乡镇街道，应先书面报告监管部门并取得双方签收。", Articles.Frontline) : null;

    protected override async Task CheckAsync(CommandCall<TownReportForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Required("trigger", call.Form.Trigger, "报告情形（区域性、普遍性重大隐患，或者拒不整改）", Articles.Frontline);
        objections.Substance("situation", call.Form.Situation, "情况说明", Articles.Frontline);
        SceneTime.Check(call, "happenedAt", call.Form.HappenedAt, call.Form.LateReason, objections);
        if ((await Frontline.TownAsync(call, cancellation))?.Post is null)
            objections.Add("town", "应能确定属地乡镇人民政府（街道办事处）及其接收岗位", "实际组织目录中没有登记", Articles.Frontline);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<TownReportForm> call, CancellationToken cancellation)
    {
        var happened = call.Form.HappenedAt?.ToUniversalTime() ?? call.Now;
        var report = await Frontline.WriteAsync(call, HazardReportKind.ToTown, call.Form.Trigger!.Value, call.Form.Situation!, cancellation);
        call.Act.StartDeadline(call.Matter, Frontline.WrittenRule, happened, call.Rules);
        var town = (await Frontline.TownAsync(call, cancellation))!;
        var effect = new Effect(call.Matter.State, $"报告{town.Department.Name}：{call.Form.Trigger.Value.Name()}。{report.Situation}") { EventTime = happened }
            .Raising(HazardSignals.FrontlineReported, ("reportId", report.Id.ToString("D")), ("personId", call.First.PersonId?.ToString("D")));
        return SentReports.Send(effect, report, town, call.Act);
    }
}

/// <summary>What the frontline acts have in common.</summary>
internal static class Frontline
{
    public const string WrittenRule = "frontlineWritten";

    public static Who Staff { get; } = Who.OfAnyDepartment(PostKinds.GridWorker, PostKinds.AssistantSupervisor, PostKinds.TownLeader);

    /// <summary>The report to the town that is not finished yet: not written to the regulator, or not signed for by both.</summary>
    public static Task<HazardReport?> OpenAsync(Guid matterId, WorkflowDbContext db, CancellationToken cancellation) =>
        db.Set<HazardReport>().AsNoTracking().FirstOrDefaultAsync(r => r.MatterId == matterId && r.Kind == HazardReportKind.ToTown && r.ClosedAt == null, cancellation);

    public static Task<HazardReport?> WrittenAsync(HazardReport town, WorkflowDbContext db, CancellationToken cancellation) =>
        db.Set<HazardReport>().AsNoTracking().FirstOrDefaultAsync(r => r.MatterId == town.MatterId && r.Kind == HazardReportKind.Written && r.Serial > town.Serial, cancellation);

    /// <summary>Names of those who have not signed yet.</summary>
    public static async Task<IReadOnlyList<string>> UnsignedAsync(HazardReport town, HazardReport written, WorkflowDbContext db, CancellationToken cancellation) =>
        [.. (await db.Set<ReportRecipient>().Where(r => r.ReportId == town.Id || r.ReportId == written.Id).OrderBy(r => r.Key).ToListAsync(cancellation))
            .Where(r => r.ReceivedAt is null).Select(r => r.DepartmentName)];

    public static async Task<PlannedRecipient?> TownAsync<TForm>(CommandCall<TForm> call, CancellationToken cancellation) =>
        await call.Directory.FindDepartmentAsync(call.Matter.RegionCode, DepartmentCodes.TownGovernment, cancellation) is { } town
            ? new PlannedRecipient(RecipientRole.Town, town,
                await ReportRecipients.PostAsync(town, [PostKinds.TownLeader, PostKinds.LiaisonOfficer], call.Directory, cancellation), "属地管理") : null;

    public static async Task<HazardReport> WriteAsync<TForm>(
        CommandCall<TForm> call, HazardReportKind kind, FrontlineTrigger trigger, string situation, CancellationToken cancellation)
    {
        var report = new HazardReport
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = call.Matter.Id, Kind = kind, Trigger = trigger, Situation = situation.Trim(),
            Serial = await call.Db.Set<HazardReport>().CountAsync(r => r.MatterId == call.Matter.Id, cancellation) + 1,
            ReportedById = call.First.PersonId, ReportedByName = call.First.Name, ReportedAt = call.Now,
        };
        call.Db.Set<HazardReport>().Add(report);
        return report;
    }
}

/// <summary>When the second of the two receipts is in, whichever comes last, the frontline person is told.</summary>
internal static class FrontlineReceipts
{
    public static async Task<Effect> CompleteAsync(Effect effect, ReportRecipient signed, WorkflowDbContext db, CancellationToken cancellation)
    {
        if (await Frontline.OpenAsync(signed.MatterId, db, cancellation) is not { } town || await Frontline.WrittenAsync(town, db, cancellation) is not { } written || (signed.ReportId != town.Id && signed.ReportId != written.Id))
            return effect;
        return (await Frontline.UnsignedAsync(town, written, db, cancellation)).Count > 0 ? effect
            : effect.Raising(HazardSignals.FrontlineReceipts, ("reportId", town.Id.ToString("D")));
    }
}
