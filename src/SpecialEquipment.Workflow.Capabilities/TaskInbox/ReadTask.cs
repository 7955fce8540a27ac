using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>One task, and the doors of the lists. The first look of somebody who owes the task is recorded: opened is not done, but it is not untouched.</summary>
internal sealed class ReadTask(IActRing ring, BusinessClock clock, DeadlineRules rules, IEnumerable<IMatterCommand> commands)
{
    public async Task<TaskView?> ViewAsync(Guid taskId, Actor actor, IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<WorkflowDbContext>();
        var task = await db.Set<WorkTask>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == taskId, cancellation);
        if (task is null)
            return null;
        var now = clock.GetUtcNow();
        var asking = new ActContext(db, actor, now, now, services);
        var view = new ViewTasks(db, services.GetRequiredService<IDirectory>(), actor, now, rules.Now.Calendar)
        {
            Ask = async (matter, name, ct) => commands.FirstOrDefault(c => c.Name == name) is { } command ? await command.AvailabilityAsync(matter, asking, ct) : null,
        };
        return (await view.DoAsync([task], cancellation))[0];
    }

    /// <summary>The answer of an act on a task: its refusal, or the task as it stands now.</summary>
    public async Task<IResult> AfterAsync(Result<Guid> done, Guid taskId, HttpContext http, CancellationToken cancellation)
    {
        if (done.IsRejected)
            return done.Rejection!.ToHttp();
        var actor = await http.RequestServices.GetRequiredService<IActorSource>().CurrentAsync(http, cancellation);
        return Results.Ok(await ViewAsync(taskId, actor, http.RequestServices, cancellation));
    }

    public Task<Result<Guid>> OpenAsync(Guid taskId, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Guid>("tasks/open", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            if (loaded.IsRejected)
                return loaded.Rejection!;
            var it = loaded.Value;
            if (it.Task is { IsOpen: true, OpenedAt: null } && it.Own is not null)
            {
                it.Task.OpenedAt = act.Now;
                act.Record(it.Fact("open-task", $"查看任务“{it.Task.Title}”") with { Kind = "access" });
            }
            return taskId;
        }, cancellation: cancellation);

    private async Task<IResult> GetAsync(Guid id, HttpContext http, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        var actor = await services.GetRequiredService<IActorSource>().CurrentAsync(http, cancellation);
        var db = services.GetRequiredService<WorkflowDbContext>();
        var task = await db.Set<WorkTask>().AsNoTracking().Where(t => t.Id == id).Select(t => new { t.MatterId, t.OpenedAt, t.State }).FirstOrDefaultAsync(cancellation);
        var maySee = task is not null
            && (await TaskScope.TouchedBy(actor, db).AnyAsync(t => t == id, cancellation) || await services.GetRequiredService<IMatterAccess>().MaySeeAsync(task.MatterId, actor, db, cancellation));
        if (!maySee)
            return Rejection.NotFound("tasks.not-found", "没有这项待办，或您无权查看。").ToHttp();
        if (task is { OpenedAt: null, State: WorkTaskState.Open } && await TaskScope.OwedBy(actor, db).AnyAsync(a => a.TaskId == id, cancellation))
            await OpenAsync(id, actor, cancellation);
        return Results.Ok(await ViewAsync(id, actor, services, cancellation));
    }

    public static void Map(IEndpointRouteBuilder tasks)
    {
        tasks.MapGet("/mine", async ([AsParameters] TaskQuery query, FindTasks find, BusinessClock clock, WorkflowDbContext db, IDirectory directory, IActorSource actors, HttpContext http, CancellationToken cancellation) =>
                (await find.MineAsync(query, await actors.CurrentAsync(http, cancellation), db, directory, clock.GetUtcNow(), cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("list-my-tasks").WithSummary("我的待办").Produces<TaskPage>().ProducesProblem(422);
        tasks.MapGet("/sent", async ([AsParameters] TaskQuery query, FindTasks find, BusinessClock clock, WorkflowDbContext db, IDirectory directory, IActorSource actors, HttpContext http, CancellationToken cancellation) =>
                (await find.SentAsync(query, await actors.CurrentAsync(http, cancellation), db, directory, clock.GetUtcNow(), cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("list-sent-tasks").WithSummary("等待他人办理").Produces<TaskPage>().ProducesProblem(422);
        tasks.MapGet("/{id:guid}", (Guid id, ReadTask read, HttpContext http, CancellationToken cancellation) => read.GetAsync(id, http, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("get-task").WithSummary("查看待办").Produces<TaskView>().ProducesProblem(404);
    }
}
