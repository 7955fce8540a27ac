using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// Open tasks of a unit's posts go to the same posts of the unit that takes the matter over, or to its principal, who answers for posts it does not have.
/// </summary>
internal sealed class FollowUnits : IFollowsUnits
{
    public async Task MoveAsync(Matter matter, Guid fromUnit, Guid toUnit, string reason, ActContext act, CancellationToken cancellation)
    {
        var rows = await (
            from assignment in act.Db.Set<TaskAssignment>()
            join task in act.Db.Set<WorkTask>() on assignment.TaskId equals task.Id
            where task.MatterId == matter.Id && assignment.State == AssignmentState.Open && assignment.EnterpriseId == fromUnit
            orderby assignment.Key
            select new { assignment, task }).ToListAsync(cancellation);
        var directory = act.Services.GetRequiredService<IDirectory>();
        var ended = new EndedPosts([], reason, act.Now.AddMilliseconds(-1));
        foreach (var row in rows)
        {
            var successor = await directory.ResolveEnterprisePostAsync(row.assignment.PostKind ?? PostKinds.Principal, toUnit, cancellation)
                ?? await directory.ResolveEnterprisePostAsync(PostKinds.Principal, toUnit, cancellation)
                ?? throw new InvalidOperationException($"unit {toUnit} has no principal; task {row.task.Id} has nowhere to go");
            await FollowPosts.MoveAsync(row.assignment, row.task, successor, ended, directory, act, cancellation);
        }
    }
}
