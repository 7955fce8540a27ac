using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>
/// Relieves and appoints holders of a post (E8). Tasks name the post, so they follow it by themselves; who held it when stays on record.
/// </summary>
internal static class ChangePostHolder
{
    /// <param name="Leaving">Holder to be relieved; null when somebody only joins.</param>
    /// <param name="Joining">Person to be appointed; null leaves the post vacant.</param>
    public sealed record Form(long Version, Guid? Leaving, Guid? Joining);

    public sealed record Receipt(Guid PostId, string PostName, IReadOnlyList<Guid> Holders, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/posts/{id:guid}/change-holder", async (Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("organizations/change-post-holder", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation);
                return result.ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("change-post-holder").WithTags("organizations").Produces<Receipt>();

    internal static async Task<Result<Receipt>> DoAsync(Guid postId, Form form, ActContext act, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(act.Now);
        var post = await act.Db.Set<Post>().FirstOrDefaultAsync(p => p.Id == postId && p.Void == null && (p.ValidTo == null || p.ValidTo > today), cancellation);
        if (post is null)
        {
            return Refusals.NoSuchPost;
        }
        if (await act.ToManageAsync(post, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        if (post.Version != form.Version)
        {
            return Refusals.StaleVersion(post.Version);
        }
        var holders = await act.Db.Set<PostHolder>()
            .Where(h => h.PostId == postId && h.ValidFrom <= act.Now && (h.ValidTo == null || h.ValidTo > act.Now)).ToListAsync(cancellation);
        if (Objection(form, holders) is { } objection)
        {
            return objection;
        }
        var names = await act.Db.Set<Person>().Where(p => p.Id == form.Leaving || (p.Id == form.Joining && p.Void == null)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        if (form.Joining is { } joining && !names.ContainsKey(joining))
        {
            return Refusals.NoSuchPerson;
        }
        if (form.Joining is { } asked && !act.Actor.IsSystem)
        {
            if (asked == act.Actor.PersonId && !act.Actor.HasRole(Roles.Administrator))
            {
                return Rejection.Forbidden("organizations.own-appointment", "任职应由他人办理，实际为本人给自己任职。");
            }
            var person = await act.Db.Set<Person>().SingleAsync(p => p.Id == asked, cancellation);
            if (!act.Actor.HasRole(Roles.Administrator) && !await AppointDeputy.BelongsAsync(person, post, act.Now, act, cancellation))
            {
                return Rejection.Form("organizations.holder-outsider", "接任人员应为同一单位或者同一机关的在册人员。",
                    new FieldObjection("joining", "同一单位或者机关的人员", person.Name));
            }
        }
        foreach (var leaving in holders.FindAll(h => h.PersonId == form.Leaving))
        {
            leaving.ValidTo = act.Now;
            leaving.RelievedBy = act.Actor.UserId;
            holders.Remove(leaving);
        }
        if (form.Joining is { } appointed)
        {
            var holder = new PostHolder { Id = Guid.CreateVersion7(act.Now), PostId = postId, PersonId = appointed, ValidFrom = act.Now, AppointedBy = act.Actor.UserId };
            act.Db.Add(holder);
            holders.Add(holder);
        }
        post.Version++;
        string NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : "（空缺）";
        act.Record(new LedgerFact(postId, "change-post-holder", $"岗位“{post.Name}”：{NameOf(form.Leaving)} → {NameOf(form.Joining)}")
        {
            Detail = new Dictionary<string, object?> { ["leaving"] = form.Leaving, ["joining"] = form.Joining },
        });
        return new Receipt(post.Id, post.Name, [.. holders.Select(h => h.PersonId)], post.Version);
    }

    private static Rejection? Objection(Form form, List<PostHolder> holders)
    {
        if (form.Leaving is null && form.Joining is null)
        {
            return Rejection.Form("organizations.nobody-changes", "应指明离任或接任人员，实际均为空。", new FieldObjection("joining", "离任或接任人员", "（空）"));
        }
        if (form.Leaving is { } leaving && !holders.Exists(h => h.PersonId == leaving))
        {
            return Rejection.Conflict("organizations.not-the-holder", "离任人员应为该岗位现任人员，实际不在任。");
        }
        return form.Joining is { } joining && holders.Exists(h => h.PersonId == joining)
            ? Rejection.Conflict("organizations.already-holder", "接任人员应为尚未任该岗位的人员，实际已在任。")
            : null;
    }
}
