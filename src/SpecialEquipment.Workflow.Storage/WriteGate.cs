namespace SpecialEquipment.Workflow.Storage;

/// <summary>
/// Lets writers through one at a time in the order they came (SQLite has one writer; waiting here costs microseconds,
/// a busy retry inside SQLite 150 ms).
/// </summary>
/// <param name="check">Called before waiting; throws when the caller already holds the gate.</param>
public sealed class WriteGate(Action check)
{
    private readonly Lock door = new();
    private readonly Queue<Waiter> queue = new();
    private bool isTaken;

    public async ValueTask<Turn> EnterAsync(CancellationToken cancellation)
    {
        check();
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
