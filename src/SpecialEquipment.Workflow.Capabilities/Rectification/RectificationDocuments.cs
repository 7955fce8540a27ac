using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>What the documents of rectification print: plan, extension decision, report, re-inspection opinion, sign-off sheet (DOMAIN §4.12).</summary>
public sealed class RectificationDocuments(IMatterFacts facts) : IDocumentSource
{
    public bool Supports(string template) => template is DocumentTemplates.RectificationList or DocumentTemplates.RectificationPlan or DocumentTemplates.ExtensionDecision
        or DocumentTemplates.RectificationReport or DocumentTemplates.ReinspectionOpinion or DocumentTemplates.SignOffSheet;

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        if (template == DocumentTemplates.RectificationList)
            return await RectificationLists.FieldsAsync(matterId, reading, cancellation);
        var matter = await reading.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var values = (await facts.ReadAsync(reading.Db, matterId, cancellation)).ToValues(matter);
        var documents = await reading.Services.GetRequiredService<IDocumentRegister>().OfMatterAsync(reading.Db, matterId, cancellation);
        values["instructionNumber"] = Number(documents, DocumentTemplates.SafetySupervisionInstruction);
        values["reinspectionNumber"] = Number(documents, DocumentTemplates.ReinspectionOpinion);
        var report = await NewestReportAsync(reading, matterId, cancellation);
        values["reportedOn"] = report is null ? null : ShanghaiTime.DateOf(report.SubmittedAt);
        if (matter.EnterpriseId is { } unit && await reading.Services.GetRequiredService<IDirectory>().FindEnterpriseAsync(unit, cancellation) is { } enterprise)
            values["creditCode"] = enterprise.CreditCode;

        var page = new DocumentFields
        {
            RegionCode = matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Addressees = [values["unitName"] as string ?? "使用单位"], Values = values,
        };
        return template switch
        {
            DocumentTemplates.RectificationPlan => await PlanAsync(page, values, matter, reading, cancellation),
            DocumentTemplates.ExtensionDecision => await ExtensionAsync(page, values, matter, reading, cancellation),
            DocumentTemplates.RectificationReport => await ReportAsync(page, values, matter, report!, reading, cancellation),
            DocumentTemplates.ReinspectionOpinion => await ReinspectionAsync(page, values, matter, reading, cancellation),
            _ => await SignOffAsync(page, values, matter, report, reading, cancellation),
        };
    }

    private static string? Number(IReadOnlyList<DocumentView> documents, string template) => documents.Where(d => d.Kind == template).MaxBy(d => d.IssuedAt)?.Number;

    private static Task<RectificationReport?> NewestReportAsync(DocumentReading reading, Guid matterId, CancellationToken cancellation) =>
        reading.Db.Set<RectificationReport>().AsNoTracking().Where(r => r.MatterId == matterId).OrderByDescending(r => r.Serial).FirstOrDefaultAsync(cancellation);

    private static async Task<DocumentFields> PlanAsync(
        DocumentFields page, Dictionary<string, object?> values, Matter matter, DocumentReading reading, CancellationToken cancellation)
    {
        var plan = await reading.Db.Set<RectificationPlan>().AsNoTracking().Where(p => p.MatterId == matter.Id).OrderByDescending(p => p.Serial).FirstAsync(cancellation);
        values["goal"] = plan.Goal;
        values["measures"] = plan.Measures.Select(object? (m) => new Dictionary<string, object?> { ["text"] = m.Text, ["date"] = m.Date, ["owner"] = m.Owner }).ToList();
        values["responsibility"] = new Dictionary<string, object?>
        {
            ["unit"] = plan.ResponsibleUnit, ["leader"] = plan.Leader, ["doer"] = plan.Doer, ["supervisor"] = plan.Supervisor,
        };
        values["funding"] = new Dictionary<string, object?>
        {
            ["amount"] = plan.FundingAmount, ["source"] = plan.FundingSource, ["arrivalDate"] = plan.FundingArrival, ["zeroReason"] = plan.ZeroFundingReason,
        };
        (values["contingencyPlan"], values["interimControl"]) = (plan.ContingencyPlan, plan.InterimControlMode is { } mode ? $"{mode.Name()}。{plan.InterimControl}" : plan.InterimControl);
        (values["submittedBy"], values["submittedOn"]) = (plan.SubmittedByName, ShanghaiTime.DateOf(plan.SubmittedAt));
        (values["reviewOpinion"], values["reviewer"]) = (plan.Opinion ?? "同意", plan.ReviewedByName);
        values["reviewedOn"] = plan.ReviewedAt is { } at ? ShanghaiTime.DateOf(at) : null;
        return page with { IssuedByUnit = values["unitName"] as string ?? "使用单位", Addressees = [], DueDate = plan.Deadline };
    }

    private static async Task<DocumentFields> ExtensionAsync(
        DocumentFields page, Dictionary<string, object?> values, Matter matter, DocumentReading reading, CancellationToken cancellation)
    {
        var request = await reading.Db.Set<ExtensionRequest>().AsNoTracking()
            .Where(e => e.MatterId == matter.Id && (e.State == ExtensionState.Granted || e.State == ExtensionState.Refused)).OrderByDescending(e => e.DecidedAt).FirstAsync(cancellation);
        (values["granted"], values["oldDate"], values["newDate"]) = (request.State == ExtensionState.Granted, request.OldDate, request.GrantedDate);
        (values["reason"], values["decisionReason"], values["interimControl"]) = (request.Reason, request.DecisionReason, request.InterimControl);
        values["requestedOn"] = ShanghaiTime.DateOf(request.RequestedAt);
        return page with
        {
            LegalBasis = Articles.NamedDate, DueDate = request.GrantedDate ?? request.OldDate,
            Signers = [new DocumentSigner(PostKinds.Approver, request.DecidedByName!, null, ShanghaiTime.DateOf(request.DecidedAt!.Value))],
        };
    }

    /// <summary>The unit's own paper, so it has no red head.</summary>
    private static async Task<DocumentFields> ReportAsync(
        DocumentFields page, Dictionary<string, object?> values, Matter matter, RectificationReport report, DocumentReading reading, CancellationToken cancellation)
    {
        (values["reportText"], values["fundsSpent"], values["late"]) = (report.Text, report.FundsSpent, report.Late);
        (values["submittedBy"], values["submittedOn"]) = (report.SubmittedByName, ShanghaiTime.DateOf(report.SubmittedAt));
        values["items"] = report.Items.Select(object? (i) => new Dictionary<string, object?> { ["measure"] = i.Measure, ["doneDate"] = i.DoneDate, ["note"] = i.Note }).ToList();
        var files = await reading.Services.GetRequiredService<IAttachmentBinder>().OfMatterAsync(reading.Db, matter.Id, cancellation);
        var (before, after) = (files.Count(f => f.Kind == "BEFORE"), files.Count(f => f.Kind == "AFTER"));
        values["evidence"] = new List<object?> { $"整改前照片{before}张", $"整改后照片{after}张" };
        return page with { IssuedByUnit = values["unitName"] as string ?? "使用单位", Addressees = [], DueDate = matter.RectifyBy };
    }

    private static async Task<DocumentFields> ReinspectionAsync(
        DocumentFields page, Dictionary<string, object?> values, Matter matter, DocumentReading reading, CancellationToken cancellation)
    {
        var record = await reading.Db.Set<Reinspection>().AsNoTracking().Where(r => r.MatterId == matter.Id).OrderByDescending(r => r.Serial).FirstAsync(cancellation);
        var day = ShanghaiTime.DateOf(record.ReinspectedAt);
        (values["method"], values["inspectedOn"]) = (record.Method == ReinspectionMethod.Site ? "SITE" : "DOCUMENTS", day);
        (values["passed"], values["newDeadline"]) = (record.Result == ReinspectionResult.Passed, record.NewDeadline);
        values["items"] = record.Items.Select(object? (i) => new Dictionary<string, object?> { ["item"] = i.Item, ["passed"] = i.Passed, ["note"] = i.Note }).ToList();
        return page with
        {
            LegalBasis = Articles.Reinspection, DueDate = record.NewDeadline,
            Signers =
            [
                new DocumentSigner(PostKinds.Inspector, record.FirstInspectorName, record.FirstCertificate, day),
                new DocumentSigner(PostKinds.Inspector, record.SecondInspectorName, record.SecondCertificate, day),
            ],
        };
    }

    private static async Task<DocumentFields> SignOffAsync(
        DocumentFields page, Dictionary<string, object?> values, Matter matter, RectificationReport? report, DocumentReading reading, CancellationToken cancellation)
    {
        var decision = await reading.Db.Set<SignOffDecision>().AsNoTracking().SingleAsync(s => s.MatterId == matter.Id, cancellation);
        var record = await reading.Db.Set<Reinspection>().AsNoTracking().Where(r => r.MatterId == matter.Id).OrderByDescending(r => r.Serial).FirstOrDefaultAsync(cancellation);
        (values["signedOffOn"], values["approver"], values["approverOpinion"]) = (ShanghaiTime.DateOf(decision.SignedOffAt), decision.ApproverName, decision.Opinion);
        values["deadline"] = matter.RectifyBy;
        values["evidence"] = new List<object?> { new Dictionary<string, object?> { ["value"] = report?.Text ?? "当场整改，附整改前后照片" } };
        values["fundsSpent"] = report?.FundsSpent;
        if (record is not null)
        {
            values["reinspectedOn"] = ShanghaiTime.DateOf(record.ReinspectedAt);
            values["reinspectionResult"] = record.Result == ReinspectionResult.Passed ? "合格" : "不合格";
            values["inspectors"] = new List<object?> { record.FirstInspectorName, record.SecondInspectorName };
        }
        return page with { LegalBasis = Articles.Reinspection };
    }
}
