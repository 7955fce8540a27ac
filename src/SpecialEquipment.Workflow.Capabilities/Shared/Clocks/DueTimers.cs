using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>
/// Fires due timers: claims a batch, fires each as an act of its own whose business time is the timer's due instant.
/// The claim spreads the work over the nodes; that a timer fires once is the act's doing, which finds the bookmark gone.
/// A node that dies leaves leases that run out.
/// </summary>
public sealed class DueTimers(WorkflowDatabase database, IActRing ring, TimeProvider machine, ILogger<DueTimers> log)
{
    private const int Batch = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly string node = Guid.CreateVersion7().ToString("N");

    /// <summary>Due instant of the earliest timer nobody has claimed.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) => await InstantAsync(database.Dialect.Flows.NextTimer, cancellation);

    /// <summary>Machine time at which the next lease or back-off of a timer runs out.</summary>
    public async Task<DateTimeOffset?> NextReleaseAsync(CancellationToken cancellation) => await InstantAsync(database.Dialect.Flows.NextLeasedTimer, cancellation);

    /// <summary>At start: an embedded database has no other node, so every lease in it belongs to a process that is gone.</summary>
    public async Task TakeOverAsync(CancellationToken cancellation)
    {
        if (!database.Dialect.HasSingleWriter)
            return;
        await using var session = await database.BeginAsync(cancellation);
        await session.Sql(session.Dialect.Flows.ForgetLeases).ExecuteAsync(cancellation);
        await session.CommitAsync(cancellation);
    }

    /// <summary>Fires everything due at <paramref name="until"/> in chronological order; returns how many it fired.</summary>
    public async Task<int> FireAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var fired = 0;
        while (await ClaimAsync(until, cancellation) is { Count: > 0 } batch)
        {
            foreach (var timer in batch)
                if (await FireOneAsync(timer, cancellation))
                    fired++;
            // a timer set by the batch may be due before the next one in the queue: the next claim sorts it in
        }
        return fired;
    }

    private async Task<bool> FireOneAsync(DueTimer timer, CancellationToken cancellation)
    {
        try
        {
            var fire = new FireTimer(timer.Id, timer.Attempts);
            var result = await ring.RunAsync<bool>("timers/fire", Actor.System, (act, _) =>
            {
                act.Ask(fire);
                return Task.FromResult<Result<bool>>(true);
            }, timer.DueAt, cancellation);
            if (!result.IsRejected)
                return fire.HasFired;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "timer {Timer} due {Due} could not be fired", timer.Id, timer.DueAt);
        }
        await ReleaseAsync(timer, cancellation);
        return false;
    }

    private async Task<List<DueTimer>> ClaimAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var batch = new List<DueTimer>();
        if (await NextAsync(cancellation) is not { } next || next > until)
            if (await NextReleaseAsync(cancellation) is not { } release || release > machine.GetUtcNow())
                return batch;
        await using var session = await database.BeginAsync(cancellation);
        var now = machine.GetUtcNow();
        var claim = session.Sql(session.Dialect.Flows.ClaimTimers);
        claim.At("now", until).At("machine", now).Text("owner", node).At("until", now + Lease).Number("limit", Batch);
        await using (var rows = await claim.ReadAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                batch.Add(new DueTimer(claim.ReadId(rows, 0), claim.ReadInstant(rows, 1), rows.GetInt32(2)));
        await session.CommitAsync(cancellation);
        batch.Sort((a, b) => a.DueAt != b.DueAt ? a.DueAt.CompareTo(b.DueAt) : a.Id.CompareTo(b.Id));
        return batch;
    }

    private async Task ReleaseAsync(DueTimer timer, CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        await session.Sql(session.Dialect.Flows.ReleaseTimer).At("until", machine.GetUtcNow() + BackOff.After(timer.Attempts + 1)).Id("id", timer.Id).ExecuteAsync(cancellation);
        await session.CommitAsync(cancellation);
    }

    private Task<DateTimeOffset?> InstantAsync(string sql, CancellationToken cancellation) => database.ReadInstantAsync(sql, cancellation);

    /// <param name="Attempts">How often it has failed so far.</param>
    private readonly record struct DueTimer(Guid Id, DateTimeOffset DueAt, int Attempts);
}
