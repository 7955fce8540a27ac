using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>
/// Lets a person act for a post between two instants (代理), and ends it early. Beside those who manage posts, a holder may name his own deputy.
/// </summary>
internal static class AppointDeputy
{
    private const int MostReason = 500;

    /// <param name="From">First instant; now when left out.</param>
    /// <param name="To">First instant at which he no longer acts for it.</param>
    public sealed record Form(Guid PersonId, DateTimeOffset? From, DateTimeOffset? To, string? Reason);

    public sealed record EndForm(string? Reason);

    public sealed record Receipt(Guid Id, Guid PostId, string PostName, Guid PersonId, string PersonName, DateTimeOffset ValidFrom, DateTimeOffset ValidTo);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapActOn<Form, Receipt>("/posts/{id:guid}/appoint-deputy", "appoint-deputy", DoAsync).RequireAuthorization(Policies.SignedIn);
        api.MapActOn<EndForm, Receipt>("/post-deputies/{id:guid}/end", "end-deputy", EndAsync).RequireAuthorization(Policies.SignedIn);
    }

    internal static async Task<Result<Receipt>> DoAsync(Guid postId, Form form, ActContext act, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(act.Now);
        var post = await act.Db.Set<Post>().FirstOrDefaultAsync(p => p.Id == postId && p.Void == null && (p.ValidTo == null || p.ValidTo > today), cancellation);
        if (post is null)
        {
            return Refusals.NoSuchPost;
        }
        if (!HoldsItself(act.Actor, postId) && await act.ToManageAsync(post, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        var from = form.From ?? act.Now;
        if (Objections(form, from, act.Now) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.deputy-incomplete", "代理安排不符合要求。", errors);
        }
        var to = form.To!.Value;
        var person = await act.Db.Set<Person>().FirstOrDefaultAsync(p => p.Id == form.PersonId && p.Void == null, cancellation);
        if (person is null || !await BelongsAsync(person, post, from, act, cancellation))
        {
            return Rejection.Form("organizations.deputy-outsider", "代理人应为同一单位或者同一机关的在册人员。",
                new FieldObjection("personId", "同一单位或者机关的人员", person?.Name ?? "查无此人"));
        }
        if (await act.Db.Set<PostHolder>().AnyAsync(h => h.PostId == postId && h.PersonId == person.Id && (h.ValidTo == null || h.ValidTo > from), cancellation))
        {
            return Rejection.Form("organizations.deputy-holds", "代理人应为任职人员以外的人，实际本人任该岗位。", new FieldObjection("personId", "任职人员以外的人", person.Name));
        }
        if (await act.Db.Set<PostDeputy>().AnyAsync(d => d.PostId == postId && d.PersonId == person.Id && d.ValidFrom < to && d.ValidTo > from, cancellation))
        {
            return Rejection.Conflict("organizations.deputy-known", $"{person.Name}在该时段已代理该岗位。");
        }
        var deputy = new PostDeputy
        {
            Id = Guid.CreateVersion7(act.Now), PostId = postId, PersonId = person.Id, ValidFrom = from, ValidTo = to, Reason = form.Reason!.Trim(),
            AppointedBy = act.Actor.UserId, AppointedByName = act.Actor.PersonName,
        };
        act.Db.Add(deputy);
        act.Record(new LedgerFact(postId, "appoint-deputy", $"岗位“{post.Name}”由{person.Name}代理，{ShanghaiTime.Text(from)} 至 {ShanghaiTime.Text(to)}")
        {
            Detail = new Dictionary<string, object?> { ["deputyId"] = deputy.Id, ["personId"] = person.Id, ["from"] = from, ["to"] = to, ["reason"] = deputy.Reason },
        });
        return View(deputy, post.Name, person.Name);
    }

    internal static async Task<Result<Receipt>> EndAsync(Guid deputyId, EndForm form, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<PostDeputy>().FirstOrDefaultAsync(d => d.Id == deputyId, cancellation) is not { } deputy)
        {
            return Rejection.NotFound("organizations.no-such-deputy", "未找到该代理安排。");
        }
        var post = await act.Db.Set<Post>().FirstAsync(p => p.Id == deputy.PostId, cancellation);
        if (!HoldsItself(act.Actor, post.Id) && await act.ToManageAsync(post, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        if (Refusals.Required("reason", form.Reason, MostReason) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.deputy-incomplete", "代理安排不符合要求。", errors);
        }
        if (deputy.ValidTo <= act.Now)
        {
            return Rejection.Conflict("organizations.deputy-over", $"代理应尚未结束，实际已于 {ShanghaiTime.Text(deputy.ValidTo)} 结束。");
        }
        // one that has not begun never does
        (deputy.ValidTo, deputy.EndedBy) = (deputy.ValidFrom > act.Now ? deputy.ValidFrom : act.Now, act.Actor.UserId);
        var person = await act.Db.Set<Person>().Where(p => p.Id == deputy.PersonId).Select(p => p.Name).FirstAsync(cancellation);
        act.Record(new LedgerFact(post.Id, "end-deputy", $"{person}不再代理岗位“{post.Name}”")
        {
            Detail = new Dictionary<string, object?> { ["deputyId"] = deputy.Id, ["personId"] = deputy.PersonId, ["reason"] = form.Reason!.Trim() },
        });
        return View(deputy, post.Name, person);
    }

    private static bool HoldsItself(Actor actor, Guid postId) => actor.Posts.Any(p => p.PostId == postId && !p.IsDeputy);

    private static Receipt View(PostDeputy d, string postName, string personName) => new(d.Id, d.PostId, postName, d.PersonId, personName, d.ValidFrom, d.ValidTo);

    private static FieldObjection[] Objections(Form form, DateTimeOffset from, DateTimeOffset now)
    {
        var errors = new List<FieldObjection>(Refusals.Required("reason", form.Reason, MostReason));
        if (from < now)
        {
            errors.Add(new FieldObjection("from", "不早于现在", ShanghaiTime.Text(from)));
        }
        if (form.To is not { } to)
        {
            errors.Add(new FieldObjection("to", "代理结束时间", "（空）"));
        }
        else if (to <= from)
        {
            errors.Add(new FieldObjection("to", "晚于代理开始时间", ShanghaiTime.Text(to)));
        }
        return [.. errors];
    }

    /// <summary>Of the same unit, or an official of the same region: registered there or holding a post there.</summary>
    /// <summary>Of the same unit, or of an organ of the same region; nobody is put into a post of a body he does not belong to.</summary>
    internal static async Task<bool> BelongsAsync(Person person, Post post, DateTimeOffset at, ActContext act, CancellationToken cancellation)
    {
        if (post.EnterpriseId is { } unit && person.EnterpriseId == unit)
        {
            return true;
        }
        if (post.EnterpriseId is null && person.EnterpriseId is null && person.RegionCode == post.RegionCode)
        {
            return true;
        }
        return await (
            from holder in act.Db.Set<PostHolder>()
            where holder.PersonId == person.Id && (holder.ValidTo == null || holder.ValidTo > at)
            join held in act.Db.Set<Post>() on holder.PostId equals held.Id
            where post.EnterpriseId == null ? held.EnterpriseId == null && held.RegionCode == post.RegionCode : held.EnterpriseId == post.EnterpriseId
            select held.Id).AnyAsync(cancellation);
    }
}
