using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A case comes into being: by a report, or because another case goes on elsewhere.</summary>
internal static class NewHazard
{
    /// <summary>What is known of one case, as the beginning of another of the same object. Not yet tracked.</summary>
    /// <param name="origin">Idempotency key of the new case within the product itself.</param>
    public static (Matter Matter, Hazard Hazard) From(Hazard of, Matter ofMatter, ActContext act, string origin)
    {
        var id = Guid.CreateVersion7(act.Now);
        var hazard = new Hazard
        {
            MatterId = id, Source = of.Source, SourceSystem = "CASE", SourceId = origin, FinderName = of.FinderName, ReportedByName = act.Actor.PersonName,
            FoundAt = of.FoundAt, EarliestFoundAt = of.EarliestFoundAt, ReceivedAt = act.Now, NoUnit = of.NoUnit, EnterpriseName = of.EnterpriseName, EquipmentId = of.EquipmentId,
            EquipmentCode = of.EquipmentCode, EquipmentKindName = of.EquipmentKindName, EquipmentKind = of.EquipmentKind, EquipmentText = of.EquipmentText, Place = of.Place, RegionName = of.RegionName,
            Text = of.Text, ImmediateDanger = of.ImmediateDanger,
        };
        var matter = new Matter
        {
            Id = id, Kind = Matter.HazardKind, FoundOn = ShanghaiTime.DateOf(of.EarliestFoundAt), Title = Titles.Of(hazard), State = HazardState.Reported, Version = 1, RegionCode = ofMatter.RegionCode, DepartmentId = ofMatter.DepartmentId,
            EnterpriseId = ofMatter.EnterpriseId, PlaceType = ofMatter.PlaceType, CreatedAt = act.Now, UpdatedAt = act.Now,
        };
        hazard.RefreshSearch(matter);
        return (matter, hazard);
    }

    /// <summary>Opens it: rows, the finder as a party, the clock of triage, the ledger, the signal that starts its flow.</summary>
    public static async Task OpenAsync(Matter matter, Hazard hazard, ActContext act, RulesInForce rules, string summary, CancellationToken cancellation)
    {
        act.Db.Set<Matter>().Add(matter);
        act.Db.Set<Hazard>().Add(hazard);
        act.Db.Set<MatterParty>().Add(new MatterParty
        {
            MatterId = matter.Id, Role = PartyRole.Finder, PersonId = act.Actor.PersonId, PersonName = hazard.Source == HazardSource.TipOff ? null : hazard.FinderName, Since = act.Now,
        });
        act.StartDeadline(matter, "triage", act.Now, rules);
        act.Record(new LedgerFact(matter.Id, ReportHazard.Name, summary)
        {
            EventTime = hazard.FoundAt, StateAfter = matter.State.Code(),
            Detail = new Dictionary<string, object?>
            {
                ["source"] = hazard.Source.Code(), ["foundAt"] = hazard.FoundAt, ["receivedAt"] = hazard.ReceivedAt, ["lateReason"] = hazard.LateReason,
                ["place"] = hazard.Place, ["immediateDanger"] = hazard.ImmediateDanger,
            },
        });
        await act.Db.SaveChangesAsync(cancellation); // binders and readers look for the row
        act.Raise(HazardSignals.Reported, matter.Id, new Dictionary<string, object?>
        {
            ["source"] = hazard.Source.Code(), ["immediateDanger"] = hazard.ImmediateDanger, ["regionCode"] = matter.RegionCode,
        });
    }
}
