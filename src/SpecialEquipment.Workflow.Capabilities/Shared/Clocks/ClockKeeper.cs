using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>
/// Remembers where business time stands. <c>Clock:Mode=Adjustable</c> lets it be moved; <c>Clock:Start</c> (an instant, also a past one)
/// is where an adjustable clock begins on an empty database. With <c>Real</c> business time is machine time.
/// </summary>
public sealed class ClockKeeper(WorkflowDatabase database, BusinessClock clock, TimeProvider machine, IConfiguration configuration)
{
    private const string Name = "business";

    public bool IsAdjustable { get; } = (configuration["Clock:Mode"] ?? "Real") switch
    {
        "Real" => false,
        "Adjustable" => true,
        var other => throw new InvalidOperationException($"Clock:Mode 应为 Real 或 Adjustable，实际为“{other}”。"),
    };

    /// <summary>At start, before anything reads the clock.</summary>
    public async Task RestoreAsync(CancellationToken cancellation)
    {
        if (!IsAdjustable)
            return;
        await using var db = database.CreateContext();
        var row = await db.Set<BusinessClockRow>().AsNoTracking().FirstOrDefaultAsync(c => c.Name == Name, cancellation);
        if (row is not null)
        {
            var ahead = TimeSpan.FromMilliseconds(row.AheadMilliseconds);
            var behind = row.ReachedAt - (machine.GetUtcNow() + ahead);
            clock.Restore(behind > TimeSpan.Zero ? ahead + behind : ahead);
        }
        else if (configuration["Clock:Start"] is { Length: > 0 } start)
        {
            var at = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
            clock.Restore(at - machine.GetUtcNow());
            await KeepAsync(cancellation);
        }
    }

    /// <summary>Makes the clock's position survive a restart.</summary>
    internal async Task KeepAsync(CancellationToken cancellation)
    {
        await using var db = database.CreateContext();
        var row = await db.Set<BusinessClockRow>().FirstOrDefaultAsync(c => c.Name == Name, cancellation);
        if (row is null)
            db.Add(row = new BusinessClockRow { Name = Name });
        row.ReachedAt = Instants.Truncate(clock.GetUtcNow());
        row.AheadMilliseconds = (long)clock.Ahead.TotalMilliseconds;
        await db.SaveChangesAsync(cancellation);
    }
}
