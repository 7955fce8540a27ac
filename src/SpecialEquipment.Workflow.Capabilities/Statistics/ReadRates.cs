using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>GET /statistics/rates: the rate of treatment, zero and dynamic zero of what the reader may see.</summary>
internal static class ReadRates
{
    /// <param name="CountedAt">Data time: the business instant of the count.</param>
    public sealed record RatesView(DateOnly AsOf, DateTimeOffset CountedAt, HazardFigures Figures);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/statistics/rates", DoAsync).RequireAuthorization(Policies.Officials).WithName("read-rates").WithTags("statistics").WithSummary("隐患治理率与清零")
            .Produces<RatesView>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DoAsync(
        [AsParameters] RateQuery query, HttpContext http, WorkflowDbContext db, MatterAccess access, IDirectory directory, IActorSource actors, BusinessClock clock,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = ShanghaiTime.DateOf(now);
        if (await query.ObjectionAsync(today, directory, cancellation) is { } objection)
            return objection.ToHttp();
        var visible = await access.VisibleAsync(db, await actors.CurrentAsync(http, cancellation), cancellation);
        return Results.Ok(new RatesView(query.AsOf ?? today, now, await query.CountAsync(visible, today, directory, cancellation)));
    }
}
