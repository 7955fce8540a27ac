using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>Runs the slots of duties in chronological order, one node at a time per duty. Quartz only wakes it.</summary>
public sealed class DutyRunner(
    WorkflowDatabase database, IEnumerable<IDuty> duties, BusinessClock clock, TimeProvider machine, Clockwork clockwork, ILogger<DutyRunner> log)
{
    private const string Claim =
        "UPDATE clock_duty SET lease_owner = @owner, lease_until = @until WHERE name = @name AND done_until = @seen AND (lease_until IS NULL OR lease_until <= @machine OR lease_owner = @owner)";
    private const string Finish = "UPDATE clock_duty SET done_until = @slot, lease_owner = NULL, lease_until = NULL WHERE name = @name AND lease_owner = @owner";
    private const string Release = "UPDATE clock_duty SET lease_owner = NULL, lease_until = NULL WHERE name = @name AND lease_owner = @owner";
    private const string Begin = "INSERT INTO clock_duty (name, done_until) VALUES (@name, @now)";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly string node = Guid.CreateVersion7().ToString("N");
    private readonly IDuty[] duties = [.. duties];

    /// <summary>Runs every slot due now; returns how many ran.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellation)
    {
        using var turn = await clockwork.EnterAsync(cancellation);
        var failed = new HashSet<string>(StringComparer.Ordinal);
        var ran = 0;
        while (await NextAsync(failed, cancellation) is { } next && next.Slot <= clock.GetUtcNow())
            ran += await RunAsync(next, failed, cancellation) ? 1 : 0;
        return ran;
    }

    /// <summary>The earliest slot of all duties that are not in <paramref name="except"/>. A duty seen for the first time begins now.</summary>
    internal async Task<DutySlot?> NextAsync(IReadOnlySet<string> except, CancellationToken cancellation)
    {
        if (duties.Length == 0)
            return null;
        await using var db = database.CreateContext();
        var marks = await db.Set<DutyWatermark>().AsNoTracking().ToDictionaryAsync(d => d.Name, d => d.DoneUntil, cancellation);
        DutySlot? earliest = null;
        foreach (var duty in duties.Where(d => !except.Contains(d.Name)))
        {
            if (!marks.TryGetValue(duty.Name, out var done))
                done = await BeginAsync(duty, cancellation);
            if (duty.NextSlot(done) is { } slot && (earliest is null || slot < earliest.Slot))
                earliest = new DutySlot(duty, done, slot);
        }
        return earliest;
    }

    /// <summary>Runs one slot; false when another node has it or it failed (then its duty is added to <paramref name="failed"/> and waits for the next wake-up).</summary>
    internal async Task<bool> RunAsync(DutySlot next, HashSet<string> failed, CancellationToken cancellation)
    {
        var name = next.Duty.Name;
        var now = machine.GetUtcNow();
        if (await WriteAsync(Claim, s => s.Text("owner", node).At("until", now + Lease).Text("name", name).At("seen", next.DoneUntil).At("machine", now), cancellation) == 0)
        {
            failed.Add(name);
            return false;
        }
        try
        {
            await next.Duty.RunAsync(next.Slot, cancellation);
        }
        catch (Exception e)
        {
            failed.Add(name);
            await WriteAsync(Release, s => s.Text("name", name).Text("owner", node), CancellationToken.None);
            if (e is OperationCanceledException)
                throw;
            log.LogError(e, "duty {Duty} failed at slot {Slot}", name, next.Slot);
            return false;
        }
        await WriteAsync(Finish, s => s.At("slot", next.Slot).Text("name", name).Text("owner", node), cancellation);
        return true;
    }

    private async Task<DateTimeOffset> BeginAsync(IDuty duty, CancellationToken cancellation)
    {
        var now = Instants.Truncate(clock.GetUtcNow());
        try
        {
            await WriteAsync(Begin, s => s.Text("name", duty.Name).At("now", now), cancellation);
        }
        catch (Exception e) when (database.Dialect.Judge(e) == Storage.Dialects.DatabaseTrouble.Constraint)
        {
            log.LogDebug("another node began duty {Duty}", duty.Name);
        }
        return now;
    }

    private async Task<int> WriteAsync(string sql, Action<Sql> bind, CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        var command = session.Sql(sql);
        bind(command);
        var rows = await command.ExecuteAsync(cancellation);
        await session.CommitAsync(cancellation);
        return rows;
    }
}

internal sealed record DutySlot(IDuty Duty, DateTimeOffset DoneUntil, DateTimeOffset Slot);
