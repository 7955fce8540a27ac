using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>
/// Moves adjustable business time forward. Everything due until then — timers and duty slots — happens in chronological order, each at
/// its own business instant, before the call returns. For training, demonstrations and tests.
/// </summary>
public sealed class ClockMover(BusinessClock clock, ClockKeeper keeper, DueTimers timers, DutyRunner duties, Clockwork clockwork)
{
    public async Task<Result<DateTimeOffset>> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        to = Instants.Truncate(to);
        if (!keeper.IsAdjustable)
            return Rejection.Conflict("clock.real", "业务时钟应为可调整模式（Clock:Mode=Adjustable），实际为真实时间。");
        using var turn = await clockwork.EnterAsync(cancellation);
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
