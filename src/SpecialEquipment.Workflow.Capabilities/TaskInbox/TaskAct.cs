using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>A task as one of its acts finds it: with its matter, its open assignments, and what the actor is to it.</summary>
internal sealed class TaskAct
{
    public required WorkTask Task { get; init; }
    public required Matter Matter { get; init; }
    public required IReadOnlyList<TaskAssignment> Open { get; init; }
    public required ActContext Act { get; init; }
    public required IDirectory Directory { get; init; }

    public long Version => TaskVersions.Seen(Task, Matter.Version);

    /// <summary>The assignment the actor answers for; null when it is not his.</summary>
    public TaskAssignment? Own => Open.FirstOrDefault(a => Holders.Includes(a, Act.Actor));

    /// <summary>Not found is also the answer to those who may not know of it.</summary>
    public static async Task<Result<TaskAct>> LoadAsync(Guid taskId, ActContext act, CancellationToken cancellation)
    {
        var task = await act.Db.Set<WorkTask>().FirstOrDefaultAsync(t => t.Id == taskId, cancellation);
        if (task is null || !await MaySeeAsync(task, act, cancellation))
            return Rejection.NotFound("tasks.not-found", "没有这项待办，或您无权查看。");
        var it = new TaskAct
        {
            Task = task,
            Matter = await act.Db.Set<Matter>().FirstAsync(m => m.Id == task.MatterId, cancellation),
            Open = await act.Db.Set<TaskAssignment>().Where(a => a.TaskId == taskId && a.State == AssignmentState.Open).ToListAsync(cancellation),
            Act = act,
            Directory = act.Services.GetRequiredService<IDirectory>(),
        };
        // what he does to the task he does in the name of the post that owes it, also as its deputy
        if (it.Own?.PostId is { } postId)
            act.Post = act.Actor.Posts.FirstOrDefault(p => p.PostId == postId);
        return it;
    }

    public Rejection? MustBeOpen() => Task.IsOpen ? null : Conflict("tasks.closed", Task.State == WorkTaskState.Completed
        ? $"待办已由{Task.CompletedByName}办结，不能再办理。" : "待办已撤销，不能再办理。");

    public Rejection? MustBeSeen(long? version)
    {
        if (version is null)
            return Rejection.Form("tasks.version-missing", "应带上所见的版本号。", new FieldObjection("version", "所见的版本号", "没有"));
        return version == Version ? null
            : Conflict("tasks.stale-version", $"待办或事项已有变化：应为版本 {Version}，实际为版本 {version}。请刷新后再办理。");
    }

    public Rejection MustBeOwn() => Rejection.Forbidden("tasks.not-yours", $"此项待办应由{string.Join("、", Open.Select(a => a.AssigneeName))}办理。");

    /// <summary>The one who claimed it, as long as he still answers for it (E8).</summary>
    public async Task<Rejection?> MustNotBeClaimedByAnotherAsync(CancellationToken cancellation)
    {
        if (Task.ClaimedByPersonId is not { } claimant || claimant == Act.Actor.PersonId)
            return null;
        foreach (var assignment in Open)
        {
            var holders = await Holders.OfAsync(assignment, Directory, Act.Now, cancellation);
            if (holders.Any(h => h.Id == claimant))
                return Conflict("tasks.claimed", $"待办已由{Task.ClaimedByName}签收办理，应由其退回后再办。");
        }
        return null;
    }

    public async Task<bool> IsVacantAsync(TaskAssignment assignment, CancellationToken cancellation) =>
        (await Holders.OfAsync(assignment, Directory, Act.Now, cancellation)).Count == 0;

    public Rejection Conflict(string code, string detail) => Rejection.Conflict(code, detail) with
    {
        CurrentState = Task.State.ToString().ToUpperInvariant(), CurrentVersion = Version,
    };

    public LedgerFact Fact(string act, string summary) => new(Task.MatterId, act, summary)
    {
        Kind = "progress", Detail = new Dictionary<string, object?> { ["taskId"] = Task.Id.ToString("D") },
    };

    private static async Task<bool> MaySeeAsync(WorkTask task, ActContext act, CancellationToken cancellation) =>
        await TaskScope.TouchedBy(act.Actor, act.Db).AnyAsync(id => id == task.Id, cancellation)
        || await act.Services.GetRequiredService<IMatterAccess>().MaySeeAsync(task.MatterId, act.Actor, act.Db, cancellation);
}
