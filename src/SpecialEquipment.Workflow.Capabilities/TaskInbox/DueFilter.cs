using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>The due statuses of <see cref="DueStatus"/> as a query.</summary>
internal sealed class DueFilter(DateTimeOffset now, WorkCalendar calendar)
{
    public static IReadOnlyList<string> Codes { get; } = [DueStatus.Overdue, DueStatus.Today, DueStatus.Within3, DueStatus.Normal, DueStatus.Paused, DueStatus.None];

    public IQueryable<WorkTask> Apply(IQueryable<WorkTask> tasks, IReadOnlyCollection<string> codes)
    {
        if (codes.Count == 0)
            return tasks;
        var (at, tomorrow, afterSoon) = DueStatus.Bounds(now, calendar);
        bool overdue = codes.Contains(DueStatus.Overdue), today = codes.Contains(DueStatus.Today), soon = codes.Contains(DueStatus.Within3),
            normal = codes.Contains(DueStatus.Normal), paused = codes.Contains(DueStatus.Paused), none = codes.Contains(DueStatus.None);
        return tasks.Where(t =>
            (none && t.DueInstant == null)
            || (paused && t.Paused && t.DueInstant != null)
            || (!t.Paused && t.DueInstant != null && (
                (overdue && t.OverdueAt <= at)
                || (today && t.OverdueAt > at && t.DueInstant < tomorrow)
                || (soon && t.OverdueAt > at && t.DueInstant >= tomorrow && t.DueInstant < afterSoon)
                || (normal && t.OverdueAt > at && t.DueInstant >= afterSoon))));
    }
}
