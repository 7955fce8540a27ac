using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SpecialEquipment.Workflow.Benchmarks;

/// <summary>Counts SQL commands: the store's own by its meter, EF's by its diagnostic events.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Executed = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted";
    private readonly MeterListener meters = new();
    private readonly IDisposable all;
    private IDisposable? ef;
    private long count;

    public CommandCount()
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "SpecialEquipment.Workflow.Storage", Name: "commands" })
                listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref count, value));
        meters.Start();
        all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public long Count => Interlocked.Read(ref count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            ef = value.Subscribe(this, name => name == Executed);
    }

    public void OnNext(KeyValuePair<string, object?> value) => Interlocked.Increment(ref count);
    public void OnCompleted() { }
    public void OnError(Exception error) { }

    public void Dispose()
    {
        ef?.Dispose();
        all.Dispose();
        meters.Dispose();
    }
}
