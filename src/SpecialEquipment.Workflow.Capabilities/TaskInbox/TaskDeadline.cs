using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// The deadline a task runs against. Either one that the matter already has (the same rule, or the same named date: one duty, one
/// deadline), or one the task starts. The task copies what lists sort by; the deadline stays the truth and is asked again whenever it may have moved.
/// </summary>
internal static class TaskDeadline
{
    public const string NamedDateRule = "namedDate";

    /// <summary>Signals after which the deadline may stand elsewhere.</summary>
    public static IReadOnlyList<string> MovedBy { get; } = ["ExtensionGranted", "DeadlineMoved"];

    public static async Task OpenAsync(
        WorkTask task, TaskOrder order, Matter matter, Guid? ownerPostId, ActContext step, RulesInForce rules, DateTimeOffset now, CancellationToken cancellation)
    {
        if (order.DeadlineRule is null && order.DueDate is null)
            return;
        var deadline = await FindOpenAsync(order, matter.Id, step, cancellation);
        if (deadline is null)
        {
            deadline = Begin(order, matter, ownerPostId, rules, now);
            task.OwnsDeadline = true;
            step.Db.Set<Deadline>().Add(deadline);
        }
        else if (ownerPostId is { } owner)
        {
            deadline.AssignTo(owner); // an act started it before anybody had the task; its owner is told when a calendar moves it
        }
        task.DeadlineId = deadline.Id;
        Copy(deadline, task);
    }

    /// <summary>Takes the deadline as it stands now; where the matter has put another in its place (a new date by decision), that one.</summary>
    public static async Task FollowAsync(WorkTask task, ActContext step, CancellationToken cancellation)
    {
        if (await DeadlineAsync(task, step, cancellation) is not { } deadline)
            return;
        if (!deadline.IsOpen && !task.OwnsDeadline && (await RunningAsync(task.MatterId, step, cancellation)).FirstOrDefault(d => d.RuleId == deadline.RuleId) is { } successor)
        {
            deadline = successor;
            task.DeadlineId = successor.Id;
        }
        Copy(deadline, task);
    }

    public static async Task MarkOverdueAsync(WorkTask task, ActContext step, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await DeadlineAsync(task, step, cancellation) is { } deadline)
            deadline.MarkOverdue(now);
    }

    /// <summary>The task was given on: the post that owes it now is told when a calendar moves its date.</summary>
    public static async Task AssignAsync(WorkTask task, Guid? ownerPostId, ActContext act, CancellationToken cancellation)
    {
        if (ownerPostId is { } owner && await DeadlineAsync(task, act, cancellation) is { IsOpen: true } deadline)
            deadline.AssignTo(owner);
    }

    /// <summary>A completed task meets its deadline; an overdue one leaves it overdue; one that is no longer needed withdraws it.</summary>
    public static async Task EndAsync(WorkTask task, ActContext step, RulesInForce rules, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!task.OwnsDeadline || await DeadlineAsync(task, step, cancellation) is not { IsOpen: true } deadline)
            return;
        if (task.State == WorkTaskState.Completed)
            deadline.Meet(now, rules.Calendar);
        else if (now < deadline.OverdueAt)
            deadline.Cancel(now, $"任务“{task.Title}”已撤销");
    }

    private static async Task<Deadline?> FindOpenAsync(TaskOrder order, Guid matterId, ActContext step, CancellationToken cancellation)
    {
        var running = await RunningAsync(matterId, step, cancellation);
        var taken = await step.Db.Set<WorkTask>()
            .Where(t => t.MatterId == matterId && t.State == WorkTaskState.Open && t.OwnsDeadline).Select(t => t.DeadlineId).ToListAsync(cancellation);
        return running.FirstOrDefault(d => !taken.Contains(d.Id)
            && (order.DueDate is { } date ? d.DueOn == date && (d.NamedDate is not null || d.Changes.Count > 0) : d.RuleId == order.DeadlineRule));
    }

    /// <summary>Newest first. What this step has ended without saving yet is still found by the query, so it is asked itself too.</summary>
    private static async Task<IReadOnlyList<Deadline>> RunningAsync(Guid matterId, ActContext step, CancellationToken cancellation)
    {
        var found = await step.Db.Set<Deadline>()
            .Where(d => d.MatterId == matterId && (d.State == DeadlineState.Running || d.State == DeadlineState.Paused || d.State == DeadlineState.Overdue))
            .OrderByDescending(d => d.Key).ToListAsync(cancellation);
        return [.. found.Where(d => d.IsOpen)];
    }

    private static Deadline Begin(TaskOrder order, Matter matter, Guid? ownerPostId, RulesInForce rules, DateTimeOffset now)
    {
        var start = order.StartFrom ?? now;
        if (order.DueDate is not { } date)
            return Deadline.Start(matter.Id, order.DeadlineRule!, start, rules, matter.RegionCode, ownerPostId);
        // A date already past when the task is given (assigned again after a delay) is overdue at once, not an error of the flow.
        if (date < ShanghaiTime.DateOf(start))
            start = ShanghaiTime.StartOf(date);
        return Deadline.StartUntil(matter.Id, new DeadlineBasis(NamedDateRule, order.Title, "派发任务", "指定日期", null), date, start, rules, ownerPostId);
    }

    private static async Task<Deadline?> DeadlineAsync(WorkTask task, ActContext step, CancellationToken cancellation) =>
        task.DeadlineId is not { } id ? null
        : step.Db.Set<Deadline>().Local.FirstOrDefault(d => d.Id == id) ?? await step.Db.Set<Deadline>().FirstOrDefaultAsync(d => d.Id == id, cancellation);

    private static void Copy(Deadline deadline, WorkTask task)
    {
        task.Paused = deadline.State == DeadlineState.Paused;
        if (deadline.IsOpen)
            (task.DueDate, task.DueInstant, task.OverdueAt) = (deadline.DueOn, deadline.DueAt, deadline.OverdueAt);
        else
            (task.DueDate, task.DueInstant, task.OverdueAt) = (null, null, null);
        task.Urgency = task.OverdueAt ?? WorkTask.NotUrgent;
    }
}
