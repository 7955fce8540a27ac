using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>
/// Takes a new calendar over into open deadlines, at most <see cref="BatchSize"/> per commit. What is left to do is read from the
/// deadlines themselves (they name the calendar they were last asked under), so the job resumes after a crash and doing it twice changes nothing.
/// </summary>
internal static class RecomputeDeadlines
{
    public const int BatchSize = 200;

    /// <summary>Raised on a matter when one of its deadlines moved; whoever waits for it sets his timer anew.</summary>
    public const string Moved = "DeadlineMoved";

    /// <summary>Open deadlines that rest on another calendar: the provisional ones, or all when a loaded year was replaced.</summary>
    public static IQueryable<Deadline> Stale(WorkflowDbContext db, string version, bool all) => db.Set<Deadline>().Where(d =>
        (all || d.Provisional)
        && (d.State == DeadlineState.Running || d.State == DeadlineState.Paused || d.State == DeadlineState.Overdue)
        && d.CheckedVersion != version);

    /// <summary>One commit's worth.</summary>
    /// <returns>How many deadlines were asked; 0 when nothing is left.</returns>
    public static async Task<Result<int>> BatchAsync(
        long editionKey, Shared.Deadlines.WorkCalendar calendar, bool all, ActContext act, CancellationToken cancellation)
    {
        var batch = await Stale(act.Db, calendar.Version, all).OrderBy(d => d.Key).Take(BatchSize).ToListAsync(cancellation);
        var edition = await act.Db.Set<CalendarEdition>().SingleAsync(e => e.Key == editionKey, cancellation);
        foreach (var deadline in batch)
        {
            edition.Checked++;
            if (deadline.Recompute(calendar, act.Now) is { } move)
            {
                edition.Moved++;
                await TellAsync(deadline, move, act, cancellation);
            }
        }

        if (batch.Count == 0)
        {
            foreach (var done in await act.Db.Set<CalendarEdition>().Where(e => e.Key <= editionKey && e.RecomputedAt == null).ToListAsync(cancellation))
            {
                done.RecomputedAt = act.Now;
            }
        }

        return batch.Count;
    }

    private static async Task TellAsync(Deadline deadline, DeadlineMove move, ActContext act, CancellationToken cancellation)
    {
        var (was, now) = (ShanghaiTime.Text(move.OldDueAt)[..10], ShanghaiTime.Text(move.NewDueAt)[..10]);
        var summary = $"工作日历更新，“{deadline.Name}”届满日由 {was} 变为 {now}" + (move.SetToNextWorkingDay ? "（推算日期已过，顺延至下一工作日，不计逾期）" : "");
        act.Record(new LedgerFact(deadline.MatterId, "recompute-deadline", summary)
        {
            Kind = "clock",
            Detail = new Dictionary<string, object?>
            {
                ["deadlineId"] = deadline.Id, ["ruleId"] = deadline.RuleId, ["oldDueAt"] = move.OldDueAt, ["newDueAt"] = move.NewDueAt,
                ["calendarVersion"] = deadline.CalendarVersion, ["setToNextWorkingDay"] = move.SetToNextWorkingDay,
            },
        });
        act.Raise(Moved, deadline.MatterId, new Dictionary<string, object?>
        {
            ["deadlineId"] = deadline.Id.ToString("D"), ["ruleId"] = deadline.RuleId, ["overdueAt"] = deadline.OverdueAt.ToString("O"),
        });
        if (deadline.OwnerPostId is { } owner)
        {
            var notices = act.Services.GetRequiredService<INotices>();
            await notices.SendAsync(new NoticeDraft(NoticeKind.Decision, $"期限变动：{deadline.Name}", summary + "。") { To = [NoticeTarget.Post(owner)], MatterId = deadline.MatterId }, act, cancellation);
        }
    }
}
