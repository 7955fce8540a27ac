using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// 派发任务. Opens a task for a post or a person and waits: for the task's own completion, for the signals that say the thing has been
/// done whoever did it, and for the next instant at which somebody must be reminded. Every wait is a bookmark in the same commit as the
/// task's row, and the row is closed in the commit that leaves the activity: an open task always has a flow that waits for it.
/// </summary>
/// <remarks>
/// Started again for the same execution (an incident retried) it finds its task and waits again; it never opens a second one.
/// One timer bookmark is enough: when it fires, what that instant asks for is done and the next one is worked out, from the
/// deadline as it stands then, so a deadline that was extended or stopped meanwhile moves the reminders too.
/// </remarks>
internal sealed class AssignTask(INotices notices, DeadlineRules rules, IServiceProvider root) : IHostActivity
{
    public const string OverduePort = "Overdue";
    private const string TimerName = "task-clock";

    public ActivityDescriptor Descriptor => AssignTaskDescriptor.Value;

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var (step, order) = Begin(call);
        var existing = await FindAsync(step, call, cancellation);
        if (existing is { IsOpen: false })
            return Leave(existing.Outcome ?? OverduePort, existing, null);
        var task = existing ?? await new OpenTask(step, call, notices, rules.Now).DoAsync(order, cancellation);
        return await WaitAsync(task, order, step, call.Now, cancellation);
    }

    public async ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation)
    {
        var (step, order) = Begin(call);
        var task = await FindAsync(step, call, cancellation) ?? throw new InvalidOperationException($"activity {call.ActivityInstanceId} waits for a task that does not exist");
        if (!task.IsOpen)
            return Leave(task.Outcome ?? OverduePort, task, resumption.Input);
        if (resumption.Kind == BookmarkKinds.Timer)
            return await OnClockAsync(task, order, step, call, cancellation);

        var payload = resumption.Input as IReadOnlyDictionary<string, object?>;
        if (resumption.Name == TaskSignals.Completed(task.Id))
        {
            var outcome = payload?.GetValueOrDefault(TaskSignals.Outcome) as string ?? "Done";
            await new CloseTask(step, rules.Now, call.Now).CompleteAsync(task, outcome, null, cancellation);
            return Leave(outcome, task, payload?.GetValueOrDefault(TaskSignals.Form));
        }
        if (order.OutcomeOf(resumption.Name, payload) is { } port)
        {
            await new CloseTask(step, rules.Now, call.Now).CompleteAsync(task, port, resumption.Name, cancellation);
            return Leave(port, task, payload);
        }
        return await WaitAsync(task, order, step, call.Now, cancellation);
    }

    public async ValueTask CancelAsync(HostCall call, CancellationToken cancellation)
    {
        var step = call.Services.GetRequiredService<ActContext>();
        if (await FindAsync(step, call, cancellation) is not { IsOpen: true } task)
            return;
        var closed = await step.Db.Set<Matter>().AsNoTracking().Where(m => m.Id == task.MatterId && m.ClosedAt != null).Select(m => m.CloseReason).FirstOrDefaultAsync(cancellation);
        await new CloseTask(step, rules.Now, call.Now).CancelAsync(task, closed is null ? "flow" : "matter-closed", cancellation, closed);
    }

    private async Task<ActivityOutcome> OnClockAsync(WorkTask task, TaskOrder order, ActContext step, HostCall call, CancellationToken cancellation)
    {
        await TaskDeadline.FollowAsync(task, step, cancellation);
        var reminding = new RemindHolders(notices, rules.Now, call);
        var isOverdue = await reminding.DoAsync(task, order.EscalateNext, cancellation);
        if (!isOverdue || task.OnOverdue == OnOverdue.Stay)
            return await WaitAsync(task, order, step, call.Now, cancellation);
        await new CloseTask(step, rules.Now, call.Now).CancelAsync(task, "overdue", cancellation);
        return Leave(OverduePort, task, null);
    }

    private async Task<ActivityOutcome> WaitAsync(WorkTask task, TaskOrder order, ActContext step, DateTimeOffset now, CancellationToken cancellation)
    {
        await TaskDeadline.FollowAsync(task, step, cancellation);
        List<BookmarkRequest> bookmarks = [BookmarkRequest.OnSignal(TaskSignals.Completed(task.Id)), .. order.Signals.Keys.Select(name => BookmarkRequest.OnSignal(name))];
        bookmarks.AddRange(TaskDeadline.MovedBy.Where(name => !order.Signals.ContainsKey(name)).Select(name => BookmarkRequest.OnSignal(name)));
        if (TaskClock.NextAfter(now, task, rules.Now) is { } next)
            bookmarks.Add(BookmarkRequest.At(next, TimerName));
        return new ActivityOutcome.Waiting(bookmarks);
    }

    private static ActivityOutcome Leave(string port, WorkTask task, object? form) => ActivityOutcome.Through(port, new Dictionary<string, object?>
    {
        ["TaskId"] = task.Id.ToString("D"), ["Outcome"] = port, ["Form"] = form,
    });

    private (ActContext Step, TaskOrder Order) Begin(HostCall call)
    {
        // Commands are looked up late: they may themselves need what the activities are part of.
        var order = TaskOrder.From(call, name => root.GetServices<IMatterCommand>().FirstOrDefault(c => c.Name == name)?.DisplayName);
        return (call.Services.GetRequiredService<ActContext>(), order);
    }

    private static Task<WorkTask?> FindAsync(ActContext step, HostCall call, CancellationToken cancellation) =>
        TaskRows.FindAsync(step.Db, call.InstanceId, call.ActivityInstanceId, cancellation);
}
