using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// 办理. Choosing an outcome that names a command runs the command in the same act, with all it may refuse; its signal then
/// completes the task. An outcome without a command completes the task itself. The row is closed by the flow's step, not here, so
/// task and flow never disagree.
/// </summary>
internal sealed class CompleteTask(IActRing ring, IEnumerable<IMatterCommand> commands)
{
    internal sealed record Request(string? Outcome, JsonElement? Form, long? Version);

    public Task<Result<CommandReceipt>> DoAsync(Guid taskId, Request request, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<CommandReceipt>("tasks/complete", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            return loaded.IsRejected ? loaded.Rejection! : await DoAsync(loaded.Value, request, ct);
        }, cancellation: cancellation);

    private async Task<Result<CommandReceipt>> DoAsync(TaskAct it, Request request, CancellationToken cancellation)
    {
        if (it.MustBeOpen() is { } closed)
            return closed;
        if (it.Own is null)
            return it.MustBeOwn();
        if (it.Task.CompletedByName is { } already)
            return it.Conflict("tasks.in-progress", $"待办已由{already}提交，流程正在处理。");
        if (await it.MustNotBeClaimedByAnotherAsync(cancellation) is { } claimed)
            return claimed;
        if (it.MustBeSeen(request.Version) is { } stale)
            return stale;
        var outcomes = TaskJson.Outcomes(it.Task);
        if (outcomes.FirstOrDefault(o => o.Name == request.Outcome) is not { } outcome)
        {
            var expected = string.Join("、", outcomes.Select(o => o.Name));
            return Rejection.Form("tasks.unknown-outcome", $"办理结果应为 {expected} 之一，实际为“{request.Outcome}”。", new FieldObjection("outcome", expected, request.Outcome ?? "没有"));
        }
        var form = TaskJson.FormOf(it.Task, request.Form);
        return outcome.Command is null ? CompleteByHand(it, outcome, form) : await RunCommandAsync(it, outcome, form, cancellation);
    }

    private static Result<CommandReceipt> CompleteByHand(TaskAct it, TaskOutcome outcome, JsonElement form)
    {
        it.Act.Record(it.Fact("submit-task", $"办理任务“{it.Task.Title}”：{outcome.DisplayName}") with
        {
            Detail = new Dictionary<string, object?> { ["taskId"] = it.Task.Id.ToString("D"), ["outcome"] = outcome.Name, ["form"] = TaskJson.Plain(form) },
        });
        Tell(it, outcome, form);
        return new CommandReceipt(it.Matter.Id, MatterState(it.Matter), it.Matter.Version, $"已办理：{outcome.DisplayName}");
    }

    private async Task<Result<CommandReceipt>> RunCommandAsync(TaskAct it, TaskOutcome outcome, JsonElement form, CancellationToken cancellation)
    {
        var command = commands.FirstOrDefault(c => c.Name == outcome.Command)
            ?? throw new InvalidOperationException($"task {it.Task.Id}: outcome {outcome.Name} names the unknown command {outcome.Command}");
        var done = await command.ExecuteAsync(it.Matter.Id, it.Matter.Version, form, it.Act, cancellation);
        // A step that needs a second person has no effect yet: its own signals complete the task when he has acted.
        if (!done.IsRejected && done.Value.ConfirmationId is null)
            Tell(it, outcome, form);
        return done;
    }

    /// <summary>Comes after the command's own signals; when one of those has completed the task, nobody listens any more.</summary>
    private static void Tell(TaskAct it, TaskOutcome outcome, JsonElement form)
    {
        // Noted now: should the flow fault at the signal, the task stays open with its signal kept, and nobody does it twice.
        it.Task.CompletedByPersonId = it.Act.Actor.PersonId;
        it.Task.CompletedByName = it.Act.Actor.PersonName;
        it.Act.Raise(TaskSignals.Completed(it.Task.Id), it.Task.MatterId, new Dictionary<string, object?>
        {
            [TaskSignals.Outcome] = outcome.Name, [TaskSignals.Form] = TaskJson.Plain(form),
        });
    }

    private static string MatterState(Matter matter) => Storage.Conventions.UpperSnake.From(matter.State);

    public static void Map(IEndpointRouteBuilder tasks) => tasks.MapPost("/{id:guid}/complete",
            async (Guid id, Request request, HttpContext http, IActorSource actors, CompleteTask verb, ReadTask read, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var done = await verb.DoAsync(id, request, actor, cancellation);
                if (done.IsRejected)
                    return done.Rejection!.ToHttp();
                var (receipt, task) = (done.Value, await read.ViewAsync(id, actor, http.RequestServices, cancellation));
                return Results.Ok(new CompletedTask(receipt.MatterId, receipt.State, receipt.Version, receipt.Message, receipt.ConfirmationId, task));
            })
        .RequireAuthorization(Policies.SignedIn).WithName("complete-task").WithSummary("办理待办").Produces<CompletedTask>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
}

/// <summary>What the command answered, and the task as it stands after the flow's step.</summary>
public sealed record CompletedTask(Guid MatterId, string State, long Version, string Message, Guid? ConfirmationId, TaskView? Task);
