using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>Whether the unit's own time is running. Until when it runs is said by the named date's deadline alone.</summary>
internal static class UnitsTime
{
    private static readonly HazardState[] Running =
    [
        HazardState.Ordered, HazardState.PlanPending, HazardState.PlanInReview, HazardState.PlanReturned, HazardState.Rectifying, HazardState.SelfRectifying,
    ];

    public static bool Runs(HazardState state) => Running.Contains(state);

    /// <summary>The plan lies with a reviewer whose own time is up: until he has decided, the unit does not become overdue (E2).</summary>
    public static async Task<bool> IsTakenByReviewerAsync(Guid matterId, WorkflowDbContext db, DateTimeOffset now, CancellationToken cancellation) =>
        (await db.Set<Deadline>().AsNoTracking().Where(d => d.MatterId == matterId && d.RuleId == ReviewedLate.Rule).ToListAsync(cancellation))
            .Any(review => review.IsOpen && now >= review.OverdueAt);
}
