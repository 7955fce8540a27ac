namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>The calendar and policy pack in force, for every act that sets or reads a deadline. One per process.</summary>
/// <remarks>
/// Starts with the shipped data; the calendar's own capability replaces it when another year or pack is loaded.
/// A reader takes <see cref="Now"/> once per act, so that one act never mixes two calendars.
/// </remarks>
public sealed class DeadlineRules(WorkCalendar calendar, PolicyPack policy)
{
    private volatile RulesInForce now = new(calendar, policy);

    public RulesInForce Now => now;

    public static DeadlineRules Shipped() => new(ShippedData.Calendar(), ShippedData.Policy());

    public void Replace(WorkCalendar calendar, PolicyPack policy) => now = new RulesInForce(calendar, policy);
}

/// <summary>One consistent pair of calendar and policy pack.</summary>
public sealed record RulesInForce(WorkCalendar Calendar, PolicyPack Policy)
{
    /// <summary>When a duty of the policy pack falls due if it starts now, by the rule version of the event date.</summary>
    public DueDate Due(string ruleId, DateTimeOffset start, string? region = null) =>
        DeadlineCalculator.Compute(start, Policy.Rule(ruleId, start, region).Limit, Calendar);

    /// <summary>The days between which reminders fall for a due day, in order; overdue reminders go on without end.</summary>
    public IEnumerable<Reminder> Reminders(DateOnly due, string? region = null) => ReminderLadder.For(due, this, region);
}
