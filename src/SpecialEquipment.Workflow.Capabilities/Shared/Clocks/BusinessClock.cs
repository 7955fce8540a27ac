namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>
/// The time that the law sees: deadlines, timers, documents, ledger events. Runs beside machine time; can stand ahead of it where
/// <c>Clock:Mode</c> is <c>Adjustable</c>. Take it from the container as <see cref="TimeProvider"/> keyed <see cref="Key"/>.
/// </summary>
public sealed class BusinessClock(TimeProvider machine) : TimeProvider
{
    public const string Key = "business";
    private readonly Lock setting = new();
    private Reading reading = new(TimeSpan.Zero, null);

    public override DateTimeOffset GetUtcNow()
    {
        var r = Volatile.Read(ref reading);
        return r.Held ?? machine.GetUtcNow() + r.Ahead;
    }

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <summary>Distance from machine time.</summary>
    public TimeSpan Ahead => Volatile.Read(ref reading).Ahead;

    /// <summary>Stands still at an instant while what is due then happens. Never goes back.</summary>
    internal void Hold(DateTimeOffset at)
    {
        lock (setting)
            if (at > GetUtcNow())
                reading = new Reading(at - machine.GetUtcNow(), at);
    }

    /// <summary>Stands still where it is.</summary>
    internal void Freeze()
    {
        lock (setting)
        {
            var now = GetUtcNow();
            reading = new Reading(now - machine.GetUtcNow(), now);
        }
    }

    /// <summary>Runs on from where it stands.</summary>
    internal void Run()
    {
        lock (setting)
            reading = new Reading(GetUtcNow() - machine.GetUtcNow(), null);
    }

    internal void Restore(TimeSpan ahead)
    {
        lock (setting)
            reading = new Reading(ahead, null);
    }

    private sealed record Reading(TimeSpan Ahead, DateTimeOffset? Held);
}
