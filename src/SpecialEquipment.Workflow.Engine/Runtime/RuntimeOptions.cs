namespace SpecialEquipment.Workflow.Engine.Runtime;

public sealed record RuntimeOptions
{
    /// <summary>Tells database exceptions, which pass through untouched so that the act rolls back as a whole.</summary>
    public Func<Exception, bool> IsDatabaseError { get; init; } = _ => false;

    /// <summary>
    /// Reads what scripts see as <c>matter</c>: (correlation id, step services) → plain values, or null. Asked before each burst of a flow whose scripts use it.
    /// </summary>
    public Func<string, IServiceProvider, CancellationToken, ValueTask<IReadOnlyDictionary<string, object?>?>>? ReadMatter { get; init; }

    /// <summary>Sees every burst that took effect, in order (tests, diagnostics).</summary>
    public Action<Execution.Burst>? OnBurst { get; init; }

    /// <summary>Bursts one act may run before it is refused as endless (flows that wake each other).</summary>
    public int MaxBurstsPerStep { get; init; } = 1_000;

    /// <summary>A signal that reaches more instances than this is kept as pending signals, one per instance, instead of being delivered inside the act.</summary>
    public int MaxInstancesPerSignal { get; init; } = 50;

    /// <summary>Waits between automatic retries of an incident; after the last one it waits for a person.</summary>
    public IReadOnlyList<TimeSpan> IncidentBackOff { get; init; } =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)]; // machine time
}
