using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

/// <summary>Takes units, their devices and posts over to the successor nodes. What still stands under an old code is what is left to do.</summary>
internal static class MoveUnits
{
    public const int BatchSize = 100;

    /// <summary>One commit's worth; a unit comes with its posts and devices, so the batch is smaller than a batch of tasks.</summary>
    public static async Task<int> BatchAsync(RegionReorganization reorganization, RegionTree tree, ActContext act, CancellationToken cancellation)
    {
        var from = reorganization.From;
        var units = await act.Db.Set<Enterprise>().Where(e => from.Contains(e.RegionCode)).OrderBy(e => e.Key).Take(BatchSize).ToListAsync(cancellation);
        if (units.Count == 0)
        {
            return 0;
        }
        var rules = await act.Db.Set<RegionSuccession>().AsNoTracking().Where(s => from.Contains(s.Code) && s.EffectiveOn == reorganization.EffectiveOn).ToListAsync(cancellation);
        foreach (var unit in units)
        {
            var target = Target(unit, reorganization, rules, tree, out var isMapped);
            act.Record(new LedgerFact(unit.Id, "move-unit", isMapped
                ? $"因行政区划调整，单位“{unit.Name}”由 {unit.RegionCode} 转入 {target}"
                : $"因行政区划调整，单位“{unit.Name}”暂列 {target}，地址未对应任何规则，待核定归属")
            {
                Detail = new Dictionary<string, object?> { ["reorganizationId"] = reorganization.Id, ["from"] = unit.RegionCode, ["to"] = target, ["mapped"] = isMapped, ["address"] = unit.Address },
            });
            unit.RegionCode = target;
            unit.Version++;
            reorganization.MovedUnits++;
            reorganization.UnmappedUnits += isMapped ? 0 : 1;
        }
        await FollowAsync(units, act, cancellation);
        return units.Count;
    }

    private static string Target(Enterprise unit, RegionReorganization reorganization, List<RegionSuccession> rules, RegionTree tree, out bool isMapped)
    {
        isMapped = true;
        if (reorganization.To.Count == 1)
        {
            return reorganization.To[0];
        }
        if (AddressRules.SuccessorOf(unit.Address, rules.Where(r => r.Code == unit.RegionCode).Select(r => (r.SuccessorCode, AddressRules.Read(r.Addresses)))) is { } named)
        {
            return named;
        }
        isMapped = false;
        return Fallback(unit.RegionCode, reorganization, tree);
    }

    /// <summary>The county above keeps what no rule maps; where the county itself was split, the first of its successors does.</summary>
    public static string Fallback(string code, RegionReorganization reorganization, RegionTree tree)
    {
        var above = tree.Ancestors(code, reorganization.EffectiveOn).Skip(1).FirstOrDefault();
        return above?.Level == RegionLevel.County ? above.Code : reorganization.To[0];
    }

    private static async Task FollowAsync(List<Enterprise> units, ActContext act, CancellationToken cancellation)
    {
        var regions = units.ToDictionary(u => u.Id, u => u.RegionCode);
        var ids = regions.Keys.ToList();
        foreach (var device in await act.Db.Set<Equipment>().Where(d => ids.Contains(d.EnterpriseId)).ToListAsync(cancellation))
        {
            device.RegionCode = regions[device.EnterpriseId];
            device.Version++;
        }
        foreach (var post in await act.Db.Set<Post>().Where(p => p.EnterpriseId != null && ids.Contains(p.EnterpriseId.Value)).ToListAsync(cancellation))
        {
            post.RegionCode = regions[post.EnterpriseId!.Value];
        }
    }
}
