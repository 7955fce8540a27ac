using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Turns rows into what people see: a fixed number of queries for a page of tasks, and one look-up per post.</summary>
internal sealed class ViewTasks(WorkflowDbContext db, IDirectory directory, Actor actor, DateTimeOffset now, WorkCalendar calendar)
{
    /// <summary>Asks a command whether the reader may run it now; costly, so only for a task looked at by itself.</summary>
    public Func<Matter, string, CancellationToken, Task<CommandAvailability?>>? Ask { get; init; }

    private readonly Dictionary<Guid, IReadOnlyList<PersonView>> holders = [];
    private IReadOnlyDictionary<Guid, string> enterprises = new Dictionary<Guid, string>();

    public async Task<IReadOnlyList<TaskView>> DoAsync(IReadOnlyList<WorkTask> tasks, CancellationToken cancellation)
    {
        if (tasks.Count == 0)
            return [];
        var ids = tasks.Select(t => t.Id).ToList();
        var matterIds = tasks.Select(t => t.MatterId).Distinct().ToList();
        var matters = await db.Set<Matter>().AsNoTracking().Where(m => matterIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellation);
        var rows = new Rows(
            (await db.Set<TaskAssignment>().AsNoTracking().Where(a => ids.Contains(a.TaskId)).OrderBy(a => a.Key).ToListAsync(cancellation)).ToLookup(a => a.TaskId),
            (await db.Set<TaskComment>().AsNoTracking().Where(c => ids.Contains(c.TaskId)).OrderBy(c => c.Key).ToListAsync(cancellation)).ToLookup(c => c.TaskId),
            (await db.Set<TaskTransfer>().AsNoTracking().Where(t => ids.Contains(t.TaskId)).OrderBy(t => t.Key).ToListAsync(cancellation)).ToLookup(t => t.TaskId),
            (await db.Set<TaskUrge>().AsNoTracking().Where(u => ids.Contains(u.TaskId)).OrderBy(u => u.Key).ToListAsync(cancellation)).ToLookup(u => u.TaskId),
            await ChangedRulesAsync(tasks, cancellation),
            (await db.Set<TaskWithdrawal>().AsNoTracking().Where(w => ids.Contains(w.TaskId) && w.State == WithdrawalState.Proposed).ToListAsync(cancellation)).ToLookup(w => w.TaskId));
        enterprises = await directory.EnterpriseNamesAsync([.. matters.Values.Select(m => m.EnterpriseId).OfType<Guid>().Distinct()], cancellation);
        var views = new List<TaskView>(tasks.Count);
        foreach (var task in tasks)
            views.Add(await OneAsync(task, matters[task.MatterId], rows, cancellation));
        return views;
    }

    private async Task<TaskView> OneAsync(WorkTask task, Matter matter, Rows rows, CancellationToken cancellation)
    {
        var assignments = rows.Assignments[task.Id].ToList();
        var current = assignments.FindLast(a => a.State != AssignmentState.Transferred) ?? assignments[^1];
        var standing = task.IsOpen ? await HoldersAsync(current, cancellation) : [];
        var isOwn = task.IsOpen && Holders.Includes(current, actor);
        var outcomes = await OutcomesAsync(task, matter, isOwn, cancellation);
        var refused = isOwn ? Refused(task, standing) ?? NothingOpen(outcomes) : null;
        var due = DueStatus.Of(task, now, calendar);
        return new TaskView(
            task.Id, task.Title, matter.Id, matter.Number, matter.Title, matter.EnterpriseId, matter.EnterpriseId is { } unit ? enterprises.GetValueOrDefault(unit) : null,
            task.Form, task.Message, outcomes, UpperSnake.From(task.State), task.Outcome,
            UpperSnake.From(current.Kind), current.PostId, current.PostName, current.PersonName ?? PersonNames(task, current, standing),
            task.ClaimedByPersonId, task.ClaimedByName, task.DeadlineId, task.DueDate, task.DueInstant, due.Code, due.Text,
            due.Code == DueStatus.Overdue ? due.WorkingDays : 0, due.Code is DueStatus.Within3 or DueStatus.Normal ? due.WorkingDays : 0,
            task.CreatedAt, task.OpenedAt, task.ClosedAt, task.CompletedByName, task.CloseReason, task.SentByName,
            TaskVersions.Seen(task, matter.Version), matter.Version, task.UrgeCount,
            CanAct: isOwn && refused is null,
            CanTransfer: (isOwn && refused is null) || (task.IsOpen && standing.Count == 0 && Holders.IsSuperior(current, actor)),
            CanUrge: task.IsOpen && !isOwn, refused,
            [.. rows.Comments[task.Id].Select(c => new TaskCommentView(c.PersonName, c.At, c.Text))],
            [.. assignments.Select(a => new TaskAssignmentView(a.PostName, a.PersonName, UpperSnake.From(a.State), a.HoldersAtStart, a.HoldersAtEnd, a.AssignedAt, a.EndedAt))],
            [.. rows.Transfers[task.Id].Select(t => Transfer(t, assignments))],
            [.. rows.Urges[task.Id].Select(u => new TaskCommentView(u.ByName, u.At, u.Text))])
        {
            RuleChanged = task.DeadlineId is { } limit && rows.ChangedRules.Contains(limit),
            Withdrawal = rows.Withdrawals[task.Id].Select(w => new TaskWithdrawalView(w.Id, w.Reason, w.ProposedByName, w.ProposedAt)).FirstOrDefault(),
        };
    }

    private async Task<IReadOnlyList<TaskOutcomeView>> OutcomesAsync(WorkTask task, Matter matter, bool isOwn, CancellationToken cancellation)
    {
        var views = new List<TaskOutcomeView>();
        foreach (var outcome in TaskJson.Outcomes(task))
        {
            var open = isOwn && Ask is not null && outcome.Command is not null ? await Ask(matter, outcome.Command, cancellation) : null;
            // A port that only somebody else's act can take is not this reader's to choose.
            if (open?.Status != CommandAvailability.Hidden.Status)
                views.Add(new TaskOutcomeView(outcome.Name, outcome.DisplayName, outcome.Command, open?.Status, open?.Reason, open?.Article));
        }
        return views;
    }

    private static string? NothingOpen(IReadOnlyList<TaskOutcomeView> outcomes) =>
        outcomes.Count > 0 && outcomes.All(o => o.Status is not null && o.Status != CommandAvailability.Available.Status) ? outcomes[0].Reason : null;

    private string? Refused(WorkTask task, IReadOnlyList<PersonView> standing)
    {
        if (task.CompletedByName is { } by)
            return $"已由{by}提交，流程正在处理";
        var isClaimedByAnother = task.ClaimedByPersonId is { } claimant && claimant != actor.PersonId && standing.Any(h => h.Id == claimant);
        return isClaimedByAnother ? $"已由{task.ClaimedByName}签收" : null;
    }

    private static string? PersonNames(WorkTask task, TaskAssignment current, IReadOnlyList<PersonView> standing) =>
        !task.IsOpen ? current.HoldersAtEnd ?? current.HoldersAtStart : standing.Count == 0 ? null : string.Join("、", standing.Select(h => h.IsDeputy ? $"{h.Name}（代）" : h.Name));

    private static TaskTransferView Transfer(TaskTransfer transfer, List<TaskAssignment> assignments) => new(
        transfer.ByName,
        assignments.Find(a => a.Id == transfer.FromAssignmentId)?.AssigneeName ?? "",
        assignments.Find(a => a.Id == transfer.ToAssignmentId)?.AssigneeName ?? "",
        transfer.Reason, transfer.At);

    private async Task<IReadOnlyList<PersonView>> HoldersAsync(TaskAssignment assignment, CancellationToken cancellation)
    {
        var key = assignment.PersonId ?? assignment.PostId ?? Guid.Empty;
        if (!holders.TryGetValue(key, out var standing))
            holders.Add(key, standing = await Holders.OfAsync(assignment, directory, now, cancellation));
        return standing;
    }

    private sealed record Rows(
        ILookup<Guid, TaskAssignment> Assignments, ILookup<Guid, TaskComment> Comments, ILookup<Guid, TaskTransfer> Transfers, ILookup<Guid, TaskUrge> Urges,
        IReadOnlySet<Guid> ChangedRules, ILookup<Guid, TaskWithdrawal> Withdrawals);

    private async Task<IReadOnlySet<Guid>> ChangedRulesAsync(IReadOnlyList<WorkTask> tasks, CancellationToken cancellation)
    {
        var ids = tasks.Where(t => t.IsOpen).Select(t => t.DeadlineId).OfType<Guid>().ToList();
        return (await db.Set<Deadline>().AsNoTracking().Where(d => ids.Contains(d.Id) && d.RuleChanged).Select(d => d.Id).ToListAsync(cancellation)).ToHashSet();
    }
}
