using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>
/// Proves the counters (DESIGN D12): counts the hazards of a region anew and compares. Hazards and counters are read by one statement,
/// so that an act which commits meanwhile is seen in both or in neither; a difference is mended by a row that is added, never by
/// replacing rows, and so commutes with whatever others add.
/// </summary>
internal static class RecountTally
{
    public sealed record Difference(
        string RegionCode, string? PlaceType, string? Grade, DateOnly FoundMonth, int Unjudged, int Registered, int Treated, int ClosedUntreated, int Open, int Overdue);

    public sealed record Receipt(int Regions, IReadOnlyList<Difference> Mended);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/statistics/recount", async (WorkflowDbContext db, CancellationToken cancellation) =>
            {
                var found = new List<Difference>();
                foreach (var region in await RegionsAsync(db, cancellation))
                    found.AddRange((await DifferencesAsync(db, region, cancellation)).Select(View));
                return Results.Ok(new ListPage<Difference>(found, null, found.Count, false));
            })
            .RequireAuthorization(Policies.Auditors).WithName("check-tally").WithTags("statistics").WithSummary("核对统计计数").Produces<ListPage<Difference>>();
        api.MapPost("/statistics/recount", async (HttpContext http, IActRing ring, IActorSource actors, WorkflowDatabase database, CancellationToken cancellation) =>
                Results.Ok(await MendAllAsync(await actors.CurrentAsync(http, cancellation), ring, database, cancellation)))
            .RequireAuthorization(Policies.Administrators).WithName("recount-tally").WithTags("statistics").WithSummary("重算统计计数").Produces<Receipt>();
    }

    /// <summary>Region by region, each in an act of its own.</summary>
    internal static async Task<Receipt> MendAllAsync(Actor actor, IActRing ring, WorkflowDatabase database, CancellationToken cancellation)
    {
        IReadOnlyList<string> regions;
        await using (var db = database.CreateContext())
            regions = await RegionsAsync(db, cancellation);
        var mended = new List<Difference>();
        foreach (var region in regions)
        {
            var result = await ring.RunAsync<IReadOnlyList<TallyShare>>("statistics/recount", actor, async (act, stop) =>
            {
                var differences = await DifferencesAsync(act.Db, region, stop);
                act.Db.AddRange(differences.Select(d => d.ToRow()));
                return new List<TallyShare>(differences);
            }, cancellation: cancellation);
            mended.AddRange(result.Value.Select(View));
        }
        return new Receipt(regions.Count, mended);
    }

    /// <summary>Counted minus kept, per group that differs.</summary>
    internal static async Task<IReadOnlyList<TallyShare>> DifferencesAsync(WorkflowDbContext db, string region, CancellationToken cancellation)
    {
        // an independent count by SQL: the codes of the rule are shared, its arithmetic is not
        var (outside, closed, untreated) = (TallyShare.OutsideTheLedger, MatterChange.Closed, TallyShare.Untreated);
        var kept = db.Set<MatterTally>().AsNoTracking().Where(t => t.RegionCode == region).Select(t => new
        {
            t.Grade, t.PlaceType, Day = t.FoundMonth, Unjudged = -t.Unjudged, Registered = -t.Registered, Treated = -t.Treated, ClosedUntreated = -t.ClosedUntreated,
            Open = -t.Open, Overdue = -t.Overdue,
        });
        var standing = db.Set<Matter>().AsNoTracking().Where(m => m.RegionCode == region && m.Kind == Matter.HazardKind).Select(m => new
        {
            m.Grade, m.PlaceType, Day = m.FoundOn, Unjudged = m.State == HazardState.Reported ? 1 : 0, Registered = outside.Contains(m.State) ? 0 : 1,
            Treated = m.State == HazardState.SignedOff ? 1 : 0, ClosedUntreated = untreated.Contains(m.State) ? 1 : 0,
            Open = outside.Contains(m.State) || closed.Contains(m.State) ? 0 : 1,
            Overdue = outside.Contains(m.State) || closed.Contains(m.State) || !m.IsOverdue ? 0 : 1,
        });
        var sums = new Dictionary<(string?, HazardGrade?, DateOnly), TallyShare>();
        await foreach (var row in kept.Concat(standing).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var share = new TallyShare(
                region, row.PlaceType, row.Grade, new DateOnly(row.Day.Year, row.Day.Month, 1), row.Unjudged, row.Registered, row.Treated, row.ClosedUntreated,
                row.Open, row.Overdue);
            var group = (share.PlaceType, share.Grade, share.FoundMonth);
            sums[group] = sums.TryGetValue(group, out var sum) ? sum - (-share) : share;
        }
        return [.. sums.Values.Where(s => !s.IsNothing)];
    }

    private static async Task<IReadOnlyList<string>> RegionsAsync(WorkflowDbContext db, CancellationToken cancellation) =>
        await db.Set<Matter>().Select(m => m.RegionCode).Union(db.Set<MatterTally>().Select(t => t.RegionCode)).OrderBy(c => c).ToListAsync(cancellation);

    private static Difference View(TallyShare s) => new(
        s.RegionCode, s.PlaceType, s.Grade?.Code(), s.FoundMonth, s.Unjudged, s.Registered, s.Treated, s.ClosedUntreated, s.Open, s.Overdue);
}
