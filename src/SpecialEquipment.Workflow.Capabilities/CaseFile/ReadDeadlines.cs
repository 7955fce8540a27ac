using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>Every limit of the case: the running ones first, the most urgent on top.</summary>
internal static class ReadDeadlines
{
    public static async Task<IReadOnlyList<RunningDeadlineView>> DoAsync(WorkflowDbContext db, Guid matterId, WorkCalendar calendar, DateTimeOffset now, CancellationToken cancellation)
    {
        var deadlines = await db.Set<Deadline>().AsNoTracking().Where(d => d.MatterId == matterId).ToListAsync(cancellation);
        return [.. deadlines.OrderByDescending(d => d.IsOpen).ThenBy(d => d.IsOpen ? d.DueAt : DateTimeOffset.MaxValue).ThenByDescending(d => d.Key).Select(d => View(d, StandsStill(d, deadlines, now), calendar, now))];
    }

    /// <summary>The unit's time stands still while the reviewer of its plan is late; it is no overdue of the unit (E2).</summary>
    private static bool StandsStill(Deadline d, List<Deadline> all, DateTimeOffset now) =>
        d is { RuleId: MatterDeadlines.NamedDate, State: DeadlineState.Running } && now >= d.OverdueAt
        && all.Any(review => review.RuleId == ReviewedLate.Rule && review.IsOpen && now >= review.OverdueAt);

    private static RunningDeadlineView View(Deadline d, bool standsStill, WorkCalendar calendar, DateTimeOffset now)
    {
        var day = d.DueOn ?? ShanghaiTime.DateOf(d.DueAt);
        var overdue = d.IsOpen && now >= d.OverdueAt && !standsStill;
        return new RunningDeadlineView(
            d.Id, d.RuleId, d.Name, d.Article, d.Source, d.StartEvent, d.StartedAt, UpperSnake.From(d.Unit), d.Amount, d.DueOn, d.DueAt, UpperSnake.From(d.State),
            standsStill ? "PAUSED" : Status(d, day, calendar, now), d.Provisional, d.IsOpen ? Overdue.WorkingDaysLeft(day, now, calendar) : 0,
            overdue ? Overdue.WorkingDays(d.OverdueAt, now, calendar) : 0, d.MetAt, d.MetLate,
            [.. d.Stops.Select(s => new PauseView(s.From, s.To, s.Text))],
            [.. d.Changes.Select(c => new DeadlineChangeView(ShanghaiTime.DateOf(c.OldDueAt), c.NewDate, c.Decision, c.At))], d.IsOpen && d.RuleChanged);
    }

    private static string Status(Deadline d, DateOnly day, WorkCalendar calendar, DateTimeOffset now)
    {
        if (!d.IsOpen)
            return "NONE";
        if (d.State == DeadlineState.Paused)
            return "PAUSED";
        if (now >= d.OverdueAt)
            return "OVERDUE";
        var today = ShanghaiTime.DateOf(now);
        return day == today ? "TODAY" : day <= Overdue.SoonUntil(today, calendar) ? "WITHIN_3" : "NORMAL";
    }
}
