using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>
/// Sleeps until the next due row, then lets it happen. An act that sets an earlier timer wakes it at once; what another node set is
/// that node's to fire, and looked for here every half minute in case the node is gone.
/// </summary>
public sealed class TimerPump(DueTimers timers, KeptWork kept, BusinessClock clock, TimeProvider machine, Clockwork clockwork, ILogger<TimerPump> log)
    : BackgroundService, IAfterCommit
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private readonly Lock waking = new();
    private TaskCompletionSource wake = New();
    private DateTimeOffset sleepsUntil = DateTimeOffset.MinValue;

    public void Committed(CommittedAct act)
    {
        lock (waking)
            if (act.HasKeptWork || act.EarliestTimer < sleepsUntil)
                wake.TrySetResult();
    }

    /// <summary>Wakes the pump after business time was moved or rows were put there by hand.</summary>
    public void Wake()
    {
        lock (waking)
            wake.TrySetResult();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hasTakenOver = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            Task woken;
            lock (waking)
            {
                // from here on every earlier timer wakes us, also one that is set while we look
                wake = New();
                woken = wake.Task;
                sleepsUntil = DateTimeOffset.MaxValue;
            }
            var sleep = await TurnAsync(takeOver: !hasTakenOver, stoppingToken);
            hasTakenOver = true;
            if (sleep > TimeSpan.Zero)
                await Task.WhenAny(woken, Task.Delay(sleep, machine, stoppingToken));
        }
    }

    private async Task<TimeSpan> TurnAsync(bool takeOver, CancellationToken cancellation)
    {
        try
        {
            if (takeOver)
                await timers.TakeOverAsync(cancellation);
            using (await clockwork.EnterAsync(cancellation))
                await timers.FireAsync(clock.GetUtcNow(), cancellation);
            await kept.RetryAsync(cancellation);
            return await SleepAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception e)
        {
            log.LogError(e, "the timer pump failed; it goes on");
            return TimeSpan.FromSeconds(1);
        }
    }

    private async Task<TimeSpan> SleepAsync(CancellationToken cancellation)
    {
        var sleep = LongestSleep;
        if (await timers.NextAsync(cancellation) is { } next)
            sleep = Shorter(sleep, next - clock.GetUtcNow());
        var now = machine.GetUtcNow();
        if (await timers.NextReleaseAsync(cancellation) is { } release)
            sleep = Shorter(sleep, release - now);
        if (await kept.NextAsync(cancellation) is { } retry)
            sleep = Shorter(sleep, retry - now);
        lock (waking)
            sleepsUntil = clock.GetUtcNow() + sleep;
        return sleep;
    }

    /// <summary>Timers of the system clock tick in milliseconds: rounding up keeps the pump from waking a moment too early and turning idly.</summary>
    private static TimeSpan Shorter(TimeSpan a, TimeSpan b)
    {
        var up = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(b.TotalMilliseconds)));
        return a < up ? a : up;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
