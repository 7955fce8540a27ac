using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// Looks, in the act that registers a hazard, whether the same kind of defect is prevalent (DOMAIN §4.2): enough units, or enough devices of one model or one
/// maintenance unit, within <c>patternWindow</c> days inside one county. One query by the index on kind of defect and time; how many is a matter of the rules.
/// What has been proposed already is proposed again only when it grew.
/// </summary>
internal static class PrevalentHazards
{
    /// <summary>Most hazards behind one proposal; the newest count.</summary>
    public const int Most = 200;
    private const int CountyDigits = 6;

    private sealed record Case(Guid Id, DateTimeOffset FoundAt, Guid? Unit, Guid? Device, string? Model, string? MaintenanceUnit);

    public static async Task<Effect> LookAsync(CommandCall<RegisterForm> call, Hazard hazard, Effect effect, CancellationToken cancellation)
    {
        if (hazard.DefectKey is not { } key || call.Matter.RegionCode.Length < CountyDigits)
            return effect;
        var county = call.Matter.RegionCode[..CountyDigits];
        var cases = InWindow(hazard.FoundAt, await CasesAsync(call, hazard, key, county, cancellation), call.Rules, call.Matter.RegionCode);
        if (Proposals(hazard, cases, call.Rules, call.Today, call.Matter.RegionCode).ToList() is not { Count: > 0 } proposals)
            return effect;
        var before = await call.Db.Set<HazardPattern>().Where(p => p.CountyCode == county && p.DefectKey == key).ToListAsync(cancellation);
        foreach (var (basis, value, behind) in proposals)
        {
            var ids = behind.Select(c => c.Id).ToList();
            if (before.Exists(p => ids.TrueForAll(p.MatterIds.Contains)))
                continue;
            var (units, devices) = (Count(behind, c => c.Unit), Count(behind, c => c.Device));
            if (before.Find(p => p.State == PatternState.Proposed && p.Basis == basis && p.Value == value) is { } pending)
            {
                (pending.MatterIds, pending.Units, pending.Devices) = (ids, units, devices);
                call.Act.Record(new LedgerFact(pending.MatterId, "extend-pattern", $"拟认定的普遍性重大隐患又增一件 {call.Matter.Number}：{pending.Text()}"));
                return effect;
            }
            var pattern = new HazardPattern
            {
                Id = Guid.CreateVersion7(call.Now), CountyCode = county, DefectKey = key, Basis = basis, Value = value, MatterId = call.Matter.Id, MatterIds = ids,
                Units = units, Devices = devices, ProposedAt = call.Now,
            };
            call.Db.Set<HazardPattern>().Add(pattern);
            return effect.Raising(HazardSignals.PrevalentProposed, ("patternId", pattern.Id.ToString("D")), ("text", $"{pattern.Text()}在窗口期内存在同类缺陷，涉及隐患 {ids.Count} 件"));
        }
        return effect;
    }

    private static async Task<List<Case>> CasesAsync(CommandCall<RegisterForm> call, Hazard hazard, string key, string county, CancellationToken cancellation)
    {
        var outside = TallyShare.OutsideTheLedger;
        var rows = await (from h in call.Db.Set<Hazard>().AsNoTracking()
                          join m in call.Db.Set<Matter>().AsNoTracking() on h.MatterId equals m.Id
                          where h.DefectKey == key && m.Id != call.Matter.Id && m.RegionCode.StartsWith(county) && !outside.Contains(m.State)
                          orderby h.FoundAt descending
                          select new Case(m.Id, h.FoundAt, m.EnterpriseId, h.EquipmentId, h.EquipmentModel, h.MaintenanceUnit)).Take(Most - 1).ToListAsync(cancellation);
        // its own row is not saved yet
        return [new Case(call.Matter.Id, hazard.FoundAt, call.Matter.EnterpriseId, hazard.EquipmentId, hazard.EquipmentModel, hazard.MaintenanceUnit), .. rows];
    }

    /// <summary>The window ends with the last finding that still shares a window with this one, so that a hazard entered late is counted rightly, too.</summary>
    private static List<Case> InWindow(DateTimeOffset foundAt, List<Case> cases, RulesInForce rules, string region)
    {
        bool Reaches(DateTimeOffset from, DateTimeOffset to) => rules.Due("patternWindow", from, region).IsMetBy(to);
        var end = cases.Where(c => c.FoundAt >= foundAt && Reaches(foundAt, c.FoundAt)).Max(c => c.FoundAt);
        return [.. cases.Where(c => c.FoundAt <= end && Reaches(c.FoundAt, end))];
    }

    private static IEnumerable<(PatternBasis Basis, string Value, List<Case> Behind)> Proposals(
        Hazard hazard, List<Case> cases, RulesInForce rules, DateOnly today, string region)
    {
        var (units, devices) = (rules.Policy.Parameter("patternUnits", today, region), rules.Policy.Parameter("patternDevices", today, region));
        if (hazard.EquipmentModel is { } model && cases.FindAll(c => c.Model == model) is var ofModel && Count(ofModel, c => c.Device) >= devices)
            yield return (PatternBasis.Model, model, ofModel);
        if (hazard.MaintenanceUnit is { } keeper && cases.FindAll(c => c.MaintenanceUnit == keeper) is var kept && Count(kept, c => c.Device) >= devices)
            yield return (PatternBasis.MaintenanceUnit, keeper, kept);
        if (Count(cases, c => c.Unit) >= units)
            yield return (PatternBasis.Units, "", cases);
    }

    private static int Count(List<Case> cases, Func<Case, Guid?> what) => cases.Select(what).Where(id => id is not null).Distinct().Count();
}
