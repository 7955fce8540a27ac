using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Tells whoever owes the task what the clock says; the superior too, when it becomes overdue and the flow wants it.</summary>
internal sealed class RemindHolders(INotices notices, RulesInForce rules, HostCall call)
{
    private readonly ActContext step = call.Services.GetRequiredService<ActContext>();

    /// <returns>True at the instant at which the task becomes overdue.</returns>
    /// <param name="next">Kind of post that is told one reminder after the superior.</param>
    public async Task<bool> DoAsync(WorkTask task, string? next, CancellationToken cancellation)
    {
        var matter = await step.Db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == task.MatterId, cancellation);
        if (TaskClock.At(call.Now, task, rules) is not { } stroke)
            return false;
        var open = await TaskRows.OpenAssignmentsAsync(step.Db, task.Id, cancellation);
        await notices.SendAsync(Draft(task, matter, stroke.Kind, [.. open.Select(TaskTexts.Target)]), step, cancellation);
        if (stroke.Begins)
            await TaskDeadline.MarkOverdueAsync(task, step, call.Now, cancellation);
        if (stroke.Begins && task.Escalate)
            await EscalateAsync(task, matter, open, cancellation);
        if (next is not null && IsFirstAfterOverdue(task, stroke))
            await EscalateToAsync(next, task, matter, open, cancellation);
        return stroke.Begins;
    }

    private bool IsFirstAfterOverdue(WorkTask task, TaskClockStroke stroke) =>
        stroke is { Begins: false, Kind: NoticeKind.Overdue } && task.OverdueAt is { } overdueAt && TaskClock.NextAfter(overdueAt, task, rules) == call.Now;

    private async Task EscalateToAsync(string postKind, WorkTask task, Matter matter, IReadOnlyList<TaskAssignment> open, CancellationToken cancellation)
    {
        if (await call.Services.GetRequiredService<IDirectory>().ResolvePostAsync(postKind, matter.RegionCode, null, cancellation) is not { } post)
            return;
        var names = string.Join("、", open.Select(a => a.AssigneeName));
        await notices.SendAsync(
            new NoticeDraft(NoticeKind.Escalate, $"{names} 逾期仍未办：{task.Title}", $"{TaskTexts.Of(matter)}，{names} 应于 {TaskTexts.Due(task)} 前办结“{task.Title}”，已告知上级岗位，仍未办结，请督办。")
            {
                To = [NoticeTarget.Post(post.Id)], MatterId = task.MatterId, TaskId = task.Id,
            },
            step, cancellation);
    }

    private NoticeDraft Draft(WorkTask task, Matter matter, NoticeKind kind, IReadOnlyList<NoticeTarget> to)
    {
        var due = DueStatus.Of(task, call.Now, rules.Calendar);
        return new NoticeDraft(kind, $"{due.Text}：{task.Title}", $"{TaskTexts.Of(matter)}，应于 {TaskTexts.Due(task)} 前办结“{task.Title}”，{due.Text}。")
        {
            To = to, MatterId = task.MatterId, TaskId = task.Id,
        };
    }

    private async Task EscalateAsync(WorkTask task, Matter matter, IReadOnlyList<TaskAssignment> open, CancellationToken cancellation)
    {
        var directory = call.Services.GetRequiredService<IDirectory>();
        foreach (var assignment in open)
        {
            // Asked anew: the organisation may have changed since the task was assigned.
            var superior = assignment.PostId is { } postId ? (await directory.SuperiorAsync(postId, cancellation))?.Id : assignment.SuperiorPostId;
            if (superior is null)
                continue;
            await notices.SendAsync(
                new NoticeDraft(NoticeKind.Escalate, $"{assignment.AssigneeName} 逾期未办：{task.Title}",
                    $"{TaskTexts.Of(matter)}，{assignment.AssigneeName} 应于 {TaskTexts.Due(task)} 前办结“{task.Title}”，已逾期，请督促办理。")
                {
                    To = [NoticeTarget.Post(superior.Value)], MatterId = task.MatterId, TaskId = task.Id,
                },
                step, cancellation);
        }
    }
}
