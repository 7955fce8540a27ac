using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record WrittenReportForm : MatterForm
{
    public string? Situation { get; init; }

    /// <summary>Scan of the signed paper, photos.</summary>
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
}

/// <summary>After the town has been told, the regulator is told in writing.</summary>
public sealed class WrittenReport : MatterCommand<WrittenReportForm>
{
    public override string Name => "written-report-to-regulator";
    public override string DisplayName => "书面报告监管部门";
    protected override string Article => Articles.Frontline;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Frontline.Staff;
    protected override bool MayRunBesideConfirmation => true;
    protected override PartyRole? Part => PartyRole.Finder;

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (await Frontline.OpenAsync(matter.Id, act.Db, cancellation) is not { } town)
            return CommandAvailability.Hidden with { Reason = "书面报告监管部门应在报告乡镇街道之后，实际尚未报告乡镇街道或者已办结。" };
        return await Frontline.WrittenAsync(town, act.Db, cancellation) is { } written
            ? CommandAvailability.Refused($"已由 {written.ReportedByName} 书面报告监管部门，待签收。", Articles.Frontline) : null;
    }

    protected override async Task CheckAsync(CommandCall<WrittenReportForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("situation", call.Form.Situation, "书面报告内容", Articles.Frontline);
        objections.Evidence("evidence", call.Form.Evidence, "书面报告（照片或者扫描件）", Articles.Frontline);
        if ((await RegulatorAsync(call, cancellation))?.Post is null)
            objections.Add("regulator", "应能确定直接监管部门及其接收岗位", "实际组织目录中没有登记", Articles.Frontline);
    }

    private static async Task<PlannedRecipient?> RegulatorAsync(CommandCall<WrittenReportForm> call, CancellationToken cancellation) =>
        await call.Directory.FindDepartmentAsync(call.Matter.RegionCode, DepartmentCodes.MarketRegulator, cancellation) is { } regulator
            ? new PlannedRecipient(RecipientRole.DirectRegulator, regulator,
                await ReportRecipients.PostAsync(regulator, [PostKinds.CaseOfficer, PostKinds.BureauOffice], call.Directory, cancellation), "直接监管部门") : null;

    protected override async Task<Rejection?> BindAsync(CommandCall<WrittenReportForm> call, CancellationToken cancellation) =>
        (await call.Act.Services.GetRequiredService<IAttachmentBinder>().BindAsync(call.Act, call.Matter.Id, "EVIDENCE", call.Form.Evidence!, "evidence", cancellation)).Rejection;

    protected override async Task<Effect> PerformAsync(CommandCall<WrittenReportForm> call, CancellationToken cancellation)
    {
        var town = (await Frontline.OpenAsync(call.Matter.Id, call.Db, cancellation))!;
        var report = await Frontline.WriteAsync(call, HazardReportKind.Written, town.Trigger!.Value, call.Form.Situation!, cancellation);
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, Frontline.WrittenRule, call.Now, cancellation);
        var regulator = (await RegulatorAsync(call, cancellation))!;
        var effect = new Effect(call.Matter.State, $"书面报告{regulator.Department.Name}：{report.Situation}")
            .Raising(HazardSignals.FrontlineWritten, ("reportId", town.Id.ToString("D")));
        return SentReports.Send(effect, report, regulator, call.Act);
    }
}
