using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What the grading sheet and the report of a major hazard print.</summary>
public sealed class MajorDocuments(IMatterFacts facts) : IDocumentSource
{
    public bool Supports(string template) => template is DocumentTemplates.GradingSheet or DocumentTemplates.MajorHazardReport;

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var matter = await reading.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var hazard = await reading.Db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == matterId, cancellation);
        var values = (await facts.ReadAsync(reading.Db, matterId, cancellation)).ToValues(matter);
        values["clause"] = hazard.Clause;
        values["bases"] = Bases(hazard);
        values["basisText"] = hazard.BasisText;
        (values["officer"], values["officerOn"]) = (hazard.GradedByName, hazard.GradedOn);
        (values["approver"], values["gradedOn"]) = (hazard.GradeApproverName, hazard.GradedAt is { } at ? ShanghaiTime.DateOf(at) : null);
        var page = new DocumentFields { RegionCode = matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Values = values };
        return template == DocumentTemplates.GradingSheet ? page with { LegalBasis = Articles.GradingBasis } : await ReportAsync(page, values, matterId, reading, cancellation);
    }

    private static List<object?> Bases(Hazard hazard) =>
        [.. (hazard.BasisCodes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => GradingBases.Find(code) is { } basis ? $"{basis.Name}（{basis.Source}）" : code)];

    private static async Task<DocumentFields> ReportAsync(
        DocumentFields page, Dictionary<string, object?> values, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var report = await reading.Db.Set<HazardReport>().AsNoTracking().Where(r => r.MatterId == matterId && r.Kind == HazardReportKind.Major)
            .OrderByDescending(r => r.Serial).FirstAsync(cancellation);
        var recipients = await reading.Db.Set<ReportRecipient>().AsNoTracking().Where(r => r.ReportId == report.Id).OrderBy(r => r.Key).ToListAsync(cancellation);
        (values["situation"], values["measures"], values["advice"]) = (report.Situation, report.Measures, report.Advice);
        (values["toGovernment"], values["governmentReason"]) = (report.ToGovernment, report.GovernmentReason);
        values["reporter"] = report.ReportedByName;
        values["recipients"] = recipients.Select(object? (r) => new Dictionary<string, object?>
        {
            ["role"] = r.Role.Name(), ["department"] = r.DepartmentName, ["reason"] = r.Reason,
        }).ToList();
        return page with { Addressees = [.. recipients.Select(r => r.DepartmentName)], LegalBasis = Articles.ReportUp };
    }
}
