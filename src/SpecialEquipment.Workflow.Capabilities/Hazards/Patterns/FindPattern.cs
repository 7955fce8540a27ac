using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>One of the hazards behind a pattern.</summary>
public sealed record PatternCase(Guid MatterId, string? Number, string? EnterpriseName, string EquipmentName, string Place, DateTimeOffset FoundAt, string State, string StateName);

/// <param name="Text">On what it rests, in words.</param>
public sealed record PatternView(
    Guid Id, string State, string StateName, string Text, int Units, int Devices, DateTimeOffset ProposedAt, string? DecidedByName, DateTimeOffset? DecidedAt, string? Reason,
    IReadOnlyList<PatternCase> Items);

public sealed record PatternList(IReadOnlyList<PatternView> Items);

/// <summary>GET /hazards/{id}/patterns: what was proposed on this case, or what it belongs to, with the hazards behind it as far as the reader may see them.</summary>
public static class FindPattern
{
    public static void MapFindPattern(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/{id:guid}/patterns", async (Guid id, HttpContext http, WorkflowDbContext db, MatterAccess access, IActorSource actors, CancellationToken cancellation) =>
            {
                var visible = await access.VisibleAsync(db, await actors.CurrentAsync(http, cancellation), cancellation);
                return await visible.AnyAsync(m => m.Id == id, cancellation) ? Results.Ok(await ListAsync(id, visible, db, cancellation)) : MatterRefusals.NotFound().ToHttp();
            })
            .RequireAuthorization(Policies.Officials).WithName("find-patterns").WithTags("hazards").WithSummary("普遍性重大隐患的认定")
            .Produces<PatternList>().ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<PatternList> ListAsync(Guid id, IQueryable<Matter> visible, WorkflowDbContext db, CancellationToken cancellation)
    {
        var own = await db.Set<Hazard>().AsNoTracking().Where(h => h.MatterId == id).Select(h => h.PatternId).SingleAsync(cancellation);
        var patterns = await db.Set<HazardPattern>().AsNoTracking().Where(p => p.MatterId == id || p.Id == own).OrderByDescending(p => p.Key).ToListAsync(cancellation);
        var views = new List<PatternView>();
        foreach (var pattern in patterns)
        {
            var ids = pattern.MatterIds.ToList();
            var rows = await (from m in visible
                              join h in db.Set<Hazard>().AsNoTracking() on m.Id equals h.MatterId
                              where ids.Contains(m.Id)
                              orderby h.FoundAt descending
                              select new HazardRow { Matter = m, Hazard = h }).ToListAsync(cancellation);
            views.Add(new PatternView(
                pattern.Id, UpperSnake.From(pattern.State), pattern.State.Name(), pattern.Text(), pattern.Units, pattern.Devices, pattern.ProposedAt, pattern.DecidedByName,
                pattern.DecidedAt, pattern.Reason, [.. rows.Select(Show)]));
        }
        return new PatternList(views);
    }

    private static PatternCase Show(HazardRow row) => new(
        row.Matter.Id, row.Matter.Number, row.Hazard.EnterpriseName, row.Hazard.EquipmentName, row.Hazard.Place, row.Hazard.FoundAt, row.Matter.State.Code(), row.Matter.State.Name());
}
