using Microsoft.Extensions.Configuration;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>
/// Moves adjustable business time forward. Everything due until then — timers and duty slots — happens in chronological order, each at
/// its own business instant, before the call returns. For training, demonstrations and tests.
/// </summary>
public sealed class ClockMover(BusinessClock clock, ClockKeeper keeper, DueTimers timers, DutyRunner duties, Clockwork clockwork, IConfiguration configuration)
{
    private readonly TimeSpan patience = TimeSpan.FromSeconds(configuration.GetValue("Clock:PatienceSeconds", 25));

    public async Task<Result<DateTimeOffset>> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        to = Instants.Truncate(to);
        if (!keeper.IsAdjustable)
            return Rejection.Conflict("clock.real", "业务时钟应为可调整模式（Clock:Mode=Adjustable），实际为真实时间。");
        if (await TurnAsync(cancellation) is not { } turn)
            return Rejection.Conflict("clock.busy", $"{clockwork.LongWork ?? "业务时钟正忙"}，请稍候再调整。");
        using var _ = turn;
        if (to < Instants.Truncate(clock.GetUtcNow()))
            return Rejection.Form("clock.backwards", "业务时间只能向前调整：应不早于当前业务时间，实际早于当前业务时间。");
        try
        {
            clock.Freeze();
            await HappenAsync(to, cancellation);
            clock.Hold(to);
        }
        finally
        {
            clock.Run();
            await keeper.KeepAsync(CancellationToken.None);
        }
        return to;
    }

    /// <summary>Behind a pump or another move one waits; behind long work only so long as a caller keeps the line open.</summary>
    private async Task<Clockwork.Turn?> TurnAsync(CancellationToken cancellation) =>
        clockwork.LongWork is null ? await clockwork.EnterAsync(cancellation) : await clockwork.TryEnterAsync(patience, cancellation);

    private async Task HappenAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        var failed = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var timer = await timers.NextAsync(cancellation);
            var slot = await duties.NextAsync(failed, cancellation);
            if (timer is { } due && due <= to && (slot is null || due <= slot.Slot))
            {
                clock.Hold(due);
                await timers.FireAsync(due, cancellation);
            }
            else if (slot is not null && slot.Slot <= to)
            {
                clock.Hold(slot.Slot);
                await duties.RunAsync(slot, failed, cancellation);
            }
            else
            {
                return;
            }
        }
    }
}
