namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>Whoever makes time happen in this process — pump, duties, clock mover — does so alone, or the order of events would be chance.</summary>
public sealed class Clockwork : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Func<string>? longWork;

    /// <summary>What keeps the clockwork for long, in words for whoever waits; null while nobody does.</summary>
    public string? LongWork => longWork?.Invoke();

    internal async Task<Turn> EnterAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        return new Turn(this);
    }

    /// <summary>For work that takes longer than anybody should wait without a word.</summary>
    internal async Task<Turn> EnterForLongAsync(Func<string> words, CancellationToken cancellation)
    {
        var turn = await EnterAsync(cancellation);
        longWork = words;
        return turn;
    }

    /// <summary>Null when <paramref name="patience"/> (real time) ran out first.</summary>
    internal async Task<Turn?> TryEnterAsync(TimeSpan patience, CancellationToken cancellation) =>
        await one.WaitAsync(patience, cancellation) ? new Turn(this) : null;

    public void Dispose() => one.Dispose();

    internal readonly struct Turn(Clockwork clockwork) : IDisposable
    {
        public void Dispose()
        {
            clockwork.longWork = null;
            clockwork.one.Release();
        }
    }
}
