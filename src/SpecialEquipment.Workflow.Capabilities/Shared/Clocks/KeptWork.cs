using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>Tries again what a faulting flow left behind: kept signals and incidents with a retry instant. Any node may; the claim lets one.</summary>
public sealed class KeptWork(WorkflowDatabase database, IActRing ring, TimeProvider machine, ILogger<KeptWork> log)
{
    private const int Batch = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly Rejection NotOpen = Rejection.Conflict("flows.incident-closed", "该异常已处理。");
    private static readonly Rejection NotKept = Rejection.Conflict("flows.signal-delivered", "该信号已送达。");

    /// <summary>Machine time of the next try.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation)
    {
        var signal = await database.ReadInstantAsync(database.Dialect.Flows.NextSignal, cancellation);
        var incident = await database.ReadInstantAsync(database.Dialect.Flows.NextIncident, cancellation);
        return signal is null ? incident : incident is null || signal < incident ? signal : incident;
    }

    /// <summary>Tries what is due now; returns how many took.</summary>
    public async Task<int> RetryAsync(CancellationToken cancellation)
    {
        if (await NextAsync(cancellation) is not { } next || next > machine.GetUtcNow())
            return 0;
        var taken = 0;
        foreach (var (signal, _) in await ClaimAsync(database.Dialect.Flows.ClaimSignals, hasInstance: false, cancellation))
            taken += await TryAsync(() => DeliverAsync(signal, cancellation)) ? 1 : 0;
        foreach (var (incident, instance) in await ClaimAsync(database.Dialect.Flows.ClaimIncidents, hasInstance: true, cancellation))
            taken += await TryAsync(() => RetryIncidentAsync(instance, incident, cancellation)) ? 1 : 0;
        return taken;
    }

    /// <summary>Delivers one kept signal now, by hand or because its time has come.</summary>
    public Task<Result<bool>> DeliverAsync(Guid signalId, CancellationToken cancellation) =>
        ring.RunAsync<bool>("flows/deliver-signal", Actor.System, async (act, ct) =>
        {
            var pending = await act.Flows.FindPendingSignalAsync(signalId, ct);
            if (pending is null)
                return NotKept;
            act.RetrySignal(pending);
            return true;
        }, null, cancellation);

    private Task<Result<bool>> RetryIncidentAsync(Guid instanceId, Guid incidentId, CancellationToken cancellation) =>
        ring.RunAsync<bool>("flows/retry-incident", Actor.System, (act, _) =>
        {
            act.RetryIncident(instanceId, incidentId, NotOpen);
            return Task.FromResult<Result<bool>>(true);
        }, null, cancellation);

    private async Task<bool> TryAsync(Func<Task<Result<bool>>> retry)
    {
        try
        {
            return !(await retry()).IsRejected;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "kept work failed again");
            return false;
        }
    }

    private async Task<List<(Guid Id, Guid Instance)>> ClaimAsync(string sql, bool hasInstance, CancellationToken cancellation)
    {
        var claimed = new List<(Guid, Guid)>();
        await using var session = await database.BeginAsync(cancellation);
        var now = machine.GetUtcNow();
        var claim = session.Sql(sql).At("machine", now).At("until", now + Lease).Number("limit", Batch);
        await using (var rows = await claim.ReadAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                claimed.Add((claim.ReadId(rows, 0), hasInstance ? claim.ReadId(rows, 1) : Guid.Empty));
        await session.CommitAsync(cancellation);
        return claimed;
    }
}
