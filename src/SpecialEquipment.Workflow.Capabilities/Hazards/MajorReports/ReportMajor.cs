using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record MajorReportForm : MatterForm
{
    /// <summary>What is the matter, and how it developed.</summary>
    public string? Situation { get; init; }

    /// <summary>What has been done already.</summary>
    public string? Measures { get; init; }

    /// <summary>What the recipients are asked for.</summary>
    public string? Advice { get; init; }

    /// <summary>Grounds known to the officer beside those that follow from the record.</summary>
    public IReadOnlyList<GovernmentGround>? Grounds { get; init; }
    public bool? ToGovernment { get; init; }

    /// <summary>Why the local government is told, or why not; asked for in either case.</summary>
    public string? GovernmentReason { get; init; }
}

/// <summary>
/// A major hazard is reported at once to the sector department of the same level and upward, and to the local government when that is
/// necessary (SESL art. 63). The rule names the recipients; each gets the document and signs for it.
/// </summary>
public sealed class ReportMajor : MatterCommand<MajorReportForm>
{
    public override string Name => "report-major";
    public override string DisplayName => "报告重大隐患";
    protected override string Article => Articles.ReportUp;
    protected override IReadOnlyList<HazardState> From => MatterStates.GradedAndOpen;
    protected override Who By => Who.Official(PostKinds.CaseOfficer);
    protected override bool MayRunBesideConfirmation => true;

    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) => Task.FromResult(
        matter.Grade == HazardGrade.Major ? null : CommandAvailability.Hidden with { Reason = "报告重大隐患应为重大事故隐患，实际为一般事故隐患。" });

    protected override async Task CheckAsync(CommandCall<MajorReportForm> call, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
        objections.Substance("situation", form.Situation, "隐患情况", Articles.ReportUp);
        objections.Substance("measures", form.Measures, "已采取的措施", Articles.ReportUp);
        objections.Required("toGovernment", form.ToGovernment, "是否报本级人民政府", Articles.ReportGovernment);
        objections.Substance("governmentReason", form.GovernmentReason, form.ToGovernment == false ? "不报人民政府的理由" : "报人民政府的理由", Articles.ReportGovernment);
        var plan = await PlanAsync(call, cancellation);
        foreach (var role in plan.Missing)
            objections.Add("recipients", $"应能确定{role.Name()}", "实际组织目录中没有登记", Articles.ReportUp);
        foreach (var recipient in plan.Recipients.Where(r => r.Post is null))
            objections.Add("recipients", $"{recipient.Department.Name}应有接收岗位", "实际组织目录中没有登记", Articles.ReportUp);
        if (form.ToGovernment == true && plan.Government?.Post is null)
            objections.Add("toGovernment", "本级人民政府应有接收岗位", "实际组织目录中没有登记", Articles.ReportGovernment);
    }

    private static Task<RecipientPlan> PlanAsync(CommandCall<MajorReportForm> call, CancellationToken cancellation) =>
        ReportRecipients.PlanAsync(call.Matter, call.Act.Actor, call.Db, call.Directory, cancellation);

    protected override async Task<Effect> PerformAsync(CommandCall<MajorReportForm> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var plan = await PlanAsync(call, cancellation);
        var grounds = plan.Grounds.Concat(form.Grounds ?? []).Distinct().Order().ToList();
        var report = new HazardReport
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = matter.Id, Serial = await call.Db.Set<HazardReport>().CountAsync(r => r.MatterId == matter.Id, cancellation) + 1,
            Kind = HazardReportKind.Major, Situation = form.Situation!.Trim(), Measures = form.Measures!.Trim(), Advice = form.Advice?.Trim(), ToGovernment = form.ToGovernment,
            GovernmentReason = form.GovernmentReason!.Trim(), Grounds = string.Join(',', grounds), ReportedById = call.First.PersonId, ReportedByName = call.First.Name, ReportedAt = call.Now,
        };
        call.Db.Set<HazardReport>().Add(report);
        var recipients = form.ToGovernment == true ? [.. plan.Recipients, plan.Government!] : plan.Recipients;
        await act.MeetDeadlinesAsync(matter.Id, MajorReports.FirstReport, call.Now, cancellation);
        await act.MeetDeadlinesAsync(matter.Id, MajorReports.ReportUp, call.Now, cancellation);

        var told = $"报告重大隐患：{string.Join("、", recipients.Select(r => r.Department.Name))}；{(form.ToGovernment == true ? "报" : "不报")}本级人民政府，理由：{report.GovernmentReason}";
        var effect = new Effect(matter.State, told)
        {
            Message = form.ToGovernment == false && grounds.Count > 0 ? $"{told}。注意：本案有应报政府的情形（{string.Join("、", grounds.Select(g => g.Name()))}），理由已记录。" : null,
        }.Raising(HazardSignals.MajorReported, ("reportId", report.Id.ToString("D")), ("serial", report.Serial));
        return recipients.Aggregate(effect, (all, recipient) => SentReports.Send(all, report, recipient, act));
    }
}

/// <summary>A report goes to its recipient: a row, and the signal that gives the task to sign for it.</summary>
internal static class SentReports
{
    public static Effect Send(Effect effect, HazardReport report, PlannedRecipient to, ActContext act)
    {
        var row = new ReportRecipient
        {
            Id = Guid.CreateVersion7(act.Now), ReportId = report.Id, MatterId = report.MatterId, Role = to.Role, DepartmentId = to.Department.Id, DepartmentName = to.Department.Name,
            RegionCode = to.Department.RegionCode, PostId = to.Post!.Id, PostName = to.Post.Name, Reason = to.Reason, SentAt = act.Now,
        };
        act.Db.Set<ReportRecipient>().Add(row);
        return effect.Raising(HazardSignals.ReportSent, ("recipientId", row.Id.ToString("D")), ("postId", row.PostId.ToString("D")),
            ("title", $"签收：{report.Kind.Name()}"), ("from", report.ReportedByName));
    }
}
