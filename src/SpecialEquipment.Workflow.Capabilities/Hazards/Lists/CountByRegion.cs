using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// Matters per region (E7). As of then: under the code each carried. On today's map: under what stands for that code now, after a split under the
/// region in which the unit stands.
/// </summary>
internal static class CountByRegion
{
    public const string Then = "THEN";
    public const string Today = "TODAY";

    /// <summary>More regions than this are shown by county.</summary>
    private const int MostRegions = 60;

    /// <summary>Characters of a county's code; a town's begins with its county's.</summary>
    private const int CountyCode = 6;

    /// <param name="matters">Region and unit of each.</param>
    public static async Task<IReadOnlyList<FacetCount>> DoAsync(
        IReadOnlyList<(string RegionCode, Guid? EnterpriseId)> matters, bool asOfThen, IDirectory directory, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var map = asOfThen ? null : await directory.TodayMapAsync(cancellation);
        foreach (var region in matters.GroupBy(m => m.RegionCode))
        {
            if (map is not null && map.Split.ContainsKey(region.Key))
                foreach (var unit in region.GroupBy(m => m.EnterpriseId))
                    Add(counts, await directory.CurrentRegionAsync(region.Key, unit.Key, cancellation), unit.Count());
            else
                Add(counts, map?.Single.GetValueOrDefault(region.Key) ?? region.Key, region.Count());
        }
        if (counts.Count > MostRegions)
            counts = counts.GroupBy(c => c.Key.Length > CountyCode ? c.Key[..CountyCode] : c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value), StringComparer.Ordinal);
        var facets = new List<FacetCount>();
        foreach (var (code, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
            facets.Add(new FacetCount(code, (await directory.FindRegionAsync(code, cancellation))?.Name ?? code, count));
        return facets;
    }

    private static void Add(Dictionary<string, int> counts, string code, int count) => counts[code] = counts.GetValueOrDefault(code) + count;
}
