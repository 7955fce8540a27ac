using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>"为什么是这一天": a stored deadline told from the calendar it rests on, with its pauses and extensions.</summary>
internal static class ExplainDeadline
{
    public sealed record View(
        Guid Id, Guid MatterId, string RuleId, string Name, string Source, string? Article, string StartEvent, DateTimeOffset StartedAt, string Limit, string State,
        DateOnly? DueOn, DateTimeOffset DueInstant, DateTimeOffset OverdueAt, bool Provisional, DateTimeOffset? MetAt, bool MetLate, string CalendarVersion, string PolicyPackVersion,
        IReadOnlyList<StopView> Stops, IReadOnlyList<ChangeView> Changes, IReadOnlyList<DayExplanation> Explanation);

    public sealed record StopView(string Reason, string ReasonText, DateTimeOffset From, DateTimeOffset? To, string? Basis);

    public sealed record ChangeView(string Kind, DateTimeOffset At, string Decision, DateTimeOffset OldDueInstant, DateOnly? NewDate);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/deadlines/{id:guid}/explanation", async (
                Guid id, HttpContext http, WorkflowDbContext db, IActorSource actors, IMatterAccess access, DeadlineRules rules, BusinessClock clock, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ExplainAsync(id, actor, db, access, rules.Now, clock.GetUtcNow(), cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("explain-deadline").WithTags("deadlines").Produces<View>();

    internal static async Task<Result<View>> ExplainAsync(
        Guid id, Actor actor, WorkflowDbContext db, IMatterAccess access, RulesInForce rules, DateTimeOffset now, CancellationToken cancellation)
    {
        var deadline = await db.Set<Deadline>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (deadline is null || !await access.MaySeeAsync(deadline.MatterId, actor, db, cancellation))
        {
            return Rejection.NotFound("deadlines.not-found", "未找到该期限。");
        }

        var calendar = deadline.CalendarVersion == rules.Calendar.Version
            ? rules.Calendar
            : await CalendarBook.CalendarOfAsync(db, deadline.CalendarVersion, cancellation) ?? rules.Calendar;
        return Show(deadline, deadline.Explain(calendar, now));
    }

    private static View Show(Deadline d, IReadOnlyList<DayExplanation> explanation) => new(
        d.Id, d.MatterId, d.RuleId, d.Name, d.Source, d.Article, d.StartEvent, d.StartedAt, d.Limit.ToString(), UpperSnake.From(d.State),
        d.DueOn, d.DueAt, d.OverdueAt, d.Provisional, d.MetAt, d.MetLate, d.CalendarVersion, d.PolicyPackVersion,
        [.. d.Stops.Select(s => new StopView(UpperSnake.From(s.Reason), s.Text, s.From, s.To, s.Basis))],
        [.. d.Changes.Select(c => new ChangeView(UpperSnake.From(c.Kind), c.At, c.Decision, c.OldDueAt, c.NewDate))],
        explanation);
}
