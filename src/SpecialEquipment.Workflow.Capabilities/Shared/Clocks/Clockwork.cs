namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>Whoever makes time happen in this process — pump, duties, clock mover — does so alone, or the order of events would be chance.</summary>
public sealed class Clockwork : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    internal async Task<Turn> EnterAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        return new Turn(one);
    }

    public void Dispose() => one.Dispose();

    internal readonly struct Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
