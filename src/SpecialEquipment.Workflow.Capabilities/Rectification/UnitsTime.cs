using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>Whose time is running, and until when: the unit's, until the named date, without the days that a reviewer was late (E2).</summary>
internal static class UnitsTime
{
    private static readonly HazardState[] Running =
    [
        HazardState.Ordered, HazardState.PlanPending, HazardState.PlanInReview, HazardState.PlanReturned, HazardState.Rectifying, HazardState.SelfRectifying,
    ];

    public static bool Runs(HazardState state) => Running.Contains(state);

    /// <summary>
    /// 00:00 of the first day on which the unit is overdue; null while the plan lies with a reviewer whose own time is up: the unit is
    /// not punished for that, and its date moves by the days lost.
    /// </summary>
    public static async Task<DateTimeOffset?> OverdueAtAsync(Matter matter, WorkflowDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var lost = 0;
        // a date named since has been set knowing what was lost before it
        var namedAt = await db.Set<Deadline>().AsNoTracking().Where(d => d.MatterId == matter.Id && d.RuleId == MatterDeadlines.NamedDate)
            .OrderByDescending(d => d.Key).Select(d => (DateTimeOffset?)d.StartedAt).FirstOrDefaultAsync(cancellation);
        foreach (var review in await db.Set<Deadline>().AsNoTracking().Where(d => d.MatterId == matter.Id && d.RuleId == "planReview").ToListAsync(cancellation))
        {
            if (review.IsOpen && now >= review.OverdueAt)
                return null;
            if (review.MetAt is { } decided && decided >= review.OverdueAt && !(decided < namedAt))
                lost += ShanghaiTime.DateOf(decided).DayNumber - review.DueOn!.Value.DayNumber;
        }
        return ShanghaiTime.StartOf(matter.RectifyBy!.Value.AddDays(lost + 1));
    }
}
