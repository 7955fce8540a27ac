using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Ends a task and its assignments, in the step that leaves the activity.</summary>
internal sealed class CloseTask(ActContext step, RulesInForce rules, DateTimeOffset now)
{
    /// <param name="signal">The signal that completed it; null when an outcome was chosen on the task.</param>
    public async Task CompleteAsync(WorkTask task, string outcome, string? signal, CancellationToken cancellation)
    {
        task.Outcome = outcome;
        task.ClosedBy = signal;
        // A completion kept as a pending signal is delivered later by the system; the person was noted when he acted.
        if (task.CompletedByName is null)
        {
            task.CompletedByPersonId = step.Actor.PersonId;
            task.CompletedByName = step.Actor.PersonName;
        }
        await EndAsync(task, WorkTaskState.Completed, AssignmentState.Done, cancellation);
        step.Record(new LedgerFact(task.MatterId, "complete-task", $"任务“{task.Title}”办结：{TaskJson.Outcomes(task).FirstOrDefault(o => o.Name == outcome)?.DisplayName ?? outcome}")
        {
            Kind = "progress", IsOfActor = true,
            Detail = new Dictionary<string, object?> { ["taskId"] = task.Id.ToString("D"), ["outcome"] = outcome, ["signal"] = signal },
        });
    }

    /// <param name="reason"><c>flow</c> when the flow gave it up, <c>overdue</c> when it went on without it, <c>matter-closed</c> with <paramref name="why"/>.</param>
    public async Task CancelAsync(WorkTask task, string reason, CancellationToken cancellation, string? why = null)
    {
        (task.ClosedBy, task.CloseReason) = (reason, why);
        await EndAsync(task, WorkTaskState.Cancelled, AssignmentState.Closed, cancellation);
        step.Record(new LedgerFact(task.MatterId, "cancel-task", reason switch
        {
            "overdue" => $"任务“{task.Title}”逾期未办，流程转入逾期处理",
            "matter-closed" => $"任务“{task.Title}”随案件关闭而终止：{why}",
            _ => $"任务“{task.Title}”不再需要，已撤销",
        })
        {
            Kind = "progress",
            Detail = new Dictionary<string, object?> { ["taskId"] = task.Id.ToString("D"), ["reason"] = reason },
        });
    }

    private async Task EndAsync(WorkTask task, WorkTaskState state, AssignmentState assignments, CancellationToken cancellation)
    {
        task.State = state;
        task.ClosedAt = now;
        task.Version++;
        var directory = step.Services.GetRequiredService<IDirectory>();
        foreach (var open in await TaskRows.OpenAssignmentsAsync(step.Db, task.Id, cancellation))
        {
            open.State = assignments;
            open.EndedAt = now;
            open.HoldersAtEnd = await Holders.NamesAsync(open, directory, now, cancellation);
        }
        await TaskDeadline.EndAsync(task, step, rules, now, cancellation);
    }
}
