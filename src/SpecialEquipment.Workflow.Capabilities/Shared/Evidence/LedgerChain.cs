using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

/// <summary>Appends facts to the chains of their matters, inside the act's transaction.</summary>
internal static class LedgerChain
{
    private const string InsertEntry =
        "INSERT INTO ledger_entry (matter_id, sequence, act, kind, summary, user_id, person_id, person_name, post_id, post_name, on_behalf_of, event_time, received_at, state_after, document_id, detail, previous_hash, hash) "
        + "VALUES (@matter_id, @sequence, @act, @kind, @summary, @user_id, @person_id, @person_name, @post_id, @post_name, @on_behalf_of, @event_time, @received_at, @state_after, @document_id, @detail, @previous_hash, @hash)";
    private const string InsertHead = "INSERT INTO ledger_head (matter_id, sequence, hash) VALUES (@matter_id, @sequence, @hash)";
    private const string UpdateHead = "UPDATE ledger_head SET sequence = @sequence, hash = @hash WHERE matter_id = @matter_id AND sequence = @seen";

    public static async Task AppendAsync(WriteSession session, ActContext act, IReadOnlyList<LedgerFact> facts, CancellationToken cancellation)
    {
        if (facts.Count == 1)
        {
            await AppendToMatterAsync(session, act, facts[0].MatterId, facts, cancellation);
            return;
        }
        // one order for all acts, so that two acts on the same two matters cannot wait for each other
        foreach (var matter in facts.GroupBy(f => f.MatterId).OrderBy(g => g.Key))
            await AppendToMatterAsync(session, act, matter.Key, matter, cancellation);
    }

    private static async Task AppendToMatterAsync(WriteSession session, ActContext act, Guid matterId, IEnumerable<LedgerFact> facts, CancellationToken cancellation)
    {
        var (seen, hash) = await HeadAsync(session, matterId, cancellation);
        var sequence = seen;
        foreach (var fact in facts)
        {
            var entry = EntryOf(fact, act, ++sequence, hash);
            await InsertAsync(session, entry, cancellation);
            hash = entry.Hash;
        }
        if (seen == 0)
            await session.Sql(InsertHead).Id("matter_id", matterId).Number("sequence", (long?)sequence).Bytes("hash", hash).ExecuteAsync(cancellation);
        else
            await session.Sql(UpdateHead).Number("sequence", (long?)sequence).Bytes("hash", hash).Id("matter_id", matterId).Number("seen", (long?)seen).ExecuteAsync(cancellation);
    }

    private static async Task<(long Sequence, byte[]? Hash)> HeadAsync(WriteSession session, Guid matterId, CancellationToken cancellation)
    {
        await using var row = await session.Sql(session.Dialect.Flows.LockLedgerHead).Id("matter_id", matterId).ReadAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, null);
    }

    private static LedgerEntry EntryOf(LedgerFact fact, ActContext act, long sequence, byte[]? previous)
    {
        var actor = fact.IsOfFlow ? Actor.System : act.Actor;
        var post = fact.Post ?? (fact.IsOfFlow ? null : act.Post) ?? (actor.Posts.Count > 0 ? actor.Posts[0] : null);
        var entry = new LedgerEntry
        {
            MatterId = fact.MatterId,
            Sequence = sequence,
            Act = fact.Act,
            Kind = fact.Kind,
            Summary = fact.Summary,
            UserId = actor.UserId,
            PersonId = actor.PersonId,
            PersonName = actor.PersonName,
            PostId = post?.PostId,
            PostName = post?.SigningName,
            OnBehalfOf = fact.OnBehalfOf ?? post?.OnBehalfOf,
            EventTime = Instants.Truncate(fact.EventTime ?? act.Now),
            ReceivedAt = Instants.Truncate(act.ReceivedAt),
            StateAfter = fact.StateAfter,
            DocumentId = fact.DocumentId,
            Detail = fact.Detail is null ? null : JsonSerializer.SerializeToUtf8Bytes(fact.Detail, EvidenceJson.Options),
            PreviousHash = previous,
            Hash = [],
        };
        return entry.Sealed();
    }

    private static Task InsertAsync(WriteSession session, LedgerEntry e, CancellationToken cancellation) =>
        session.Sql(InsertEntry).Id("matter_id", e.MatterId).Number("sequence", (long?)e.Sequence).Text("act", e.Act).Text("kind", e.Kind).Text("summary", e.Summary)
            .Id("user_id", e.UserId).Id("person_id", e.PersonId).Text("person_name", e.PersonName).Id("post_id", e.PostId).Text("post_name", e.PostName)
            .Text("on_behalf_of", e.OnBehalfOf).At("event_time", e.EventTime).At("received_at", e.ReceivedAt).Text("state_after", e.StateAfter)
            .Id("document_id", e.DocumentId).Bytes("detail", e.Detail).Bytes("previous_hash", e.PreviousHash).Bytes("hash", e.Hash).ExecuteAsync(cancellation);
}
