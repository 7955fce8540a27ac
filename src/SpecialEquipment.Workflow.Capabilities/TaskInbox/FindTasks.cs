using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>What a list of tasks is asked for.</summary>
/// <param name="Due">Due status codes, comma-separated; empty means all.</param>
/// <param name="Q">Part of the task's title, the matter's number or title.</param>
/// <param name="Form">Only tasks with this form, e.g. <c>confirm-step</c>.</param>
/// <param name="Sort"><c>urgency</c> (most urgent first, the default), <c>-urgency</c>, <c>createdAt</c> or <c>-createdAt</c>.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record TaskQuery(string? Due = null, string? Q = null, string? Form = null, string? Sort = null, string? After = null, int? Limit = null);

/// <summary>Lists of tasks: what I owe, what others owe me. Read only; totals are counted up to a cap (DESIGN D12).</summary>
public sealed class FindTasks(DeadlineRules rules)
{
    private const int TotalCap = 10_000;
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>待办: open tasks of the actor's posts and person, and of vacant posts below him.</summary>
    public async Task<Result<TaskPage>> MineAsync(TaskQuery query, Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation) =>
        await PageAsync(await MineQueryAsync(actor, db, directory, now, cancellation), query, actor, db, directory, now, cancellation);

    /// <summary>等待他人: open tasks that came from the actor's acts, that he gave on, or on matters in which he has done a task.</summary>
    public Task<Result<TaskPage>> SentAsync(TaskQuery query, Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation) =>
        PageAsync(SentQuery(actor, db), query, actor, db, directory, now, cancellation);

    /// <summary>Every task of one matter, newest first, for the case page; the caller has checked that the actor may see the matter.</summary>
    public async Task<IReadOnlyList<TaskView>> OfMatterAsync(Guid matterId, Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var tasks = await db.Set<WorkTask>().AsNoTracking().Where(t => t.MatterId == matterId).OrderByDescending(t => t.Key).ToListAsync(cancellation);
        return await new ViewTasks(db, directory, actor, now, rules.Now.Calendar).DoAsync(tasks, cancellation);
    }

    /// <summary>The numbers of the workbench; each is the total of a list with the same filter.</summary>
    public async Task<TaskCounts> CountAsync(Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var mine = await MineQueryAsync(actor, db, directory, now, cancellation);
        var filter = new DueFilter(now, rules.Now.Calendar);
        return new TaskCounts(
            await mine.CountAsync(cancellation),
            await filter.Apply(mine, [DueStatus.Overdue]).CountAsync(cancellation),
            await filter.Apply(mine, [DueStatus.Today]).CountAsync(cancellation),
            await filter.Apply(mine, [DueStatus.Within3]).CountAsync(cancellation),
            await mine.CountAsync(t => t.Form == "confirm-step", cancellation),
            await SentQuery(actor, db).CountAsync(cancellation));
    }

    /// <summary>The same rows as <see cref="MineAsync"/> shows page by page, in order and without end.</summary>
    public async Task<Result<IQueryable<WorkTask>>> MineAsRowsAsync(TaskQuery query, Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = Filtered(await MineQueryAsync(actor, db, directory, now, cancellation), query, db, now);
        return found.IsRejected ? found.Rejection! : Result<IQueryable<WorkTask>>.Of(found.Value.Ordering.Order(found.Value.Tasks));
    }

    private static async Task<IQueryable<WorkTask>> MineQueryAsync(Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var mine = TaskScope.OwedBy(actor, db).Select(a => a.TaskId);
        if (await VacantBelowAsync(actor, db, directory, now, cancellation) is { } vacant)
            mine = mine.Union(vacant);
        // handed over as keys: a database that guesses at this set would walk the open tasks of everybody in the order of the page
        var ids = await mine.Distinct().Take(TotalCap + 1).ToArrayAsync(cancellation);
        return db.Set<WorkTask>().AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.Id)).Where(TaskScope.IsOpen.AsSieve());
    }

    /// <summary>Who stands below is asked once each; few are vacant, and only their tasks enter the query.</summary>
    private static async Task<IQueryable<Guid>?> VacantBelowAsync(Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var led = TaskScope.LedBy(actor, db);
        var below = await led.Select(a => new { a.PostId, a.PersonId }).Distinct().ToListAsync(cancellation);
        var (posts, persons) = (new List<Guid>(), new List<Guid>());
        foreach (var one in below)
        {
            if ((await Holders.OfAsync(one.PostId, one.PersonId, directory, now, cancellation)).Count > 0)
                continue;
            if (one.PersonId is { } person)
                persons.Add(person);
            else if (one.PostId is { } post)
                posts.Add(post);
        }
        if (posts.Count + persons.Count == 0)
            return null;
        return led.Where(a => (a.PersonId != null && persons.Contains(a.PersonId.Value)) || (a.PersonId == null && a.PostId != null && posts.Contains(a.PostId.Value)))
            .Select(a => a.TaskId);
    }

    internal static IQueryable<WorkTask> SentQuery(Actor actor, WorkflowDbContext db)
    {
        var person = actor.PersonId;
        if (person is null)
            return db.Set<WorkTask>().AsNoTracking().Where(_ => false);
        var owed = TaskScope.OwedBy(actor, db).Select(a => a.TaskId);
        var sent = db.Set<WorkTask>().Where(t => t.SentByPersonId == person && t.State == WorkTaskState.Open).Select(t => t.Id);
        var given = db.Set<TaskTransfer>().Where(t => t.ByPersonId == person).Select(t => t.TaskId);
        var doneOn = db.Set<WorkTask>().Where(t => t.CompletedByPersonId == person).Select(t => t.MatterId);
        var others = db.Set<WorkTask>().Where(t => doneOn.Contains(t.MatterId) && t.State == WorkTaskState.Open).Select(t => t.Id);
        return TaskScope.OpenAmong(sent.Union(given).Union(others), db).Where(t => !owed.Contains(t.Id));
    }

    private async Task<Result<TaskPage>> PageAsync(
        IQueryable<WorkTask> tasks, TaskQuery query, Actor actor, WorkflowDbContext db, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = Filtered(tasks, query, db, now);
        if (found.IsRejected)
            return found.Rejection!;
        var (filtered, ordering) = found.Value;
        if (ordering.After(filtered, query.After) is not { } rest)
            return Rejection.Form("tasks.after", "翻页位置有误。", new FieldObjection("after", "上一页给出的 next", query.After!));
        var limit = Math.Clamp(query.Limit ?? DefaultLimit, 1, MaxLimit);
        var rows = await ordering.Order(rest).Take(limit + 1).ToListAsync(cancellation);
        var total = await filtered.OrderBy(t => t.Key).Take(TotalCap + 1).CountAsync(cancellation);
        var next = rows.Count > limit ? ordering.Position(rows[limit - 1]) : null;
        var views = await new ViewTasks(db, directory, actor, now, rules.Now.Calendar).DoAsync([.. rows.Take(limit)], cancellation);
        return new TaskPage(views, next, Math.Min(total, TotalCap), total > TotalCap);
    }

    private sealed record Found(IQueryable<WorkTask> Tasks, TaskOrdering Ordering);

    private Result<Found> Filtered(IQueryable<WorkTask> tasks, TaskQuery query, WorkflowDbContext db, DateTimeOffset now)
    {
        if (TaskOrdering.Parse(query.Sort) is not { } ordering)
            return Rejection.Form("tasks.sort", $"排序应为 {TaskOrdering.Names} 之一。", new FieldObjection("sort", $"应为 {TaskOrdering.Names} 之一", query.Sort!));
        var due = (query.Due ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (due.FirstOrDefault(code => !DueFilter.Codes.Contains(code)) is { } unknown)
            return Rejection.Form("tasks.due", "期限状态有误。", new FieldObjection("due", string.Join("、", DueFilter.Codes), unknown));
        return new Found(new DueFilter(now, rules.Now.Calendar).Apply(Search(tasks, query, db), due), ordering);
    }

    internal static IQueryable<WorkTask> Search(IQueryable<WorkTask> tasks, TaskQuery query, WorkflowDbContext db)
    {
        if (query.Form is { Length: > 0 } form)
            tasks = tasks.Where(t => t.Form == form);
        if (query.Q?.Trim() is not { Length: > 0 } text)
            return tasks;
        var matters = db.Set<Matter>().Where(m => m.Title.Contains(text) || (m.Number != null && m.Number.Contains(text))).Select(m => m.Id);
        return tasks.Where(t => t.Title.Contains(text) || matters.Contains(t.MatterId));
    }
}

/// <param name="ToConfirm">Tasks in which the actor is the second of two persons.</param>
public sealed record TaskCounts(int Mine, int Overdue, int DueToday, int Within3, int ToConfirm, int WaitingForOthers);
