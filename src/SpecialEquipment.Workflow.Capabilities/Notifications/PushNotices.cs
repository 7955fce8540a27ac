using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>
/// Pushes what has been committed to the screens of this node. One per node: it reads the tail of the notices table, which never
/// skips a row that commits late with a lower number (DESIGN D8), and the versions of the matters being watched. A commit of this
/// node wakes it at once; what other nodes commit is seen at the next look, at most <see cref="NotificationsOptions.LookEvery"/> later.
/// </summary>
/// <remarks>
/// Nothing here is a promise: the row is. A push that is lost (a broken line, a restart) is made good by the client's replay, so the
/// place in the tail is kept in memory only and begins at its end.
/// </remarks>
internal sealed class PushNotices(
    WorkflowDatabase database, IHubContext<NotificationsHub> hub, WatchedMatters watched, NotificationsOptions options, TimeProvider machineClock, ILogger<PushNotices> log)
    : BackgroundService, IAfterCommit
{
    private const int Batch = 500;
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly ConcurrentDictionary<Guid, byte> touched = [];

    public void Committed(CommittedAct act)
    {
        foreach (var fact in act.Facts)
            touched.TryAdd(fact.MatterId, 0);
        if (wake.CurrentCount > 0)
            return;
        try { wake.Release(); }
        catch (SemaphoreFullException) { /* somebody else has just woken it */ }
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        TailPosition? position = null;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                position ??= await EndAsync(stopping);
                var wokenByCommit = await wake.WaitAsync(TimeSpan.Zero, stopping) || await WaitAsync(stopping);
                position = await PushAsync(position.Value, wokenByCommit, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                // The database may be away for a while; the place in the tail is kept, so nothing is skipped.
                log.LogWarning(trouble, "pushing notices failed; trying again");
                await Task.Delay(options.LookEvery, machineClock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<TailPosition> EndAsync(CancellationToken cancellation)
    {
        await using var db = database.CreateContext();
        return await Tails.EndAsync<Notice>(db, cancellation);
    }

    private async Task<TailPosition> PushAsync(TailPosition position, bool wokenByCommit, CancellationToken cancellation)
    {
        await using var db = database.CreateContext();
        while (true)
        {
            var rows = await Tails.ReadAsync<Notice>(db, position, Batch, cancellation);
            foreach (var notice in rows)
            {
                // A row comes by again where the database's mark moves with its receipts.
                if (notice.DeliveredAt is null)
                    await hub.Clients.Group(NotificationsHub.GroupOf(notice.RecipientPersonId)).SendAsync(NotificationsHub.NoticeMethod, NoticeView.Of(notice), cancellation);
                position = Tails.PositionOf(notice);
            }
            if (rows.Count < Batch)
                break;
        }
        foreach (var change in await watched.ChangesAsync(wokenByCommit ? TakeTouched() : null, db, cancellation))
            await hub.Clients.Group(NotificationsHub.GroupOfMatter(change.MatterId)).SendAsync(NotificationsHub.MatterChangedMethod, change, cancellation);
        return position;
    }

    private List<Guid> TakeTouched()
    {
        var ids = touched.Keys.ToList();
        foreach (var id in ids)
            touched.TryRemove(id, out _);
        return ids;
    }

    /// <returns>True when a commit of this node ended the wait.</returns>
    private async Task<bool> WaitAsync(CancellationToken stopping)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var commit = wake.WaitAsync(look.Token);
        var pause = Task.Delay(options.LookEvery, machineClock, look.Token);
        var first = await Task.WhenAny(commit, pause);
        stopping.ThrowIfCancellationRequested();
        await look.CancelAsync();
        // Both may have come at once: a wake that was taken counts.
        return first == commit || await commit.ContinueWith(t => t.IsCompletedSuccessfully, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}

/// <summary>Configuration section <c>Notifications</c>.</summary>
public sealed record NotificationsOptions
{
    /// <summary>How often a node looks for what other nodes have committed.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);
}
