using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Ledger;

/// <summary>A matter's ledger, newest entry last, with the verdict on its whole chain.</summary>
internal static class ReadLedger
{
    private static Rejection NoSuchMatter => Rejection.NotFound("ledger.no-such-matter", "未找到该事项，或者您无权查看。");

    public sealed record Entry(
        long Sequence, string Act, string Kind, string Summary, string PersonName, string? PostName, string? OnBehalfOf, DateTimeOffset EventTime,
        DateTimeOffset ReceivedAt, string? StateAfter, Guid? DocumentId, JsonElement? Detail, string Hash);

    /// <param name="FirstBroken">Sequence of the first entry that does not stand; null when the chain is whole.</param>
    public sealed record Verdict(bool Ok, long? FirstBroken, string? Reason, long Entries);

    public sealed record Page(IReadOnlyList<Entry> Items, Verdict Verified);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ledger/{matterId:guid}", async (
                Guid matterId, HttpContext http, WorkflowDbContext db, [FromServices] IMatterAccess access, IActorSource actors, CancellationToken cancellation) =>
                (await ReadAsync(matterId, await actors.CurrentAsync(http, cancellation), db, access, cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("read-ledger").WithTags("ledger").Produces<Page>();

    internal static async Task<Result<Page>> ReadAsync(Guid matterId, Actor actor, WorkflowDbContext db, IMatterAccess access, CancellationToken cancellation)
    {
        // an auditor reads the ledger of every subject, also of units and posts, which are no matters
        if (!actor.HasRole(Roles.Auditor) && !await access.MaySeeAsync(matterId, actor, db, cancellation))
        {
            return NoSuchMatter;
        }
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.MatterId == matterId).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        if (entries.Count == 0 && !await access.MaySeeAsync(matterId, actor, db, cancellation))
        {
            return NoSuchMatter;
        }
        var verdict = await VerifyLedger.RunAsync(db, matterId, entries.ToAsyncEnumerable(), cancellation);
        return new Page([.. ShownTo(actor, entries)], new Verdict(verdict.IsIntact, verdict.BrokenAt, verdict.Reason, verdict.Entries));
    }

    /// <summary>A unit reads what happened, except clues about officials, with the papers of its own people only: a proposal is not in force before the second person has signed it.</summary>
    private static IEnumerable<Entry> ShownTo(Actor actor, IEnumerable<LedgerEntry> entries) => actor.EnterpriseId is null
        ? entries.Select(View)
        : entries.Where(e => (e.Kind != "access" || e.PersonId == actor.PersonId) && e.Kind != AccountabilityClues.Kind)
            .Select(e => e.PersonId == actor.PersonId ? View(e) : View(e) with { Detail = null });

    private static Entry View(LedgerEntry e) => new(
        e.Sequence, e.Act, e.Kind, e.Summary, e.PersonName, e.PostName, e.OnBehalfOf, e.EventTime, e.ReceivedAt, e.StateAfter, e.DocumentId, DetailOf(e.Detail),
        Convert.ToHexStringLower(e.Hash));

    /// <summary>Stored as the bytes that were hashed. Bytes that somebody spoilt are shown as text: the verdict says what is wrong, the page still opens.</summary>
    private static JsonElement? DetailOf(byte[]? detail)
    {
        if (detail is null)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(detail);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(System.Text.Encoding.UTF8.GetString(detail));
        }
    }
}
