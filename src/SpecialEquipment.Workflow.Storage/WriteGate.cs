namespace SpecialEquipment.Workflow.Storage;

/// <summary>
/// Lets writers through one at a time in the order they came (SQLite has one writer; waiting here costs microseconds,
/// a busy retry inside SQLite 150 ms).
/// </summary>
public sealed class WriteGate
{
    private static readonly AsyncLocal<WriteGate?> Holder = new();
    private readonly Lock door = new();
    private readonly Queue<Waiter> queue = new();
    private bool isTaken;

    public async ValueTask<Turn> EnterAsync(CancellationToken cancellation)
    {
        if (Holder.Value == this)
            throw new InvalidOperationException("this flow of control already writes: inside an act use the act's own context, and raise a signal instead of starting another act");
        Waiter waiter;
        lock (door)
        {
            if (!isTaken)
            {
                isTaken = true;
                return new Turn(this);
            }
            waiter = new Waiter();
            queue.Enqueue(waiter);
        }
        using (cancellation.UnsafeRegister(static w => ((Waiter)w!).TrySetCanceled(), waiter))
            await waiter.Task;
        return new Turn(this);
    }

    /// <summary>Marks the current flow of control as the one inside, so that a second entry fails loudly instead of waiting for itself.</summary>
    internal static void MarkInside(WriteGate? gate) => Holder.Value = gate;

    private void Leave()
    {
        lock (door)
        {
            while (queue.TryDequeue(out var next))
                if (next.TrySetResult())
                    return;
            isTaken = false;
        }
    }

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public readonly struct Turn : IDisposable
    {
        private readonly WriteGate gate;
        internal Turn(WriteGate gate) => this.gate = gate;
        public void Dispose() => gate.Leave();
    }
}
