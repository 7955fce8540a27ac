using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// Matters per region (E7). As of then: under the code each carried. On today's map: under what stands for that code now, after a split under the
/// region in which the unit stands.
/// </summary>
internal static class CountByRegion
{
    public const string Then = "THEN";
    public const string Today = "TODAY";

    public static async Task<IReadOnlyList<FacetCount>> DoAsync(IQueryable<Matter> matters, bool asOfThen, IDirectory directory, CancellationToken cancellation)
    {
        var counted = await matters.GroupBy(m => m.RegionCode).Select(g => new { Code = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var map = asOfThen ? null : await directory.TodayMapAsync(cancellation);
        foreach (var one in counted)
        {
            if (map is not null && map.Split.ContainsKey(one.Code))
                await AddSplitAsync(one.Code, matters, counts, directory, cancellation);
            else
                Add(counts, map?.Single.GetValueOrDefault(one.Code) ?? one.Code, one.Count);
        }
        var facets = new List<FacetCount>();
        foreach (var (code, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
            facets.Add(new FacetCount(code, (await directory.FindRegionAsync(code, cancellation))?.Name ?? code, count));
        return facets;
    }

    private static async Task AddSplitAsync(string code, IQueryable<Matter> matters, Dictionary<string, int> counts, IDirectory directory, CancellationToken cancellation)
    {
        var units = await matters.Where(m => m.RegionCode == code).GroupBy(m => m.EnterpriseId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        foreach (var unit in units)
            Add(counts, await directory.CurrentRegionAsync(code, unit.Unit, cancellation), unit.Count);
    }

    private static void Add(Dictionary<string, int> counts, string code, int count) => counts[code] = counts.GetValueOrDefault(code) + count;
}
