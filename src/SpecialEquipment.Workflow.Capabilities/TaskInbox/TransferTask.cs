using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// 转办: whoever owes a task gives it on within his scope, with a reason; the superior may when the post is vacant. The date and the flow
/// stay as they are: the assignment changes, the former one remains as a row, and the deadline is from now on the new one's. With the task of
/// a two-person step goes the right to confirm it, if the new one qualifies.
/// </summary>
internal sealed class TransferTask(IActRing ring, INotices notices)
{
    internal sealed record Request(Guid? ToPersonId, Guid? ToPostId, string? Reason, long? Version);

    public Task<Result<Guid>> DoAsync(Guid taskId, Request request, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Guid>("tasks/transfer", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            if (loaded.IsRejected)
                return loaded.Rejection!;
            var it = loaded.Value;
            if (it.MustBeOpen() is { } closed)
                return closed;
            if (await AssignmentToGiveAsync(it, ct) is not { } from)
                return it.MustBeOwn();
            if ((await it.MustNotBeClaimedByAnotherAsync(ct) ?? it.MustBeSeen(request.Version) ?? CheckForm(request)) is { } no)
                return no;
            var route = await RouteAsync(it, from, request, ct);
            if (route.IsRejected)
                return route.Rejection!;
            if (TransferScope.Check(from, route.Value) is { } outOfScope)
                return outOfScope;
            if (await HandOverAsync(it, route.Value, ct) is { } unfit)
                return unfit;
            await GiveAsync(it, from, route.Value, request.Reason!.Trim(), ct);
            return taskId;
        }, cancellation: cancellation);

    private static async Task<TaskAssignment?> AssignmentToGiveAsync(TaskAct it, CancellationToken cancellation)
    {
        if (it.Own is { } own)
            return own;
        foreach (var assignment in it.Open.Where(a => Holders.IsSuperior(a, it.Act.Actor)))
        {
            if (await it.IsVacantAsync(assignment, cancellation))
                return assignment;
        }
        return null;
    }

    private static Rejection? CheckForm(Request request)
    {
        var errors = new List<FieldObjection>();
        if (request.ToPersonId is null == request.ToPostId is null)
            errors.Add(new("toPersonId", "接办人员或接办岗位之一", request.ToPersonId is null ? "都没有" : "两者都有"));
        if (string.IsNullOrWhiteSpace(request.Reason))
            errors.Add(new("reason", "转办理由", "没有填写"));
        else if (request.Reason.Trim().Length > TaskInboxTables.TextLength)
            errors.Add(new("reason", $"不超过 {TaskInboxTables.TextLength} 字", $"{request.Reason.Trim().Length} 字"));
        return errors.Count == 0 ? null : Rejection.Form("tasks.transfer-form", "转办应指明一个接办人员或岗位并说明理由。", [.. errors]);
    }

    /// <summary>The second person of a two-person step is named with the step; he changes with the task.</summary>
    private static async Task<Rejection?> HandOverAsync(TaskAct it, TaskRoute route, CancellationToken cancellation) =>
        TaskJson.ConfirmationOf(it.Task) is { } step
            ? await HandOverStep.DoAsync(step, it.Matter, route.Post!, route.Person, TransferScope.Field(route), it.Act, cancellation) : null;

    private static async Task<Result<TaskRoute>> RouteAsync(TaskAct it, TaskAssignment from, Request request, CancellationToken cancellation)
    {
        var routing = new RouteTask(it.Act.Db, it.Directory, it.Act.Now);
        if (request.ToPostId is { } postId)
        {
            return await it.Directory.FindPostAsync(postId, cancellation) is { } post
                ? await routing.ToPostAsync(AssigneeKind.PostKind, post, cancellation)
                : Rejection.Form("tasks.transfer-target", "接办岗位不存在。", new FieldObjection("toPostId", "现有的岗位", postId.ToString("D")));
        }
        var personId = request.ToPersonId!.Value;
        return await routing.ToPersonAsync(AssigneeKind.Person, personId, post => TransferScope.Rank(from, post), cancellation) is { Post: not null } route
            ? route
            : Rejection.Form("tasks.transfer-target", "接办人员不存在或已不在岗。", new FieldObjection("toPersonId", "在岗的人员", personId.ToString("D")));
    }

    private async Task GiveAsync(TaskAct it, TaskAssignment from, TaskRoute route, string reason, CancellationToken cancellation)
    {
        var (act, task) = (it.Act, it.Task);
        var to = route.Assign(task.Id, from.Position, act.Now);
        from.State = AssignmentState.Transferred;
        from.EndedAt = act.Now;
        from.HoldersAtEnd = await Holders.NamesAsync(from, it.Directory, act.Now, cancellation);
        (task.ClaimedByPersonId, task.ClaimedByName, task.ClaimedAt, task.OpenedAt) = (null, null, null, null);
        task.Version++;
        await TaskDeadline.AssignAsync(task, to.PostId, act, cancellation);
        act.Db.Set<TaskAssignment>().Add(to);
        act.Db.Set<TaskTransfer>().Add(new TaskTransfer
        {
            Id = Guid.CreateVersion7(act.Now), TaskId = task.Id, FromAssignmentId = from.Id, ToAssignmentId = to.Id,
            ByPersonId = act.Actor.PersonId, ByName = act.Actor.PersonName, Reason = reason, At = act.Now,
        });
        act.Record(it.Fact("transfer-task", $"任务“{task.Title}”由{from.AssigneeName}转办给{to.AssigneeName}") with
        {
            Detail = new Dictionary<string, object?> { ["taskId"] = task.Id.ToString("D"), ["from"] = from.AssigneeName, ["to"] = to.AssigneeName, ["reason"] = reason },
        });
        var about = TaskTexts.Of(it.Matter);
        await notices.SendAsync(
            new NoticeDraft(NoticeKind.Remind, $"转来待办：{task.Title}", $"{about}，由{from.AssigneeName}转来，理由：{reason}。办理期限：{TaskTexts.Due(task)}。")
            {
                To = [TaskTexts.Target(to)], MatterId = task.MatterId, TaskId = task.Id,
            }, act, cancellation);
        await notices.SendAsync(
            new NoticeDraft(NoticeKind.Copy, $"已转办：{task.Title}", $"{about}，已由{act.Actor.PersonName}转给{to.AssigneeName}办理，理由：{reason}。")
            {
                To = [TaskTexts.Target(from)], MatterId = task.MatterId, TaskId = task.Id,
            }, act, cancellation);
    }

    public static void Map(IEndpointRouteBuilder tasks) => tasks.MapPost("/{id:guid}/transfer",
            async (Guid id, Request request, HttpContext http, IActorSource actors, TransferTask verb, ReadTask read, CancellationToken cancellation) =>
                await read.AfterAsync(await verb.DoAsync(id, request, await actors.CurrentAsync(http, cancellation), cancellation), id, http, cancellation))
        .RequireAuthorization(Policies.SignedIn).WithName("transfer-task").WithSummary("转办").Produces<TaskView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
}

/// <summary>A task stays with the organ or the unit that owes it: same enterprise, or same department of the same region.</summary>
internal static class TransferScope
{
    public static Rejection? Check(TaskAssignment from, TaskRoute to)
    {
        if (to.Person is { } person ? person.Id == from.PersonId : from.PersonId is null && to.Post!.Id == from.PostId)
            return Rejection.Form("tasks.transfer-to-same", "接办人员或岗位应与现在的不同。", new FieldObjection(Field(to), "另一人员或岗位", from.AssigneeName));
        var post = to.Post!;
        return Covers(from, post.RegionCode, post.DepartmentId, post.EnterpriseId) ? null : Rejection.Form(
            "tasks.transfer-scope", from.EnterpriseId is null ? "只能转给同一地区同一部门的岗位或人员。" : "只能转给本单位的岗位或人员。",
            new FieldObjection(Field(to), from.EnterpriseId is null ? "同一地区同一部门" : "本单位", post.Name));
    }

    /// <summary>Of the posts a person holds: best one of the same kind within the scope, then any within the scope.</summary>
    public static int Rank(TaskAssignment from, HeldPost post) =>
        !Covers(from, post.RegionCode, post.DepartmentId, post.EnterpriseId) ? 2 : post.PostKind == from.PostKind ? 0 : 1;

    private static bool Covers(TaskAssignment from, string region, Guid? department, Guid? enterprise) =>
        from.EnterpriseId is null && enterprise is null ? from.RegionCode == region && from.DepartmentId == department : from.EnterpriseId == enterprise;

    public static string Field(TaskRoute to) => to.Person is null ? "toPostId" : "toPersonId";
}
