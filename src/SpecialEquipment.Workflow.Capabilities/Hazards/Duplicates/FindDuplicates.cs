using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>An open case of the same object into which a report might go.</summary>
/// <param name="Similarity">Of the two descriptions, 0 to 100.</param>
/// <param name="IsSimilar">At least as alike as the policy pack's <c>duplicateSimilarity</c>: proposed, not only listed.</param>
public sealed record DuplicateView(
    Guid MatterId, string? Number, string Text, string State, string StateName, string SourceName, string Place, DateTimeOffset FoundAt, int Similarity, bool IsSimilar);

public sealed record DuplicateList(IReadOnlyList<DuplicateView> Items);

/// <summary>GET /hazards/{id}/duplicates: open cases of the same object, the most alike first (E12).</summary>
public static class FindDuplicates
{
    private const int Most = 50;

    public static void MapFindDuplicates(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/{id:guid}/duplicates", async (
                Guid id, HttpContext http, WorkflowDbContext db, MatterAccess access, DeadlineRules rules, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var visible = await access.VisibleAsync(db, actor, cancellation);
                if (await visible.SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } matter)
                    return MatterRefusals.NotFound().ToHttp();
                var hazard = await db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == id, cancellation);
                return Results.Ok(new DuplicateList(await DoAsync(matter, hazard, visible, db, rules.Now, cancellation)));
            })
            .RequireAuthorization(Policies.Officials).WithName("find-duplicates").WithTags("hazards").WithSummary("疑似重复的未结案件")
            .Produces<DuplicateList>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <param name="matters">The cases to look among.</param>
    internal static async Task<IReadOnlyList<DuplicateView>> DoAsync(
        Matter matter, Hazard hazard, IQueryable<Matter> matters, WorkflowDbContext db, RulesInForce rules, CancellationToken cancellation)
    {
        var open = from m in matters
                   join h in db.Set<Hazard>().AsNoTracking() on m.Id equals h.MatterId
                   where m.Id != matter.Id && m.ClosedAt == null
                   select new HazardRow { Matter = m, Hazard = h };
        // by the device where there is one: it has an index; otherwise by the unit. Without either there is nothing to compare.
        if (hazard.EquipmentId is { } device)
            open = open.Where(r => r.Hazard.EquipmentId == device || (r.Hazard.EquipmentId == null && r.Matter.EnterpriseId != null && r.Matter.EnterpriseId == matter.EnterpriseId));
        else if (matter.EnterpriseId is { } unit)
            open = open.Where(r => r.Matter.EnterpriseId == unit);
        else
            return [];
        var rows = await open.OrderByDescending(r => r.Matter.Key).Take(Most).ToListAsync(cancellation);
        var least = rules.Policy.Parameter("duplicateSimilarity", ShanghaiTime.DateOf(hazard.ReceivedAt), matter.RegionCode);
        return [.. rows.Select(r => Show(r, Similarity.Percent(hazard.Text, r.Hazard.Text), least)).OrderByDescending(v => v.Similarity).ThenBy(v => v.FoundAt)];
    }

    private static DuplicateView Show(HazardRow row, int similarity, decimal least) => new(
        row.Matter.Id, row.Matter.Number, row.Hazard.Text, row.Matter.State.Code(), row.Matter.State.Name(), row.Hazard.Source.Name(), row.Hazard.Place, row.Hazard.FoundAt,
        similarity, similarity >= least);
}
