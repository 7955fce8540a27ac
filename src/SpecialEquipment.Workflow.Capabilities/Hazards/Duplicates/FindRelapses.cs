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

/// <summary>A case of the same object, signed off so recently that the hazard at hand may be its relapse (E3).</summary>
/// <param name="WindowEndsOn">Last day of the relapse window.</param>
/// <param name="IsProposed">The same clause, a like description, or found by a look-back: the officer has to confirm or reject it.</param>
public sealed record RelapseView(
    Guid MatterId, string? Number, string Text, DateTimeOffset SignedOffAt, DateOnly WindowEndsOn, int Similarity, bool IsProposed, bool ByDocumentsOnly);

public sealed record RelapseList(IReadOnlyList<RelapseView> Items);

/// <summary>GET /hazards/{id}/relapses.</summary>
public static class FindRelapses
{
    private const int Most = 20;

    public static void MapFindRelapses(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/{id:guid}/relapses", async (
                Guid id, HttpContext http, WorkflowDbContext db, MatterAccess access, ISignOffRecords signOffs, DeadlineRules rules, IActorSource actors, CancellationToken cancellation) =>
            {
                var visible = await access.VisibleAsync(db, await actors.CurrentAsync(http, cancellation), cancellation);
                if (await visible.SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } matter)
                    return MatterRefusals.NotFound().ToHttp();
                var hazard = await db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == id, cancellation);
                return Results.Ok(new RelapseList(await DoAsync(matter, hazard, hazard.EquipmentId, hazard.DefectKey, db, signOffs, rules.Now, cancellation)));
            })
            .RequireAuthorization(Policies.Officials).WithName("find-relapses").WithTags("hazards").WithSummary("可能复发自的已销号案件")
            .Produces<RelapseList>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <param name="device">The device as it is known now; registration may name it only then. Without one there is no same object.</param>
    internal static async Task<IReadOnlyList<RelapseView>> DoAsync(
        Matter matter, Hazard hazard, Guid? device, string? defectKey, WorkflowDbContext db, ISignOffRecords signOffs, RulesInForce rules, CancellationToken cancellation)
    {
        if (device is null)
            return [];
        var rows = await (from m in db.Set<Matter>().AsNoTracking()
                          join h in db.Set<Hazard>().AsNoTracking() on m.Id equals h.MatterId
                          where h.EquipmentId == device && m.State == HazardState.SignedOff && m.Id != matter.Id
                          orderby m.Key descending
                          select new HazardRow { Matter = m, Hazard = h }).Take(Most).ToListAsync(cancellation);
        var signed = (await signOffs.OfAsync(db, [.. rows.Select(r => r.Matter.Id)], cancellation)).ToDictionary(s => s.MatterId);
        var least = rules.Policy.Parameter("duplicateSimilarity", ShanghaiTime.DateOf(hazard.ReceivedAt), matter.RegionCode);
        var found = new List<RelapseView>();
        foreach (var row in rows)
        {
            // what was found before the other was signed off is no relapse of it
            if (!signed.TryGetValue(row.Matter.Id, out var signOff) || hazard.FoundAt < signOff.SignedOffAt)
                continue;
            var window = rules.Due("relapseWindow", signOff.SignedOffAt, matter.RegionCode);
            if (!window.IsMetBy(hazard.FoundAt))
                continue;
            var similarity = Similarity.Percent(hazard.Text, row.Hazard.Text);
            var proposed = similarity >= least || hazard.ProposedRelapseOfId == row.Matter.Id || (defectKey is not null && defectKey == row.Hazard.DefectKey);
            found.Add(new RelapseView(row.Matter.Id, row.Matter.Number, row.Hazard.Text, signOff.SignedOffAt, window.Day!.Value, similarity, proposed, signOff.ByDocumentsOnly));
        }
        return [.. found.OrderByDescending(r => r.IsProposed).ThenByDescending(r => r.SignedOffAt)];
    }
}
