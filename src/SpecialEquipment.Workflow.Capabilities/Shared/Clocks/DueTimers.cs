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
            foreach (var (id, dueAt) in batch)
                if (await FireOneAsync(id, dueAt, cancellation))
                    fired++;
            // a timer set by the batch may be due before the next one in the queue: the next claim sorts it in
        }
        return fired;
    }

    private async Task<bool> FireOneAsync(Guid id, DateTimeOffset dueAt, CancellationToken cancellation)
    {
        try
        {
            var fire = new FireTimer(id);
            var result = await ring.RunAsync<bool>("timers/fire", Actor.System, (act, _) =>
            {
                act.Ask(fire);
                return Task.FromResult<Result<bool>>(true);
            }, dueAt, cancellation);
            if (!result.IsRejected)
                return fire.HasFired;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "timer {Timer} due {Due} could not be fired", id, dueAt);
        }
        await ReleaseAsync(id, cancellation);
        return false;
    }

    private async Task<List<(Guid Id, DateTimeOffset DueAt)>> ClaimAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var batch = new List<(Guid Id, DateTimeOffset DueAt)>();
        if (await NextAsync(cancellation) is not { } next || next > until)
            if (await NextReleaseAsync(cancellation) is not { } release || release > machine.GetUtcNow())
                return batch;
        await using var session = await database.BeginAsync(cancellation);
        var now = machine.GetUtcNow();
        var claim = session.Sql(session.Dialect.Flows.ClaimTimers);
        claim.At("now", until).At("machine", now).Text("owner", node).At("until", now + Lease).Number("limit", Batch);
        await using (var rows = await claim.ReadAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                batch.Add((claim.ReadId(rows, 0), claim.ReadInstant(rows, 1)));
        await session.CommitAsync(cancellation);
        batch.Sort((a, b) => a.DueAt != b.DueAt ? a.DueAt.CompareTo(b.DueAt) : a.Id.CompareTo(b.Id));
        return batch;
    }

    private async Task ReleaseAsync(Guid id, CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        await session.Sql(session.Dialect.Flows.ReleaseTimer).At("until", machine.GetUtcNow() + BackOff.After(1)).Id("id", id).ExecuteAsync(cancellation);
        await session.CommitAsync(cancellation);
    }

    private Task<DateTimeOffset?> InstantAsync(string sql, CancellationToken cancellation) => database.ReadInstantAsync(sql, cancellation);
}
