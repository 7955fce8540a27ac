using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>GET /statistics/published-rates: what was published for the regions the reader supervises, newest first.</summary>
internal static class FindPublishedRates
{
    public sealed record PublishedView(
        Guid Id, string Title, string RegionCode, string RegionName, DateOnly? From, DateOnly? To, DateOnly AsOf, string? Grade, HazardFigures Figures,
        DateTimeOffset PublishedAt, string PublishedByName, string PublishedByPost);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/statistics/published-rates", async (
                HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, long? after, int? limit, CancellationToken cancellation) =>
            {
                var size = ListPages.Limit(limit);
                var all = await VisibleAsync(db, await actors.CurrentAsync(http, cancellation), directory, cancellation);
                var total = await all.CountToCapAsync(cancellation);
                var page = await all.Where(p => after == null || p.Key < after).OrderByDescending(p => p.Key).Take(size + 1).ToListAsync(cancellation);
                return Results.Ok(ListPages.Of(page, size, total, p => p.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), View));
            })
            .RequireAuthorization(Policies.Officials).WithName("find-published-rates").WithTags("statistics").WithSummary("已发布的治理率").Produces<ListPage<PublishedView>>();
        api.MapGet("/statistics/published-rates/{id:guid}", async (
                Guid id, HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, CancellationToken cancellation) =>
                await (await VisibleAsync(db, await actors.CurrentAsync(http, cancellation), directory, cancellation)).FirstOrDefaultAsync(p => p.Id == id, cancellation) is { } found
                    ? Results.Ok(View(found)) : Rejection.NotFound("statistics.no-such-publication", "未找到该次发布，或者您无权查看。").ToHttp())
            .RequireAuthorization(Policies.Officials).WithName("read-published-rates").WithTags("statistics").Produces<PublishedView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static PublishedView View(PublishedRates p) => new(
        p.Id, p.Title, p.RegionCode, p.RegionName, p.FoundFrom, p.FoundTo, p.AsOf, p.Grade, p.Figures, p.PublishedAt, p.PublishedByName, p.PublishedByPost);

    private static async Task<IQueryable<PublishedRates>> VisibleAsync(WorkflowDbContext db, Actor actor, IDirectory directory, CancellationToken cancellation)
    {
        var scope = await directory.ScopeAsync(actor, cancellation);
        var all = db.Set<PublishedRates>().AsNoTracking();
        if (scope.Everything)
            return all;
        var codes = scope.Parts.SelectMany(p => p.RegionCodes).Distinct().ToArray();
        return all.Where(p => codes.Contains(p.RegionCode));
    }
}
