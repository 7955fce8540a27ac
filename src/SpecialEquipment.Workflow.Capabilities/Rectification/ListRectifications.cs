using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>The rectification list of a unit (整改清单): to read, and to issue as a numbered document.</summary>
internal static class ListRectifications
{
    public sealed record RectificationListView(Guid EnterpriseId, string EnterpriseName, int Open, int Overdue, int SignedOff, IReadOnlyList<RectificationRow> Rows);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rectification-lists/{enterpriseId:guid}", ReadAsync).RequireAuthorization(Policies.SignedIn).WithName("read-rectification-list")
            .WithTags("rectification").WithSummary("单位整改清单").Produces<RectificationListView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/rectification-lists/{enterpriseId:guid}/issue", async (
                Guid enterpriseId, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
                (await ring.RunAsync("rectification/issue-list", await actors.CurrentAsync(http, cancellation), (act, stop) => IssueAsync(enterpriseId, act, stop), cancellation: cancellation)).ToHttp())
            .RequireAuthorization(Policies.Officials).WithName("issue-rectification-list").WithTags("rectification").WithSummary("制发整改清单").Produces<IssuedDocument>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Rejection NoSuchUnit => Rejection.NotFound("rectification.no-such-unit", "未找到该单位，或者您无权查看。");

    private static async Task<IResult> ReadAsync(
        Guid enterpriseId, bool? openOnly, HttpContext http, WorkflowDbContext db, MatterAccess access, IDirectory directory, IActorSource actors, CancellationToken cancellation)
    {
        var actor = await actors.CurrentAsync(http, cancellation);
        if (await directory.FindEnterpriseAsync(enterpriseId, cancellation) is not { } unit
            || !(await directory.ScopeAsync(actor, cancellation)).Includes(unit.RegionCode, unit.PlaceType, unit.Id))
            return NoSuchUnit.ToHttp();
        var rows = await RectificationLists.OfUnitAsync(db, await access.VisibleAsync(db, actor, cancellation), enterpriseId, openOnly ?? false, cancellation);
        var open = rows.Where(r => !HazardStates.Parse(r.State)!.Value.IsClosed()).ToList();
        return Results.Ok(new RectificationListView(unit.Id, unit.Name, open.Count, open.Count(r => r.IsOverdue), rows.Count(r => r.SignedOffOn is not null), rows));
    }

    internal static async Task<Result<IssuedDocument>> IssueAsync(Guid enterpriseId, ActContext act, CancellationToken cancellation)
    {
        var directory = act.Services.GetRequiredService<IDirectory>();
        if (await directory.FindEnterpriseAsync(enterpriseId, cancellation) is not { } unit
            || !(await directory.ScopeAsync(act.Actor, cancellation)).Includes(unit.RegionCode, unit.PlaceType, unit.Id))
            return NoSuchUnit;
        if (await OfficerPostAsync(act.Actor, unit.RegionCode, directory, cancellation) is null)
            return Rejection.Forbidden("rectification.not-the-officer", "制发整改清单应为本辖区市场监督管理部门的承办人，实际您没有该岗位。");
        var rows = await RectificationLists.OfUnitAsync(act.Db, act.Db.Set<Matter>(), enterpriseId, openOnly: true, cancellation);
        if (rows.Count == 0)
            return Rejection.Conflict("rectification.nothing-open", "制发整改清单的单位应有未销号的隐患，实际没有。");
        return await act.Services.GetRequiredService<IDocumentIssuer>().IssueAsync(
            new IssueRequest(DocumentTemplates.RectificationList, enterpriseId), new DocumentReading(act.Db, act.Now, act.Services, new Dictionary<string, object?>()), cancellation);
    }

    private static async Task<HeldPost?> OfficerPostAsync(Actor actor, string region, IDirectory directory, CancellationToken cancellation)
    {
        foreach (var post in actor.Posts.Where(p => p.PostKind == PostKinds.CaseOfficer && p.DepartmentCode == DepartmentCodes.MarketRegulator))
        {
            if (post.RegionCode == region || (await directory.SubtreeAsync(post.RegionCode, cancellation)).Contains(region))
                return post;
        }
        return null;
    }
}
