using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The part of the wall that answers for what has been reorganised (E7): which region, department and post stands for a former one.</summary>
internal sealed partial class OrganizationDirectory
{
    public async Task<string> CurrentRegionAsync(string regionCode, Guid? enterpriseId, CancellationToken cancellation)
    {
        var (tree, today) = (await regions.TreeAsync(db, cancellation), Today);
        var standing = tree.SuccessorsOf(regionCode, today);
        if (standing.Count <= 1)
        {
            return standing.Count == 1 ? standing[0].Code : regionCode;
        }
        var unitRegion = enterpriseId is { } unit ? await db.Set<Enterprise>().Where(e => e.Id == unit).Select(e => e.RegionCode).FirstOrDefaultAsync(cancellation) : null;
        return unitRegion is not null && standing.Any(r => tree.Subtree(r.Code, today).Contains(unitRegion)) ? standing.First(r => tree.Subtree(r.Code, today).Contains(unitRegion)).Code
            : Fallback(tree, regionCode, standing, today);
    }

    public async Task<TodayMap> TodayMapAsync(CancellationToken cancellation)
    {
        var (tree, today) = (await regions.TreeAsync(db, cancellation), Today);
        var became = tree.EndedBy(today).Select(r => (r.Code, Standing: tree.SuccessorsOf(r.Code, today))).Where(r => r.Standing.Count > 0).ToList();
        return new TodayMap(
            became.Where(r => r.Standing.Count == 1).ToDictionary(r => r.Code, r => r.Standing[0].Code),
            became.Where(r => r.Standing.Count > 1).ToDictionary(r => r.Code, r => new SplitRegion([.. r.Standing.Select(s => s.Code)], Fallback(tree, r.Code, r.Standing, today))));
    }

    public async Task<bool> SucceedsAsync(Guid departmentId, Guid formerDepartmentId, CancellationToken cancellation)
    {
        if (departmentId == formerDepartmentId)
        {
            return true;
        }
        var seen = new HashSet<Guid>();
        for (var former = await db.Set<Department>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == formerDepartmentId, cancellation); former is not null && seen.Add(former.Id);)
        {
            if (former.SuccessorId is not { } next)
            {
                var successors = (await regions.TreeAsync(db, cancellation)).SuccessorsOf(former.RegionCode, Today).Select(r => r.Code).ToList();
                return former.ValidTo is not null
                    && await db.Set<Department>().AnyAsync(d => d.Id == departmentId && d.Code == former.Code && successors.Contains(d.RegionCode), cancellation);
            }
            if (next == departmentId)
            {
                return true;
            }
            former = await db.Set<Department>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == next, cancellation);
        }
        return false;
    }

    public async Task<PostView?> SuccessorPostAsync(Guid endedPostId, string regionCode, Guid? enterpriseId, CancellationToken cancellation)
    {
        var (tree, today) = (await regions.TreeAsync(db, cancellation), Today);
        var region = await CurrentRegionAsync(regionCode, enterpriseId, cancellation);
        var seen = new HashSet<Guid>();
        var post = endedPostId;
        while (seen.Add(post))
        {
            var next = await db.Set<PostSuccession>().AsNoTracking().Where(s => s.PostId == post).OrderBy(s => s.Key).ToListAsync(cancellation);
            var chosen = next.Count <= 1 ? next.FirstOrDefault() : next.Find(s => tree.Subtree(s.RegionCode, today).Contains(region));
            if (chosen is null)
            {
                break;
            }
            post = chosen.SuccessorPostId;
            var found = await Posts(db.Set<Post>().Where(p => p.Id == post && p.Void == null && p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo > today))).FirstOrDefaultAsync(cancellation);
            if (found is not null)
            {
                return found;
            }
        }
        return await ResolvePostAsync(PostKinds.BureauOffice, region, null, cancellation);
    }

    /// <summary>The node that stands for the code today, and its parents, nearest first.</summary>
    private static List<string> Path(RegionTree tree, string regionCode, DateOnly today)
    {
        var standing = tree.SuccessorsOf(regionCode, today);
        return [.. tree.Ancestors(standing.Count > 0 ? standing[0].Code : regionCode, today).Select(r => r.Code)];
    }

    private static string Fallback(RegionTree tree, string code, IReadOnlyList<Region> standing, DateOnly today)
    {
        var above = tree.Ancestors(code, today).Skip(1).FirstOrDefault();
        return above?.Level == RegionLevel.County ? above.Code : standing[0].Code;
    }
}
