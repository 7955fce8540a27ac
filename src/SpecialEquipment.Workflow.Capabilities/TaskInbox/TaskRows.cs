using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Looks rows up where a step may have added them without having saved yet: first in the context, then in the database.</summary>
internal static class TaskRows
{
    public static async Task<WorkTask?> FindAsync(WorkflowDbContext db, Guid instanceId, string activityInstanceId, CancellationToken cancellation) =>
        db.Set<WorkTask>().Local.FirstOrDefault(t => t.InstanceId == instanceId && t.ActivityInstanceId == activityInstanceId)
        ?? await db.Set<WorkTask>().FirstOrDefaultAsync(t => t.InstanceId == instanceId && t.ActivityInstanceId == activityInstanceId, cancellation);

    public static async Task<IReadOnlyList<TaskAssignment>> OpenAssignmentsAsync(WorkflowDbContext db, Guid taskId, CancellationToken cancellation)
    {
        var added = db.Set<TaskAssignment>().Local.Where(a => a.TaskId == taskId && a.State == AssignmentState.Open).ToList();
        return added.Count > 0
            ? added
            : await db.Set<TaskAssignment>().Where(a => a.TaskId == taskId && a.State == AssignmentState.Open).ToListAsync(cancellation);
    }
}
