using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

/// <param name="BrokenAt">Sequence of the first entry that does not stand; null when all do.</param>
/// <param name="Reason">Chinese, for the page and the auditor.</param>
public sealed record LedgerVerdict(Guid MatterId, long Entries, long? BrokenAt, string? Reason)
{
    public bool IsIntact => BrokenAt is null;
}

/// <summary>Recomputes a matter's chain from its first entry and names the first one that does not stand.</summary>
public static class VerifyLedger
{
    public static Task<LedgerVerdict> RunAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        RunAsync(db, matterId, db.Set<LedgerEntry>().AsNoTracking().Where(e => e.MatterId == matterId).OrderBy(e => e.Sequence).AsAsyncEnumerable(), cancellation);

    /// <param name="entries">The matter's entries in their order, when they have been read already.</param>
    public static async Task<LedgerVerdict> RunAsync(WorkflowDbContext db, Guid matterId, IAsyncEnumerable<LedgerEntry> entries, CancellationToken cancellation)
    {
        byte[]? previous = null;
        long sequence = 0;
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            sequence++;
            if (entry.Sequence != sequence)
                return Broken(sequence, $"应有第 {sequence} 条，实际缺失。");
            if (!Same(entry.PreviousHash, previous))
                return Broken(sequence, $"第 {sequence} 条记载的前一条校验值与前一条不符。");
            if (!Same(entry.Hash, LedgerHash.Of(entry)))
                return Broken(sequence, $"第 {sequence} 条的内容与其校验值不符。");
            previous = entry.Hash;
        }
        var head = await db.Set<LedgerHead>().AsNoTracking().FirstOrDefaultAsync(h => h.MatterId == matterId, cancellation);
        if ((head?.Sequence ?? 0) != sequence || (head is not null && !Same(head.Hash, previous)))
            return Broken(sequence + 1, $"末条应为第 {head?.Sequence ?? 0} 条，实际为第 {sequence} 条。");
        return new LedgerVerdict(matterId, sequence, null, null);

        LedgerVerdict Broken(long at, string reason) => new(matterId, sequence, at, reason);
    }

    private static bool Same(byte[]? a, byte[]? b) => a is null ? b is null : b is not null && a.AsSpan().SequenceEqual(b);
}
