using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>GET /hazards: a page of the ledger, by keyset, with a total that stops counting at the cap.</summary>
public static class FindHazards
{
    public static void MapFindHazards(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards", DoAsync).RequireAuthorization(Policies.SignedIn).WithName("find-hazards").WithTags("hazards").WithSummary("隐患台账")
            .Produces<ListPage<HazardRowView>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DoAsync(
        [AsParameters] HazardFilter filter, HttpContext http, HazardQueries queries, IActorSource actors, DeadlineRules rules, BusinessClock clock, CancellationToken cancellation)
    {
        if (HazardOrder.Parse(filter.Sort) is not { } order)
            return WrongOrder(filter.Sort).ToHttp();
        var query = await queries.OfAsync(filter, await actors.CurrentAsync(http, cancellation), cancellation);
        if (query.IsRejected)
            return query.Rejection!.ToHttp();
        var found = await query.Value.PageAsync(order, filter.After, ListPages.Limit(filter.Limit), cancellation);
        var (calendar, now) = (rules.Now.Calendar, clock.GetUtcNow());
        return found.IsRejected
            ? found.Rejection!.ToHttp()
            : Results.Ok(new ListPage<HazardRowView>([.. found.Value.Items.Select(r => HazardRowView.Of(r.Matter, r.Hazard, calendar, now))], found.Value.Next, found.Value.Total, found.Value.TotalIsCapped));
    }

    internal static Rejection WrongOrder(string? sort) => Rejection.Form(
        "hazards.filter", "排序字段不正确。", new FieldObjection("sort", $"应为 {HazardOrder.Names} 中至多三项，逗号分隔，可加 - 倒序", $"实际为“{sort}”"));
}
