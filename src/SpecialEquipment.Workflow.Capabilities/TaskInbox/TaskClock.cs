using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>What a task's deadline asks for at certain instants: the reminders of the policy pack's ladder, and the moment it is overdue (E1).</summary>
internal static class TaskClock
{
    /// <summary>A reminder belongs to a day and is sent as the day begins, the same instant at which overdue begins.</summary>
    public static DateTimeOffset? NextAfter(DateTimeOffset now, WorkTask task, RulesInForce rules) =>
        Until(now, task, rules, inclusive: false).Select(s => (DateTimeOffset?)s.At).FirstOrDefault();

    /// <summary>What falls exactly now; null when the deadline has moved since the timer was set.</summary>
    public static TaskClockStroke? At(DateTimeOffset now, WorkTask task, RulesInForce rules) =>
        Until(now, task, rules, inclusive: true).FirstOrDefault() is { } stroke && stroke.At == now ? stroke : null;

    private static IEnumerable<TaskClockStroke> Until(DateTimeOffset from, WorkTask task, RulesInForce rules, bool inclusive)
    {
        if (task.Paused || task.DueInstant is not { } due || task.OverdueAt is not { } overdueAt)
            yield break;
        var overdueTold = false;
        foreach (var reminder in rules.Reminders(ShanghaiTime.DateOf(due), task.RegionCode))
        {
            var at = ShanghaiTime.StartOf(reminder.Day);
            if (!overdueTold && at >= overdueAt)
            {
                overdueTold = true;
                if (Counts(overdueAt))
                    yield return new TaskClockStroke(overdueAt, NoticeKind.Overdue, Begins: true);
                if (at == overdueAt)
                    continue;
            }
            // A limit in hours lapses within its day; what the ladder puts before that instant is no longer "overdue".
            if (Counts(at) && (reminder.Kind != ReminderKind.Overdue || at > overdueAt))
                yield return new TaskClockStroke(at, Kind(reminder.Kind), Begins: false);
        }

        bool Counts(DateTimeOffset at) => inclusive ? at >= from : at > from;
    }

    private static NoticeKind Kind(ReminderKind kind) => kind switch
    {
        ReminderKind.Remind => NoticeKind.Remind,
        ReminderKind.Due => NoticeKind.Due,
        _ => NoticeKind.Overdue,
    };
}

/// <param name="Begins">The instant at which the task becomes overdue.</param>
internal sealed record TaskClockStroke(DateTimeOffset At, NoticeKind Kind, bool Begins);
