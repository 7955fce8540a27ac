using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// The promise that no task is ever lost, as a check: every open task has exactly one open assignment row per assignee and a flow that
/// still waits for it (its completion bookmark), or an open incident at its activity, which a retry brings back to waiting; and no
/// closed task has an open assignment or a bookmark. Run by tests after random sequences, and for operators.
/// </summary>
public sealed class CheckTasks
{
    /// <returns>One sentence per broken promise; empty when all hold.</returns>
    public async Task<IReadOnlyList<string>> DoAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        var broken = new List<string>();
        var tasks = await db.Set<WorkTask>().AsNoTracking().ToListAsync(cancellation);
        var open = (await db.Set<TaskAssignment>().AsNoTracking().Where(a => a.State == AssignmentState.Open).ToListAsync(cancellation)).ToLookup(a => a.TaskId);
        var waiting = (await db.Set<FlowBookmark>().AsNoTracking().Where(b => b.Kind == BookmarkKinds.Event)
            .Select(b => new { b.InstanceId, b.ActivityInstanceId, b.Name }).ToListAsync(cancellation)).ToHashSet();
        var faulted = (await db.Set<FlowIncident>().AsNoTracking().Where(i => i.ResolvedAt == null)
            .Select(i => new { i.InstanceId, i.ActivityInstanceId }).ToListAsync(cancellation)).ToHashSet();
        foreach (var task in tasks)
        {
            var isAwaited = waiting.Contains(new { task.InstanceId, task.ActivityInstanceId, Name = TaskSignals.Completed(task.Id) });
            if (task.IsOpen && !isAwaited && !faulted.Contains(new { task.InstanceId, task.ActivityInstanceId }))
                broken.Add($"open task {task.Id} ({task.Title}): no flow waits for it");
            if (!task.IsOpen && isAwaited)
                broken.Add($"closed task {task.Id} ({task.Title}): a flow still waits for it");
            var expected = task.IsOpen ? 1 : 0;
            if (open[task.Id].Count() != expected)
                broken.Add($"task {task.Id} ({task.Title}): {open[task.Id].Count()} open assignments, expected {expected}");
        }
        broken.AddRange(open.Where(a => tasks.All(t => t.Id != a.Key)).Select(a => $"assignments of the missing task {a.Key}"));
        return broken;
    }
}
