using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>
/// A person's own notices. Without <c>after</c> the newest first, for the bell; with a sequence as <c>after</c>, those that came
/// after it in order, for a client that missed some. <c>next</c> is the <c>after</c> of the following page either way (negative
/// when the pages go back in time).
/// </summary>
internal static class FindNotices
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int UnreadCap = 1_000;

    public static async Task<Result<NoticePage>> DoAsync(string? after, int? limit, bool unreadOnly, Actor actor, WorkflowDbContext db, CancellationToken cancellation)
    {
        if (!TryRead(after, out var sequence))
            return Rejection.Form("notices.after", "翻页位置有误。", new FieldObjection("after", "序号", after!));
        if (actor.PersonId is not { } person)
            return new NoticePage([], null, 0);
        var own = db.Set<Notice>().AsNoTracking().Where(n => n.RecipientPersonId == person);
        var unread = await own.Where(n => n.OpenedAt == null).OrderBy(n => n.Key).Take(UnreadCap).CountAsync(cancellation);
        if (unreadOnly)
            own = own.Where(n => n.OpenedAt == null);
        var size = Math.Clamp(limit ?? DefaultLimit, 1, MaxLimit);
        var forward = after is { Length: > 0 } && sequence >= 0;
        var page = forward ? own.Where(n => n.Key > sequence).OrderBy(n => n.Key)
            : (sequence < 0 ? own.Where(n => n.Key < -sequence) : own).OrderByDescending(n => n.Key);
        var rows = await page.Take(size + 1).ToListAsync(cancellation);
        var last = rows.Count > size ? rows[size - 1].Key : (long?)null;
        var next = last is null ? null : (forward ? last.Value : -last.Value).ToString(CultureInfo.InvariantCulture);
        return new NoticePage([.. rows.Take(size).Select(NoticeView.Of)], next, unread);
    }

    /// <summary>
    /// What a client that saw everything up to a sequence may have missed: what came later, and what was never delivered (a notice
    /// that committed late can have a lower number than one already seen).
    /// </summary>
    public static async Task<IReadOnlyList<NoticeView>> MissedAsync(long afterSequence, Guid person, WorkflowDbContext db, CancellationToken cancellation)
    {
        var rows = await db.Set<Notice>().AsNoTracking()
            .Where(n => n.RecipientPersonId == person && (n.Key > afterSequence || n.DeliveredAt == null))
            .OrderByDescending(n => n.Key).Take(MaxLimit).ToListAsync(cancellation);
        rows.Reverse();
        return [.. rows.Select(NoticeView.Of)];
    }

    private static bool TryRead(string? after, out long sequence)
    {
        sequence = 0;
        return string.IsNullOrEmpty(after) || long.TryParse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out sequence);
    }

    public static void Map(IEndpointRouteBuilder notices) => notices.MapGet("",
            async (string? after, int? limit, bool? unread, HttpContext http, IActorSource actors, WorkflowDbContext db, CancellationToken cancellation) =>
                (await DoAsync(after, limit, unread ?? false, await actors.CurrentAsync(http, cancellation), db, cancellation)).ToHttp())
        .RequireAuthorization(Policies.SignedIn).WithName("list-notices").WithSummary("我的消息").Produces<NoticePage>().ProducesProblem(422);
}
