using System.Xml;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

namespace SpecialEquipment.Workflow.Server.Scheduling;

/// <summary>
/// The business clock: read by everybody, moved forward in training and demonstrations only. The answer to a move comes after every
/// timer and duty slot due until then has happened, each at its own instant.
/// </summary>
public static class ClockEndpoints
{
    public sealed record ClockView(DateTimeOffset Now, string Mode);

    /// <param name="Now">The instant to move to, or</param>
    /// <param name="Advance">how far to move: an ISO 8601 duration such as <c>P3D</c> or <c>PT8H</c> (days of 24 hours).</param>
    public sealed record MoveClock(DateTimeOffset? Now, string? Advance);

    public static void MapClock(this IEndpointRouteBuilder api)
    {
        api.MapGet("/clock", (BusinessClock clock, ClockKeeper keeper) => View(clock, keeper))
            .WithName("read-clock").WithTags("clock").RequireAuthorization(Policies.SignedIn);
        api.MapPost("/clock", MoveAsync).WithName("move-clock").WithTags("clock").RequireAuthorization(Policies.SignedIn)
            .Produces<ClockView>().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    internal static ClockView View(BusinessClock clock, ClockKeeper keeper) => new(clock.GetUtcNow(), keeper.IsAdjustable ? "ADJUSTABLE" : "REAL");

    private static async Task<IResult> MoveAsync(MoveClock move, BusinessClock clock, ClockKeeper keeper, ClockMover mover, CancellationToken cancellation)
    {
        if (!keeper.IsAdjustable)
        {
            return Rejection.Conflict("clock.not-adjustable", "业务时钟不得调整：Clock:Mode 应为 Adjustable，实际为 Real。").ToHttp();
        }
        if (Target(move, clock.GetUtcNow()) is not { } target)
        {
            return Rejection.Form("clock.form", "应给出目标时刻 now 或前进时长 advance 之一，时长如 P3D、PT8H。",
                new FieldObjection(move.Now is null ? "advance" : "now", "目标时刻或不为负的 ISO 8601 时长", move.Advance ?? "未填写")).ToHttp();
        }
        var moved = await mover.AdvanceAsync(target, cancellation);
        return moved.ToHttp(_ => Results.Ok(View(clock, keeper)));
    }

    private static DateTimeOffset? Target(MoveClock move, DateTimeOffset now)
    {
        if (move is { Now: { } instant, Advance: null })
        {
            return instant;
        }
        if (move is not { Now: null, Advance: { Length: > 0 } text })
        {
            return null;
        }
        try
        {
            return now + XmlConvert.ToTimeSpan(text);
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
