using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>POST /statistics/rates/publish: counts once more inside the act and freezes what it counted.</summary>
internal static class PublishRates
{
    private const int LongestTitle = 120;

    public sealed record Form(string? Title, string? Region, DateOnly? From, DateOnly? To, DateOnly? AsOf, string? Grade);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/statistics/rates/publish", async (Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("statistics/publish-rates", actor, (act, stop) => DoAsync(form, act, stop), cancellation: cancellation);
                return result.ToHttp(published => Results.Created($"/api/statistics/published-rates/{published.Id}", published));
            })
            .RequireAuthorization(Policies.Officials).WithName("publish-rates").WithTags("statistics").WithSummary("发布隐患治理率")
            .Produces<FindPublishedRates.PublishedView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static async Task<Result<FindPublishedRates.PublishedView>> DoAsync(Form form, ActContext act, CancellationToken cancellation)
    {
        var directory = act.Services.GetRequiredService<IDirectory>();
        var today = ShanghaiTime.DateOf(act.Now);
        var query = new RateQuery { Region = form.Region?.Trim(), From = form.From, To = form.To, AsOf = form.AsOf, Grade = form.Grade };
        var objections = new Objections();
        objections.Text("title", form.Title, "标题", max: LongestTitle);
        objections.Text("region", form.Region, "行政区划", max: 20);
        if (objections.Any)
            return new Rejection("statistics.publish", "发布内容不完整。") { Errors = objections.List };
        if (await query.ObjectionAsync(today, directory, cancellation) is { } objection)
            return objection;
        if (await PostOfAsync(act.Actor, query.Region!, directory, cancellation) is not { } post)
            return Rejection.Forbidden("statistics.not-the-publisher", "发布治理率应为该区划的审批人或者局领导，实际您没有该岗位。");

        var visible = await act.Services.GetRequiredService<MatterAccess>().VisibleAsync(act.Db, act.Actor, cancellation);
        var figures = await query.CountAsync(visible, today, directory, cancellation);
        var region = (await directory.FindRegionAsync(query.Region!, cancellation))!;
        var published = new PublishedRates
        {
            Id = Guid.CreateVersion7(act.Now), Title = form.Title!.Trim(), RegionCode = region.Code, RegionName = region.Name, FoundFrom = form.From, FoundTo = form.To,
            AsOf = form.AsOf ?? today, Grade = string.IsNullOrEmpty(form.Grade) ? null : form.Grade, Registered = figures.Registered, Treated = figures.Treated,
            FixedOnSpot = figures.FixedOnSpot, ClosedUntreated = figures.ClosedUntreated, Open = figures.Open, Overdue = figures.Overdue, PublishedAt = act.Now,
            PublishedById = act.Actor.PersonId, PublishedByName = act.Actor.PersonName, PublishedByPost = post.PostName,
        };
        act.Db.Add(published);
        act.Record(new LedgerFact(published.Id, "publish-rates", $"发布《{published.Title}》：已登记 {figures.Registered} 件，已治理 {figures.Treated} 件，治理率 {figures.Rate ?? "—"}")
        {
            Post = post,
            Detail = new Dictionary<string, object?>
            {
                ["region"] = region.Code, ["from"] = form.From, ["to"] = form.To, ["asOf"] = published.AsOf, ["grade"] = published.Grade, ["figures"] = figures,
            },
        });
        return FindPublishedRates.View(published);
    }

    private static async Task<HeldPost?> PostOfAsync(Actor actor, string region, IDirectory directory, CancellationToken cancellation)
    {
        foreach (var post in actor.Posts.Where(p => p.EnterpriseId is null && p.PostKind is (PostKinds.Approver or PostKinds.BureauLeader)))
        {
            if (post.RegionCode == region || (await directory.SubtreeAsync(post.RegionCode, cancellation)).Contains(region))
                return post;
        }
        return null;
    }
}
