using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Starts, meets and gives up the running limits of a matter inside an act. Amounts come from the policy pack alone.</summary>
public static class MatterDeadlines
{
    /// <summary>The date an instruction names; it runs until the report is in.</summary>
    public const string NamedDate = "instruction";

    public static Deadline StartDeadline(this ActContext act, Matter matter, string ruleId, DateTimeOffset from, RulesInForce rules)
    {
        var deadline = Deadline.Start(matter.Id, ruleId, from, rules, matter.RegionCode);
        act.Db.Set<Deadline>().Add(deadline);
        return deadline;
    }

    /// <summary>Names the date by which the hazard must be removed; any earlier named date ends.</summary>
    public static async Task NameDateAsync(this ActContext act, Matter matter, DateOnly date, DateTimeOffset from, DeadlineBasis basis, RulesInForce rules, CancellationToken cancellation)
    {
        await act.CancelDeadlinesAsync(matter.Id, NamedDate, "由新的期限取代", cancellation);
        act.Db.Set<Deadline>().Add(Deadline.StartUntil(matter.Id, basis, date, from, rules));
        matter.RectifyBy = date;
        matter.IsOverdue = false;
    }

    public static async Task MeetDeadlinesAsync(this ActContext act, Guid matterId, string ruleId, DateTimeOffset at, CancellationToken cancellation)
    {
        var calendar = act.Services.GetRequiredService<DeadlineRules>().Now.Calendar;
        foreach (var deadline in await act.OpenDeadlinesAsync(matterId, ruleId, cancellation))
            deadline.Meet(at, calendar);
    }

    public static async Task CancelDeadlinesAsync(this ActContext act, Guid matterId, string ruleId, string reason, CancellationToken cancellation)
    {
        foreach (var deadline in await act.OpenDeadlinesAsync(matterId, ruleId, cancellation))
            deadline.Cancel(act.Now, reason);
    }

    /// <summary>When the matter closes, nothing runs any more.</summary>
    /// <param name="except">Rules of duties that outlive it.</param>
    public static async Task CancelAllDeadlinesAsync(this ActContext act, Guid matterId, string reason, CancellationToken cancellation, params string[] except)
    {
        foreach (var deadline in await act.Db.Set<Deadline>().Where(d => d.MatterId == matterId && !except.Contains(d.RuleId)).ToListAsync(cancellation))
            deadline.Cancel(act.Now, reason);
    }

    public static async Task<IReadOnlyList<Deadline>> OpenDeadlinesAsync(this ActContext act, Guid matterId, string ruleId, CancellationToken cancellation) =>
        [.. (await act.Db.Set<Deadline>().Where(d => d.MatterId == matterId && d.RuleId == ruleId).ToListAsync(cancellation)).Where(d => d.IsOpen)];
}
