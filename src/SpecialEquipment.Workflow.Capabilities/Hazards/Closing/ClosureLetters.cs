using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What the letters print by which a case leaves this organ: 抄告函, 移送函, and the letter to the regulator of another county (DOMAIN §4.12).</summary>
public sealed class ClosureLetters(IMatterFacts facts) : IDocumentSource
{
    public bool Supports(string template) =>
        template is DocumentTemplates.CopyNotification or DocumentTemplates.CaseTransferLetter or DocumentTemplates.MoveOutLetter;

    public async Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation)
    {
        var db = reading.Db;
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancellation);
        var hazard = await db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == matterId, cancellation);
        var values = (await facts.ReadAsync(db, matterId, cancellation)).ToValues(matter);
        if (hazard.Source == HazardSource.TipOff)
            values["sourceName"] = null; // who tipped off, and that somebody did, is not told to another organ (TSJB art. 33)
        values["immediateDanger"] = hazard.ImmediateDanger;
        var page = new DocumentFields { RegionCode = matter.RegionCode, DepartmentCode = DepartmentCodes.MarketRegulator, Values = values };
        if (template == DocumentTemplates.MoveOutLetter)
            return await MoveOutAsync(page, values, matter, db, cancellation);
        var routing = await db.Set<HazardRouting>().AsNoTracking().OrderByDescending(r => r.Key).FirstAsync(r => r.MatterId == matterId, cancellation);
        (values["reason"], values["officer"]) = (routing.Reason, routing.RoutedByName);
        return page with { Addressees = [routing.DepartmentName], LegalBasis = Articles.RouteOut };
    }

    private static async Task<DocumentFields> MoveOutAsync(
        DocumentFields page, Dictionary<string, object?> values, Matter matter, Storage.WorkflowDbContext db, CancellationToken cancellation)
    {
        var closure = await db.Set<HazardClosure>().AsNoTracking().SingleAsync(c => c.MatterId == matter.Id, cancellation);
        (values["reason"], values["movedOn"]) = (closure.Reason, closure.HappenedOn);
        (values["newRegionName"], values["newUnitName"], values["newPlace"]) = (closure.NewRegionName, closure.NewUnitName, closure.NewPlace);
        values["deadline"] = matter.RectifyBy;
        values["officer"] = closure.OfficerName;
        return page with
        {
            Addressees = [closure.Authority!],
            Signers = [new DocumentSigner(PostKinds.Approver, closure.ApproverName, null, ShanghaiTime.DateOf(closure.ClosedAt))],
        };
    }
}
