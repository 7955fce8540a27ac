using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

/// <summary>Looking can be an act too: who took a whole case away is in its ledger before the first byte leaves.</summary>
public static class RecordAccess
{
    public static Task<Result<bool>> NoteAccessAsync(this IActRing ring, Actor actor, Guid matterId, string act, string summary, CancellationToken cancellation) =>
        ring.RunAsync<bool>("ledger/" + act, actor, (context, _) =>
        {
            context.Record(new LedgerFact(matterId, act, summary) { Kind = "access" });
            return Task.FromResult<Result<bool>>(true);
        }, cancellation: cancellation);
}
