using System.Linq.Expressions;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The scope of a person as a condition on the matter itself: what he may not see is never read (DESIGN D9).</summary>
public static class MatterScope
{
    /// <summary>More ranges than this are handed over as one list of codes.</summary>
    private const int MostRanges = 12;
    private static readonly HazardState[] BeforeTheUnitIsTold = [HazardState.Reported, HazardState.Dismissed, HazardState.RoutedOut, HazardState.Merged];

    /// <returns>Null when the person sees everything.</returns>
    public static Expression<Func<Matter, bool>>? Of(SupervisionScope scope)
    {
        if (scope.Everything)
            return null;
        if (scope.EnterpriseId is { } enterprise)
            return m => m.EnterpriseId == enterprise && !BeforeTheUnitIsTold.Contains(m.State);
        Expression<Func<Matter, bool>>? any = null;
        foreach (var part in scope.Parts.Where(p => p.RegionCodes.Count > 0))
        {
            var here = InRegions(part.Ranges);
            if (part.PlaceTypes is { } narrowed)
            {
                var places = narrowed.ToArray();
                here = here.And(m => m.PlaceType != null && places.Contains(m.PlaceType));
            }
            any = any.Or(here);
        }
        return any ?? (_ => false);
    }

    public static Expression<Func<Matter, bool>> InRegions(IReadOnlyList<CodeRange> ranges)
    {
        if (ranges.Count > MostRanges && ranges.All(r => r.From == r.To))
        {
            var codes = ranges.Select(r => r.From).ToArray();
            return m => codes.Contains(m.RegionCode);
        }
        Expression<Func<Matter, bool>>? any = null;
        foreach (var (from, to) in ranges)
            any = any.Or(m => string.Compare(m.RegionCode, from) >= 0 && string.Compare(m.RegionCode, to) <= 0);
        return any ?? (_ => false);
    }
}
