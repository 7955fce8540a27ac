using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>
/// Abolishes a post from today: holders and deputies are relieved, and a named successor takes over what it still owed. Without one the post above
/// gives it on. Renames a post, whose duties and history stay.
/// </summary>
internal static class EndPost
{
    private const int MostReason = 500;
    private const int MostName = 100;

    public sealed record Form(long Version, string? Reason, Guid? SuccessorPostId);

    public sealed record RenameForm(long Version, string? Name);

    public sealed record Receipt(Guid Id, string Name, DateOnly? ValidTo, long Version);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/posts/{id:guid}/end", async (
                Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, WorkflowDatabase database, BusinessClock clock, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("organizations/end-post", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation);
                if (!result.IsRejected && form.SuccessorPostId is not null)
                {
                    await CarryOutReorganizations.FollowEndedAsync(ring, database, clock.GetUtcNow(), cancellation);
                }
                return result.ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("end-post").WithTags("organizations").Produces<Receipt>();
        api.MapActOn<RenameForm, Receipt>("/posts/{id:guid}/rename", "rename-post", RenameAsync).RequireAuthorization(Policies.SignedIn);
    }

    internal static async Task<Result<Receipt>> DoAsync(Guid postId, Form form, ActContext act, CancellationToken cancellation)
    {
        var found = await FindAsync(postId, form.Version, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        var post = found.Value;
        if (Refusals.Required("reason", form.Reason, MostReason) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.end-without-reason", "撤销岗位应写明理由。", errors);
        }
        var today = ShanghaiTime.DateOf(act.Now);
        if (form.SuccessorPostId is { } successor && (successor == postId || !await act.Db.Set<Post>().AnyAsync(
                p => p.Id == successor && p.Void == null && (p.ValidTo == null || p.ValidTo > today) && p.EnterpriseId == post.EnterpriseId, cancellation)))
        {
            return Rejection.Form("organizations.no-such-successor", "承接岗位应为另一现有岗位。", new FieldObjection("successorPostId", "另一现有岗位", successor.ToString("D")));
        }
        if (form.SuccessorPostId is null && await act.OwedByPostAsync(postId, cancellation) is { } owed)
        {
            return Rejection.Conflict("organizations.post-owes", $"撤销岗位应先由承接岗位接手，实际该岗位还有{owed}。") with { Errors = [new FieldObjection("successorPostId", "承接岗位", "（空）")] };
        }
        if (form.SuccessorPostId is { } next)
        {
            var other = await act.Db.Set<Post>().SingleAsync(p => p.Id == next, cancellation);
            if (other.Kind != post.Kind || (post.EnterpriseId is null && await act.ToManageAsync(other, cancellation) is not null))
            {
                return Rejection.Form("organizations.unfit-successor", "承接岗位应为本人管理范围内的同类岗位。", new FieldObjection("successorPostId", "同类岗位", other.Name));
            }
        }
        await RelieveAsync(postId, act, cancellation);
        post.ValidTo = today;
        if (form.SuccessorPostId is { } goesOn)
        {
            act.Db.Add(new PostSuccession { PostId = postId, SuccessorPostId = goesOn, RegionCode = post.RegionCode });
        }
        post.Version++;
        act.Record(new LedgerFact(postId, "end-post", $"撤销岗位“{post.Name}”")
        {
            Detail = new Dictionary<string, object?> { ["reason"] = form.Reason!.Trim(), ["successorPostId"] = form.SuccessorPostId },
        });
        return new Receipt(post.Id, post.Name, post.ValidTo, post.Version);
    }

    internal static async Task<Result<Receipt>> RenameAsync(Guid postId, RenameForm form, ActContext act, CancellationToken cancellation)
    {
        var found = await FindAsync(postId, form.Version, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        if (Refusals.Required("name", form.Name, MostName) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.post-incomplete", "岗位信息不符合要求。", errors);
        }
        var (post, before) = (found.Value, found.Value.Name);
        post.Name = form.Name!.Trim();
        post.Version++;
        act.Record(new LedgerFact(postId, "rename-post", $"岗位“{before}”更名为“{post.Name}”")
        {
            Detail = new Dictionary<string, object?> { ["before"] = before, ["after"] = post.Name },
        });
        return new Receipt(post.Id, post.Name, post.ValidTo, post.Version);
    }

    /// <summary>In words what the post still owes; null when nothing.</summary>
    internal static async Task<string?> OwedByPostAsync(this ActContext act, Guid postId, CancellationToken cancellation)
    {
        foreach (var use in act.Services.GetServices<IRegisterUse>())
        {
            if (await use.OfPostAsync(postId, act.Db, cancellation) is { } owed)
                return owed;
        }
        return null;
    }

    /// <summary>Everybody in the post leaves it now; deputations that have not begun never do.</summary>
    internal static async Task RelieveAsync(Guid postId, ActContext act, CancellationToken cancellation)
    {
        foreach (var holder in await act.Db.Set<PostHolder>().Where(h => h.PostId == postId && (h.ValidTo == null || h.ValidTo > act.Now)).ToListAsync(cancellation))
        {
            (holder.ValidTo, holder.RelievedBy) = (act.Now, act.Actor.UserId);
        }
        foreach (var deputy in await act.Db.Set<PostDeputy>().Where(d => d.PostId == postId && d.ValidTo > act.Now).ToListAsync(cancellation))
        {
            (deputy.ValidTo, deputy.EndedBy) = (deputy.ValidFrom > act.Now ? deputy.ValidFrom : act.Now, act.Actor.UserId);
        }
    }

    private static async Task<Result<Post>> FindAsync(Guid postId, long version, ActContext act, CancellationToken cancellation)
    {
        var post = await act.Db.Set<Post>().FirstOrDefaultAsync(p => p.Id == postId && p.Void == null, cancellation);
        if (post is null)
        {
            return Refusals.NoSuchPost;
        }
        if (await act.ToManageAsync(post, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        return post.ValidTo is { } end && end <= ShanghaiTime.DateOf(act.Now)
            ? Rejection.Conflict("organizations.post-ended", $"岗位应为现有岗位，实际已于 {ShanghaiTime.Text(end)} 撤销。")
            : post.Version == version ? post : Refusals.StaleVersion(post.Version);
    }
}
