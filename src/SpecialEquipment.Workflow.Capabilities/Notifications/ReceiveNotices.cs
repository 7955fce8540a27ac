using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>Receipts: a notice has reached the recipient's screen (送达), and he has opened it (已读). Each once, each a ledger entry of its matter (DESIGN D10).</summary>
public sealed class ReceiveNotices(IActRing ring)
{
    /// <summary>More than a screen holds; a longer list is a client gone wrong.</summary>
    public const int MaxBatch = 200;

    internal sealed record UpToRequest(long? UpTo);

    public async Task<Result<int>> DeliveredAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var asked = ids.Distinct().Take(MaxBatch).ToList();
        return asked.Count == 0 ? 0 : await MarkAsync("notifications/delivered", actor, own => own.Where(n => asked.Contains(n.Id) && n.DeliveredAt == null), opened: false, cancellation);
    }

    /// <summary>Not found is also the answer for somebody else's notice.</summary>
    public async Task<Result<int>> OpenedAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        await ring.RunAsync<int>("notifications/opened", actor, async (act, ct) =>
        {
            var notice = await act.Db.Set<Notice>().FirstOrDefaultAsync(n => n.Id == id && n.RecipientPersonId == actor.PersonId, ct);
            return notice is null ? Rejection.NotFound("notices.not-found", "没有这条消息。") : Mark([notice], act, opened: true);
        }, cancellation: cancellation);

    /// <summary>全部已读, a batch at a time so that no act grows with the inbox.</summary>
    public async Task<Result<int>> OpenedUpToAsync(long sequence, Actor actor, CancellationToken cancellation)
    {
        for (var total = 0; ;)
        {
            var done = await MarkAsync("notifications/opened-up-to", actor, own => own.Where(n => n.Key <= sequence && n.OpenedAt == null), opened: true, cancellation);
            if (done.IsRejected)
                return done;
            total += done.Value;
            if (done.Value < MaxBatch)
                return total;
        }
    }

    private Task<Result<int>> MarkAsync(string name, Actor actor, Func<IQueryable<Notice>, IQueryable<Notice>> which, bool opened, CancellationToken cancellation) =>
        ring.RunAsync<int>(name, actor, async (act, ct) =>
        {
            if (actor.PersonId is not { } person)
                return 0;
            var own = act.Db.Set<Notice>().Where(n => n.RecipientPersonId == person);
            return Mark(await which(own).OrderBy(n => n.Key).Take(MaxBatch).ToListAsync(ct), act, opened);
        }, cancellation: cancellation);

    private static int Mark(IReadOnlyList<Notice> notices, ActContext act, bool opened)
    {
        var changed = 0;
        foreach (var notice in notices)
        {
            var isNew = opened ? notice.OpenedAt is null : notice.DeliveredAt is null;
            if (!isNew)
                continue;
            changed++;
            // What is opened has been delivered, even if the receipt of that was lost.
            notice.DeliveredAt ??= act.Now;
            if (opened)
                notice.OpenedAt = act.Now;
            if (notice.MatterId is { } matterId)
                act.Record(Fact(matterId, notice, opened));
        }
        return changed;
    }

    private static LedgerFact Fact(Guid matterId, Notice notice, bool opened) =>
        new(matterId, opened ? "open-notice" : "deliver-notice", $"{(opened ? "已读" : "已送达")}：{notice.Title}")
        {
            Kind = "notice", Detail = new Dictionary<string, object?> { ["noticeId"] = notice.Id.ToString("D"), ["post"] = notice.PostName },
        };

    public static void Map(IEndpointRouteBuilder notices)
    {
        notices.MapPost("/{id:guid}/opened", async (Guid id, HttpContext http, IActorSource actors, ReceiveNotices verb, CancellationToken cancellation) =>
                (await verb.OpenedAsync(id, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp(_ => Results.NoContent()))
            .RequireAuthorization(Policies.SignedIn).WithName("open-notice").WithSummary("消息已读").Produces(204).ProducesProblem(404);
        notices.MapPost("/opened", async (UpToRequest request, HttpContext http, IActorSource actors, ReceiveNotices verb, CancellationToken cancellation) =>
                request.UpTo is { } upTo
                    ? (await verb.OpenedUpToAsync(upTo, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp(count => Results.Ok(new OpenedNotices(count)))
                    : Rejection.Form("notices.up-to", "应给出序号。", new FieldObjection("upTo", "最后一条已读消息的序号", "没有")).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("open-notices-up-to").WithSummary("全部已读").Produces<OpenedNotices>().ProducesProblem(422);
    }
}

public sealed record OpenedNotices(int Opened);
