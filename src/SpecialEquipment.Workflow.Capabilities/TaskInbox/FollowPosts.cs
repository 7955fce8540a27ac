using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// Open tasks of ended posts move to the posts that go on (E7): the former assignment ends with its holders' names, a new one begins, deadlines and
/// flow stay as they are, and both sides are told once per pair of posts.
/// </summary>
internal sealed class FollowPosts(INotices notices) : IFollowsPosts
{
    private const int BatchSize = 200;

    public async Task<int> BatchAsync(EndedPosts ended, ActContext act, CancellationToken cancellation)
    {
        var ids = ended.Ids.ToList();
        var rows = await (
            from assignment in act.Db.Set<TaskAssignment>()
            where assignment.State == AssignmentState.Open && assignment.PostId != null && ids.Contains(assignment.PostId.Value)
            join task in act.Db.Set<WorkTask>() on assignment.TaskId equals task.Id
            join matter in act.Db.Set<Matter>() on task.MatterId equals matter.Id
            orderby assignment.Key
            select new { assignment, task, matter }).Take(BatchSize).ToListAsync(cancellation);
        var directory = act.Services.GetRequiredService<IDirectory>();
        var moved = new Dictionary<(Guid From, Guid To), (TaskAssignment Old, PostView New, int Count)>();
        foreach (var row in rows)
        {
            var successor = await directory.SuccessorPostAsync(row.assignment.PostId!.Value, row.matter.RegionCode, row.matter.EnterpriseId, cancellation)
                ?? throw new InvalidOperationException($"post {row.assignment.PostId} ended and no post stands for it; task {row.task.Id} has nowhere to go");
            await MoveAsync(row.assignment, row.task, successor, ended, directory, act, cancellation);
            var pair = (row.assignment.PostId!.Value, successor.Id);
            moved[pair] = (row.assignment, successor, moved.GetValueOrDefault(pair).Count + 1);
        }
        foreach (var (old, successor, count) in moved.Values)
        {
            await TellAsync(old, successor, count, ended, directory, act, cancellation);
        }
        return rows.Count;
    }

    internal static async Task MoveAsync(
        TaskAssignment from, WorkTask task, PostView successor, EndedPosts ended, IDirectory directory, ActContext act, CancellationToken cancellation)
    {
        var route = await new RouteTask(act.Db, directory, act.Now).ToPostAsync(from.Kind, successor, cancellation);
        if (from.PersonId is { } person && route.Holders.FirstOrDefault(h => h.Id == person) is { } same)
        {
            route = route with { Person = same }; // given to him in person, and he goes on in the new post
        }
        var to = route.Assign(task.Id, from.Position, act.Now);
        from.State = AssignmentState.Transferred;
        from.EndedAt = act.Now;
        var held = await Holders.OfAsync(from, directory, ended.HeldUntil, cancellation);
        from.HoldersAtEnd = held.Count == 0 ? "（空缺）" : string.Join("、", held.Select(h => h.Name));
        if (task.ClaimedByPersonId is { } claimant && route.Holders.All(h => h.Id != claimant))
        {
            (task.ClaimedByPersonId, task.ClaimedByName, task.ClaimedAt, task.OpenedAt) = (null, null, null, null);
        }
        task.Version++;
        await TaskDeadline.AssignAsync(task, to.PostId, act, cancellation);
        act.Db.Set<TaskAssignment>().Add(to);
        act.Db.Set<TaskTransfer>().Add(new TaskTransfer
        {
            Id = Guid.CreateVersion7(act.Now), TaskId = task.Id, FromAssignmentId = from.Id, ToAssignmentId = to.Id, ByPersonId = null, ByName = "系统", Reason = ended.Reason, At = act.Now,
        });
        act.Record(new LedgerFact(task.MatterId, "follow-post", $"{ended.Reason}，任务“{task.Title}”由{from.AssigneeName}转入{to.AssigneeName}，期限不变")
        {
            Kind = "progress",
            Detail = new Dictionary<string, object?> { ["taskId"] = task.Id.ToString("D"), ["from"] = from.AssigneeName, ["fromPostId"] = from.PostId, ["to"] = to.AssigneeName, ["toPostId"] = to.PostId },
        });
    }

    private async Task TellAsync(
        TaskAssignment old, PostView successor, int count, EndedPosts ended, IDirectory directory, ActContext act, CancellationToken cancellation)
    {
        await notices.SendAsync(
            new NoticeDraft(NoticeKind.Remind, $"转入待办 {count} 项", $"{ended.Reason}，“{old.PostName}”的 {count} 项待办转入“{successor.Name}”，办理期限不变。") { To = [NoticeTarget.Post(successor.Id)] },
            act, cancellation);
        var former = await directory.HoldersAsync(old.PostId!.Value, ended.HeldUntil, cancellation);
        await notices.SendAsync(
            new NoticeDraft(NoticeKind.Copy, $"转出待办 {count} 项", $"{ended.Reason}，“{old.PostName}”的 {count} 项待办已转入“{successor.Name}”。") { To = [.. former.Select(p => NoticeTarget.Person(p.Id))] },
            act, cancellation);
    }
}
