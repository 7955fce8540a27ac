using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// 催办: whoever waits asks those who owe it. Once a day and task for one person, and again when somebody else owes it since; the
/// version stays, or an urge would make stale the form that is being filled in.
/// </summary>
internal sealed class UrgeTask(IActRing ring, INotices notices)
{
    internal sealed record Request(string? Text);

    internal sealed record BatchRequest(IReadOnlyList<Guid>? Ids, string? Text);

    public Task<Result<Guid>> DoAsync(Guid taskId, string? text, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Guid>("tasks/urge", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            if (loaded.IsRejected)
                return loaded.Rejection!;
            var it = loaded.Value;
            if (it.MustBeOpen() is { } closed)
                return closed;
            if (it.Own is not null)
                return Rejection.Forbidden("tasks.urge-own", "此项待办应由您办理，不能催办自己。");
            if ((text?.Trim().Length ?? 0) > TaskInboxTables.TextLength)
                return Rejection.Form("tasks.urge-text", $"催办内容应不超过 {TaskInboxTables.TextLength} 字。", new FieldObjection("text", $"不超过 {TaskInboxTables.TextLength} 字", $"{text!.Trim().Length} 字"));
            if (await TooSoonAsync(it, ct))
                return it.Conflict("tasks.urged-today", "您今日已催办过此项待办，同一待办每人每日只能催办一次。");
            await UrgeAsync(it, string.IsNullOrWhiteSpace(text) ? "请尽快办理" : text.Trim(), ct);
            return taskId;
        }, cancellation: cancellation);

    private static async Task<bool> TooSoonAsync(TaskAct it, CancellationToken cancellation)
    {
        var today = ShanghaiTime.StartOf(ShanghaiTime.DateOf(it.Act.Now));
        var person = it.Act.Actor.PersonId;
        var since = it.Open.Max(a => a.AssignedAt);
        var from = since > today ? since : today;
        return await it.Act.Db.Set<TaskUrge>().AnyAsync(u => u.TaskId == it.Task.Id && u.ByPersonId == person && u.At >= from, cancellation);
    }

    private async Task UrgeAsync(TaskAct it, string text, CancellationToken cancellation)
    {
        var (act, task) = (it.Act, it.Task);
        act.Db.Set<TaskUrge>().Add(new TaskUrge
        {
            Id = Guid.CreateVersion7(act.Now), TaskId = task.Id, ByPersonId = act.Actor.PersonId, ByName = act.Actor.PersonName, Text = text, At = act.Now,
        });
        task.UrgeCount++;
        act.Record(it.Fact("urge-task", $"催办任务“{task.Title}”：{text}") with { Kind = "notice" });
        await notices.SendAsync(
            new NoticeDraft(NoticeKind.Remind, $"催办：{task.Title}", $"{TaskTexts.Of(it.Matter)}，{act.Actor.PersonName}催办：{text}。办理期限：{TaskTexts.Due(task)}。")
            {
                To = [.. it.Open.Select(TaskTexts.Target)], MatterId = task.MatterId, TaskId = task.Id,
            }, act, cancellation);
    }

    public static void Map(IEndpointRouteBuilder tasks)
    {
        tasks.MapPost("/{id:guid}/urge", async (Guid id, Request request, HttpContext http, IActorSource actors, UrgeTask verb, ReadTask read, CancellationToken cancellation) =>
                await read.AfterAsync(await verb.DoAsync(id, request.Text, await actors.CurrentAsync(http, cancellation), cancellation), id, http, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("urge-task").WithSummary("催办").Produces<TaskView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        tasks.MapPost("/urge", async (BatchRequest request, HttpContext http, IActorSource actors, UrgeTask verb, CancellationToken cancellation) =>
            {
                if (BatchTasks.Objection("ids", request.Ids?.Count) is { } objection)
                    return objection.ToHttp();
                var actor = await actors.CurrentAsync(http, cancellation);
                return Results.Ok(await BatchTasks.EachAsync(request.Ids!, id => id, "已催办", id => verb.DoAsync(id, request.Text, actor, cancellation)));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("urge-tasks").WithSummary("批量催办").Produces<BatchResult>().ProducesProblem(422);
    }
}
