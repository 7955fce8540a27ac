using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>签收 and 退回签收: where several hold a post, one takes the task on, so that two do not do it at once.</summary>
internal sealed class ClaimTask(IActRing ring)
{
    internal sealed record Request(long? Version);

    public Task<Result<Guid>> DoAsync(Guid taskId, Request request, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Guid>("tasks/claim", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            if (loaded.IsRejected)
                return loaded.Rejection!;
            var it = loaded.Value;
            if ((it.MustBeOpen() ?? (it.Own is null ? it.MustBeOwn() : null) ?? await it.MustNotBeClaimedByAnotherAsync(ct) ?? it.MustBeSeen(request.Version)) is { } no)
                return no;
            if (it.Task.ClaimedByPersonId == actor.PersonId)
                return it.Conflict("tasks.already-claimed", "您已签收此项待办。");
            (it.Task.ClaimedByPersonId, it.Task.ClaimedByName, it.Task.ClaimedAt) = (actor.PersonId, actor.PersonName, act.Now);
            it.Task.OpenedAt ??= act.Now;
            it.Task.Version++;
            act.Record(it.Fact("claim-task", $"签收任务“{it.Task.Title}”"));
            return taskId;
        }, cancellation: cancellation);

    public Task<Result<Guid>> ReleaseAsync(Guid taskId, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Guid>("tasks/release", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            if (loaded.IsRejected)
                return loaded.Rejection!;
            var it = loaded.Value;
            if (it.MustBeOpen() is { } closed)
                return closed;
            if (it.Task.ClaimedByPersonId is null)
                return it.Conflict("tasks.not-claimed", "此项待办尚未签收。");
            if (it.Task.ClaimedByPersonId != actor.PersonId && !it.Open.Any(a => Holders.IsSuperior(a, actor)))
                return Rejection.Forbidden("tasks.claim-not-yours", $"应由签收人{it.Task.ClaimedByName}或其上级岗位退回。");
            var claimant = it.Task.ClaimedByName;
            (it.Task.ClaimedByPersonId, it.Task.ClaimedByName, it.Task.ClaimedAt) = (null, null, null);
            it.Task.Version++;
            act.Record(it.Fact("release-task", $"退回{claimant}对任务“{it.Task.Title}”的签收"));
            return taskId;
        }, cancellation: cancellation);

    public static void Map(IEndpointRouteBuilder tasks)
    {
        tasks.MapPost("/{id:guid}/claim", async (Guid id, Request request, HttpContext http, IActorSource actors, ClaimTask verb, ReadTask read, CancellationToken cancellation) =>
                await read.AfterAsync(await verb.DoAsync(id, request, await actors.CurrentAsync(http, cancellation), cancellation), id, http, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("claim-task").WithSummary("签收待办").Produces<TaskView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        tasks.MapPost("/{id:guid}/release", async (Guid id, HttpContext http, IActorSource actors, ClaimTask verb, ReadTask read, CancellationToken cancellation) =>
                await read.AfterAsync(await verb.ReleaseAsync(id, await actors.CurrentAsync(http, cancellation), cancellation), id, http, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("release-task").WithSummary("退回签收").Produces<TaskView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }
}
