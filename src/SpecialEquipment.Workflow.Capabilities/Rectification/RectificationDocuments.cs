using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>What the documents of rectification print: plan, extension decision, re-inspection opinion, sign-off sheet (DOMAIN §4.12).</summary>
public sealed class RectificationDocuments : IDocumentSource
{
    public bool Supports(string template) => template is DocumentTemplates.RectificationPlan or DocumentTemplates.ExtensionDecision
        or DocumentTemplates.ReinspectionOpinion or DocumentTemplates.SignOffSheet;

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var matter = await reading.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var unit = matter.EnterpriseId is { } id
            ? (await reading.Services.GetRequiredService<IDirectory>().FindEnterpriseAsync(id, cancellation))?.Name ?? "使用单位" : "使用单位";
        var about = new About(matter, unit, reading);
        return template switch
        {
            DocumentTemplates.RectificationPlan => await PlanAsync(about, cancellation),
            DocumentTemplates.ExtensionDecision => await ExtensionAsync(about, cancellation),
            DocumentTemplates.ReinspectionOpinion => await ReinspectionAsync(about, cancellation),
            _ => await SignOffAsync(about, cancellation),
        };
    }

    private sealed record About(Matter Matter, string Unit, DocumentReading Reading)
    {
        public DocumentFields Fields(string? issuedBy = null) => new()
        {
            RegionCode = Matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, IssuedByUnit = issuedBy,
            Addressees = issuedBy is null ? [Unit] : [], Facts = Matter.Title,
        };

        public Dictionary<string, object?> Values(params (string Key, object? Value)[] own)
        {
            var values = new Dictionary<string, object?> { ["hazardNumber"] = Matter.Number, ["hazard"] = Matter.Title, ["unit"] = Unit };
            foreach (var (key, value) in own)
                values[key] = value;
            return values;
        }
    }

    private static async Task<DocumentFields> PlanAsync(About about, CancellationToken cancellation)
    {
        var plan = await about.Reading.Db.Set<RectificationPlan>().AsNoTracking().Where(p => p.MatterId == about.Matter.Id).OrderByDescending(p => p.Serial).FirstAsync(cancellation);
        return about.Fields(about.Unit) with
        {
            DueDate = plan.Deadline, LegalBasis = Articles.FiveImplementations,
            Signers = [new DocumentSigner(PostKinds.SafetyDirector, plan.SubmittedByName, null, ShanghaiTime.DateOf(plan.SubmittedAt))],
            Values = about.Values(
                ("goal", plan.Goal),
                ("measures", plan.Measures.Select(object? (m) => new Dictionary<string, object?> { ["text"] = m.Text, ["date"] = m.Date, ["owner"] = m.Owner }).ToList()),
                ("deadline", plan.Deadline),
                ("responsibility", new Dictionary<string, object?> { ["unit"] = plan.ResponsibleUnit, ["leader"] = plan.Leader, ["doer"] = plan.Doer, ["supervisor"] = plan.Supervisor }),
                ("funding", new Dictionary<string, object?>
                {
                    ["amount"] = plan.FundingAmount, ["source"] = plan.FundingSource, ["arrivalDate"] = plan.FundingArrival, ["zeroReason"] = plan.ZeroFundingReason,
                }),
                ("contingencyPlan", plan.ContingencyPlan), ("interimControl", plan.InterimControl), ("serial", plan.Serial),
                ("reviewOpinion", plan.Opinion), ("reviewer", plan.ReviewedByName), ("reviewedOn", plan.ReviewedAt is { } at ? ShanghaiTime.DateOf(at) : null)),
        };
    }

    private static async Task<DocumentFields> ExtensionAsync(About about, CancellationToken cancellation)
    {
        var request = await about.Reading.Db.Set<ExtensionRequest>().AsNoTracking()
            .Where(e => e.MatterId == about.Matter.Id && (e.State == ExtensionState.Granted || e.State == ExtensionState.Refused))
            .OrderByDescending(e => e.DecidedAt).FirstAsync(cancellation);
        var granted = request.State == ExtensionState.Granted;
        return about.Fields() with
        {
            LegalBasis = Articles.NamedDate, DueDate = request.GrantedDate ?? request.OldDate,
            Text = granted ? $"准予延期，整改期限由 {request.OldDate:yyyy年M月d日} 延至 {request.GrantedDate:yyyy年M月d日}。" : $"不予延期，整改期限仍为 {request.OldDate:yyyy年M月d日}。",
            Signers = [new DocumentSigner(PostKinds.Approver, request.DecidedByName!, null, ShanghaiTime.DateOf(request.DecidedAt!.Value))],
            Values = about.Values(
                ("granted", granted), ("oldDate", request.OldDate), ("newDate", request.GrantedDate), ("requestedDate", request.RequestedDate),
                ("requestReason", request.Reason), ("reason", request.DecisionReason), ("interimControl", request.InterimControl),
                ("requestedOn", ShanghaiTime.DateOf(request.RequestedAt))),
        };
    }

    private static async Task<DocumentFields> ReinspectionAsync(About about, CancellationToken cancellation)
    {
        var record = await about.Reading.Db.Set<Reinspection>().AsNoTracking().Where(r => r.MatterId == about.Matter.Id).OrderByDescending(r => r.Serial).FirstAsync(cancellation);
        var passed = record.Result == ReinspectionResult.Passed;
        var day = ShanghaiTime.DateOf(record.ReinspectedAt);
        return about.Fields() with
        {
            LegalBasis = Articles.Reinspection, DueDate = record.NewDeadline,
            Text = passed ? "经复查，隐患已按要求整改到位，复查合格。" : $"经复查，整改未到位，复查不合格，限于 {record.NewDeadline:yyyy年M月d日} 前重新整改到位。",
            Signers =
            [
                new DocumentSigner(PostKinds.Inspector, record.FirstInspectorName, record.FirstCertificate, day),
                new DocumentSigner(PostKinds.Inspector, record.SecondInspectorName, record.SecondCertificate, day),
            ],
            Values = about.Values(
                ("method", record.Method == ReinspectionMethod.Site ? "SITE" : "DOCUMENTS"), ("methodName", record.Method == ReinspectionMethod.Site ? "现场复查" : "书面复查"),
                ("result", passed ? "PASSED" : "FAILED"), ("passed", passed), ("newDeadline", record.NewDeadline), ("serial", record.Serial),
                ("items", record.Items.Select(object? (i) => new Dictionary<string, object?> { ["item"] = i.Item, ["passed"] = i.Passed, ["note"] = i.Note }).ToList()),
                ("reinspectedOn", day)),
        };
    }

    private static async Task<DocumentFields> SignOffAsync(About about, CancellationToken cancellation)
    {
        var db = about.Reading.Db;
        var decision = await db.Set<SignOffDecision>().AsNoTracking().SingleAsync(s => s.MatterId == about.Matter.Id, cancellation);
        var record = await db.Set<Reinspection>().AsNoTracking().Where(r => r.MatterId == about.Matter.Id).OrderByDescending(r => r.Serial).FirstOrDefaultAsync(cancellation);
        var report = await db.Set<RectificationReport>().AsNoTracking().Where(r => r.MatterId == about.Matter.Id).OrderByDescending(r => r.Serial).FirstOrDefaultAsync(cancellation);
        var day = ShanghaiTime.DateOf(decision.SignedOffAt);
        return about.Fields() with
        {
            LegalBasis = Articles.Reinspection, Text = decision.Opinion,
            Signers = [new DocumentSigner(PostKinds.Approver, decision.ApproverName, null, day)],
            Values = about.Values(
                ("opinion", decision.Opinion), ("approver", decision.ApproverName), ("signedOffOn", day),
                ("evidence", report?.Text ?? "当场整改，附整改前后照片"), ("fundsSpent", report?.FundsSpent),
                ("reinspectors", record is null ? null : $"{record.FirstInspectorName}、{record.SecondInspectorName}"),
                ("reinspectedOn", record is null ? null : ShanghaiTime.DateOf(record.ReinspectedAt)), ("onTheSpot", record is null)),
        };
    }
}
