using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>Each night removes uploads that no act has bound, and contents that no upload names any more.</summary>
internal sealed class SweepOrphans(IActRing ring, IAttachmentStore store, TimeProvider machine, IConfiguration configuration) : IDuty
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Night = new(3, 0, 0);
    private readonly TimeSpan keep = TimeSpan.FromHours(configuration.GetValue("Attachments:KeepUnboundHours", 24.0));

    public string Name => "attachments/sweep-orphans";

    public DateTimeOffset? NextSlot(DateTimeOffset after)
    {
        var today = ShanghaiTime.StartOf(ShanghaiTime.DateOf(after)) + Night;
        return today > after ? today : today.AddDays(1);
    }

    public async Task RunAsync(DateTimeOffset slot, CancellationToken cancellation)
    {
        // uploads age in machine time: a business clock that is moved forward must not take a form's photos away from under it
        var before = machine.GetUtcNow() - keep;
        store.ClearIncoming(before);
        while (await SweepBatchAsync(slot, before, cancellation) == BatchSize)
        {
        }
    }

    private async Task<int> SweepBatchAsync(DateTimeOffset slot, DateTimeOffset before, CancellationToken cancellation)
    {
        var swept = await ring.RunAsync<IReadOnlyList<string>>("attachments/sweep-orphans", Actor.System, async (act, token) =>
        {
            var orphans = await act.Db.Set<Attachment>()
                .Where(a => a.UploadedAt < before && !act.Db.Set<AttachmentBinding>().Any(b => b.AttachmentId == a.Id))
                .OrderBy(a => a.Key).Take(BatchSize).ToListAsync(token);
            act.Db.RemoveRange(orphans);
            return orphans.Select(a => a.Sha256).ToList();
        }, slot, cancellation);
        await RemoveContentsAsync([.. swept.Value.Distinct()], slot, before, cancellation);
        return swept.Value.Count;
    }

    /// <summary>After the commit: whoever sent the same content meanwhile has renewed its date, and an older sender still has his row.</summary>
    private Task RemoveContentsAsync(IReadOnlyList<string> hashes, DateTimeOffset slot, DateTimeOffset before, CancellationToken cancellation) =>
        ring.RunAsync<bool>("attachments/remove-contents", Actor.System, async (act, token) =>
        {
            var named = await act.Db.Set<Attachment>().Where(a => hashes.Contains(a.Sha256)).Select(a => a.Sha256).ToListAsync(token);
            foreach (var hash in hashes.Except(named))
            {
                store.RemoveUnlessSentSince(hash, before);
            }
            return true;
        }, slot, cancellation);
}
