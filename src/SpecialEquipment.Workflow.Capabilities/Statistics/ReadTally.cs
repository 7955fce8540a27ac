using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>
/// GET /statistics/tally: how the hazards stand this minute, for a region and for each of its parts, read from the counters that are
/// kept in the commit of what they count.
/// </summary>
internal static class ReadTally
{
    /// <param name="RegionCode">Opens the rows behind it: <c>/hazards?region=…</c>.</param>
    public sealed record TallyRow(
        string RegionCode, string RegionName, int Unjudged, int Registered, int Treated, int ClosedUntreated, int Open, int OpenMajor, int Overdue,
        string? Rate, bool IsZero, bool IsDynamicZero);

    public sealed record TallyView(DateTimeOffset CountedAt, TallyRow Total, IReadOnlyList<TallyRow> Parts);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/statistics/tally", DoAsync).RequireAuthorization(Policies.Officials).WithName("read-tally").WithTags("statistics").WithSummary("隐患治理现状")
            .Produces<TallyView>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DoAsync(
        string? region, HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, BusinessClock clock, CancellationToken cancellation)
    {
        var actor = await actors.CurrentAsync(http, cancellation);
        var root = region ?? actor.Posts.Where(p => p.EnterpriseId is null).Select(p => p.RegionCode).OrderBy(c => c.Length).FirstOrDefault();
        if (root is null || await directory.FindRegionAsync(root, cancellation) is not { } top)
            return Rejection.Form("statistics.no-region", "应为有效的区划代码，实际没有或者查无此区划。", new FieldObjection("region", "有效的区划代码", root ?? "（空）")).ToHttp();

        var sums = await (await CountedAsync(db, actor, root, directory, cancellation))
            .GroupBy(t => new { t.RegionCode, t.Grade })
            .Select(g => new
            {
                g.Key.RegionCode, g.Key.Grade, Unjudged = g.Sum(t => t.Unjudged), Registered = g.Sum(t => t.Registered), Treated = g.Sum(t => t.Treated),
                ClosedUntreated = g.Sum(t => t.ClosedUntreated), Open = g.Sum(t => t.Open), Overdue = g.Sum(t => t.Overdue),
            }).ToListAsync(cancellation);

        var part = new Dictionary<string, RegionView>();
        foreach (var code in sums.Select(s => s.RegionCode).Distinct())
            part[code] = await PartOfAsync(top, code, directory, cancellation);
        TallyRow Row(RegionView at, IEnumerable<int> rows)
        {
            var mine = rows.Select(i => sums[i]).ToList();
            var (registered, treated, open, overdue) = (mine.Sum(s => s.Registered), mine.Sum(s => s.Treated), mine.Sum(s => s.Open), mine.Sum(s => s.Overdue));
            return new TallyRow(
                at.Code, at.Name, mine.Sum(s => s.Unjudged), registered, treated, mine.Sum(s => s.ClosedUntreated), open,
                mine.Where(s => s.Grade == HazardGrade.Major).Sum(s => s.Open), overdue, new Ratio(treated, registered).Text, open == 0, overdue == 0);
        }
        var indexes = Enumerable.Range(0, sums.Count).ToList();
        return Results.Ok(new TallyView(
            clock.GetUtcNow(), Row(top, indexes),
            [.. indexes.GroupBy(i => part[sums[i].RegionCode].Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(part[sums[g.First()].RegionCode], g))]));
    }

    /// <summary>The counters of the region that lie in the reader's scope.</summary>
    private static async Task<IQueryable<MatterTally>> CountedAsync(WorkflowDbContext db, Actor actor, string root, IDirectory directory, CancellationToken cancellation)
    {
        var codes = (await directory.SubtreeAsync(root, cancellation)).ToArray();
        var inRegion = db.Set<MatterTally>().AsNoTracking().Where(t => codes.Contains(t.RegionCode));
        var scope = await directory.ScopeAsync(actor, cancellation);
        if (scope.Everything)
            return inRegion;
        var whole = scope.Parts.Where(p => p.PlaceTypes is null).SelectMany(p => p.RegionCodes).Distinct().ToArray();
        var keys = inRegion.Where(t => whole.Contains(t.RegionCode)).Select(t => t.Key);
        foreach (var narrowed in scope.Parts.Where(p => p.PlaceTypes is not null))
        {
            var (regions, places) = (narrowed.RegionCodes.ToArray(), narrowed.PlaceTypes!.ToArray());
            keys = keys.Union(inRegion.Where(t => regions.Contains(t.RegionCode) && t.PlaceType != null && places.Contains(t.PlaceType)).Select(t => t.Key));
        }
        return inRegion.Where(t => keys.Contains(t.Key));
    }

    /// <summary>The direct part of the region in which a code lies; the region itself for what is recorded on it.</summary>
    private static async Task<RegionView> PartOfAsync(RegionView top, string code, IDirectory directory, CancellationToken cancellation)
    {
        var at = await directory.FindRegionAsync(code, cancellation);
        while (at is not null && at.Code != top.Code && at.ParentCode is { } parent && parent != top.Code)
            at = await directory.FindRegionAsync(parent, cancellation);
        return at ?? top;
    }
}
