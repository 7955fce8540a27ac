using System.Collections.Frozen;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>All nodes of all times, in memory; asked for the map of a day. Immutable.</summary>
public sealed class RegionTree
{
    private readonly FrozenDictionary<string, Region[]> byCode;
    private readonly FrozenDictionary<string, Region[]> byParent;
    private readonly ILookup<string, RegionSuccession> successions;

    public RegionTree(IReadOnlyList<Region> regions, IEnumerable<RegionSuccession> changes)
    {
        byCode = regions.GroupBy(r => r.Code).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(r => r.ValidFrom).ToArray());
        byParent = regions.Where(r => r.ParentCode is not null).GroupBy(r => r.ParentCode!)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(r => r.Code, StringComparer.Ordinal).ToArray());
        successions = changes.ToLookup(c => c.Code);
        Codes = [.. byCode.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Every code there ever was, in ordinal order.</summary>
    public IReadOnlyList<string> Codes { get; }

    public IEnumerable<Region> On(DateOnly day) =>
        byCode.Values.Select(versions => Array.Find(versions, r => r.IsValidOn(day))).OfType<Region>().OrderBy(r => r.Code, StringComparer.Ordinal);

    /// <summary>Codes that no longer stood for anything on that day.</summary>
    public IEnumerable<Region> EndedBy(DateOnly day) =>
        byCode.Values.Where(versions => versions[0].ValidTo is { } end && end <= day).Select(versions => versions[0]).OrderBy(r => r.Code, StringComparer.Ordinal);

    /// <summary>The node as of that day; an ended one in its last form, because histories keep the old code (E7).</summary>
    public Region? Find(string code, DateOnly day) =>
        byCode.TryGetValue(code, out var versions) ? Array.Find(versions, r => r.IsValidOn(day)) ?? versions[0] : null;

    /// <summary>The node and its parents, nearest first.</summary>
    public IReadOnlyList<Region> Ancestors(string code, DateOnly day)
    {
        var path = new List<Region>();
        for (var node = Find(code, day); node is not null && !path.Contains(node); node = node.ParentCode is null ? null : Find(node.ParentCode, day))
        {
            path.Add(node);
        }
        return path;
    }

    /// <summary>
    /// Codes of the node and everything below it on that day, and of ended nodes that these succeed: what happened under an old code
    /// stays visible to whoever took it over.
    /// </summary>
    public IReadOnlySet<string> Subtree(string code, DateOnly day)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([code]);
        while (open.TryPop(out var next))
        {
            if (!codes.Add(next))
            {
                continue;
            }
            foreach (var child in byParent.GetValueOrDefault(next, []))
            {
                if (child.IsValidOn(day))
                {
                    open.Push(child.Code);
                }
            }
        }
        foreach (var change in successions.SelectMany(group => group).Where(c => c.EffectiveOn <= day && codes.Contains(c.SuccessorCode)).ToList())
        {
            codes.Add(change.Code);
        }
        return codes;
    }

    /// <summary>The nodes that stand for a code on that day: itself, or whatever it became by renaming, splitting or merging.</summary>
    public IReadOnlyList<Region> SuccessorsOf(string code, DateOnly day)
    {
        if (byCode.TryGetValue(code, out var versions) && Array.Exists(versions, r => r.IsValidOn(day)))
        {
            return [Find(code, day)!];
        }
        return [.. successions[code].Where(c => c.EffectiveOn <= day).SelectMany(c => SuccessorsOf(c.SuccessorCode, day)).DistinctBy(r => r.Code)];
    }
}
