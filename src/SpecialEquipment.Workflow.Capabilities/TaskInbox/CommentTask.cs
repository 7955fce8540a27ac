using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>A remark, by and for everybody who may see the task: its present and former assignees and those who may see the matter.</summary>
internal sealed class CommentTask(IActRing ring)
{
    internal sealed record Request(string? Text);

    public Task<Result<Guid>> DoAsync(Guid taskId, string? text, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Guid>("tasks/comment", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            if (loaded.IsRejected)
                return loaded.Rejection!;
            var said = text?.Trim() ?? "";
            if (said.Length is 0 or > TaskInboxTables.TextLength)
                return Rejection.Form("tasks.comment-text", $"意见应为 1 至 {TaskInboxTables.TextLength} 字。", new FieldObjection("text", $"1 至 {TaskInboxTables.TextLength} 字", $"{said.Length} 字"));
            act.Db.Set<TaskComment>().Add(new TaskComment
            {
                Id = Guid.CreateVersion7(act.Now), TaskId = taskId, PersonId = actor.PersonId, PersonName = actor.PersonName, Text = said, At = act.Now,
            });
            act.Record(loaded.Value.Fact("comment-task", $"对任务“{loaded.Value.Task.Title}”留言：{said}"));
            return taskId;
        }, cancellation: cancellation);

    public static void Map(IEndpointRouteBuilder tasks) => tasks.MapPost("/{id:guid}/comments",
            async (Guid id, Request request, HttpContext http, IActorSource actors, CommentTask verb, ReadTask read, CancellationToken cancellation) =>
                await read.AfterAsync(await verb.DoAsync(id, request.Text, await actors.CurrentAsync(http, cancellation), cancellation), id, http, cancellation))
        .RequireAuthorization(Policies.SignedIn).WithName("comment-task").WithSummary("待办留言").Produces<TaskView>().ProducesProblem(404).ProducesProblem(422);
}
