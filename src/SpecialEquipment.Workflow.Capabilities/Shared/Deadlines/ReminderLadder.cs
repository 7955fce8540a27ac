namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

public enum ReminderKind
{
    Remind,
    Due,
    Overdue,
}

/// <summary>A reminder belongs to a day; <see cref="Number"/> counts within its kind, from 1.</summary>
public sealed record Reminder(ReminderKind Kind, DateOnly Day, int Number);

/// <summary>When reminders fall: some working days before, on the due day, each working day for a while, then weekly.</summary>
internal static class ReminderLadder
{
    public static IEnumerable<Reminder> For(DateOnly due, RulesInForce rules, string? region)
    {
        DateOnly Step(string ruleId, DateOnly from) =>
            DeadlineCalculator.Compute(from, rules.Policy.Rule(ruleId, due, region).Limit, rules.Calendar).Day!.Value;

        yield return new Reminder(ReminderKind.Remind, Step("reminderFirst", due), 1);
        yield return new Reminder(ReminderKind.Remind, Step("reminderSecond", due), 2);
        yield return new Reminder(ReminderKind.Due, Step("reminderDue", due), 1);

        var daily = (int)rules.Policy.Parameter("reminderOverdueTimes", due, region);
        var day = due;
        for (var n = 1; day < CalendarRange.Last.AddMonths(-1); n++)
        {
            day = Step(n <= daily ? "reminderOverdueEvery" : "reminderOverdueWeekly", day);
            yield return new Reminder(ReminderKind.Overdue, day, n);
        }
    }
}
