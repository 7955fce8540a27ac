using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>催办 from the ledger: whoever owes something on each chosen matter. Each urge is an act of its own (E9).</summary>
internal sealed class UrgeMatters(UrgeTask urge, MatterAccess access, WorkflowDbContext db)
{
    private const int Most = 200;

    internal sealed record Request(IReadOnlyList<Guid>? Ids, string? Text);

    public async Task<IReadOnlyList<BatchItem>> DoAsync(IReadOnlyList<Guid> matters, string? text, Actor actor, CancellationToken cancellation)
    {
        var wanted = matters.Distinct().ToArray();
        var visible = await (await access.VisibleAsync(db, actor, cancellation)).Where(m => wanted.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancellation);
        var tasks = (await db.Set<WorkTask>().AsNoTracking().Where(t => wanted.Contains(t.MatterId) && t.State == WorkTaskState.Open).OrderBy(t => t.Key)
            .Select(t => new { t.MatterId, t.Id }).ToListAsync(cancellation)).ToLookup(t => t.MatterId, t => t.Id);
        var results = new List<BatchItem>();
        foreach (var matter in wanted)
            results.Add(visible.Contains(matter) ? await OneAsync(matter, [.. tasks[matter]], text, actor, cancellation) : Refused(matter, MatterRefusals.NotFound()));
        return results;
    }

    private async Task<BatchItem> OneAsync(Guid matter, IReadOnlyList<Guid> tasks, string? text, Actor actor, CancellationToken cancellation)
    {
        var done = (await BatchTasks.EachAsync(tasks, id => id, "已催办", id => urge.DoAsync(id, text, actor, cancellation))).Items;
        return done.Count == 0 ? Refused(matter, Rejection.Conflict("tasks.nothing-to-urge", "该隐患没有待办事项，无须催办。"))
            : done.FirstOrDefault(t => t.Ok) is { } told ? told with { Id = matter, Detail = $"已催办 {done.Count(t => t.Ok)} 项" }
            : done[0] with { Id = matter };
    }

    private static BatchItem Refused(Guid matter, Rejection no) => new(matter, false, no.Code, no.Detail);

    public static void Map(IEndpointRouteBuilder tasks) =>
        tasks.MapPost("/urge-matters", async (Request request, HttpContext http, IActorSource actors, UrgeMatters verb, CancellationToken cancellation) =>
                request.Ids is { Count: > 0 and <= Most } ids
                    ? Results.Ok(new BatchResult(await verb.DoAsync(ids, request.Text, await actors.CurrentAsync(http, cancellation), cancellation)))
                    : Rejection.Form("tasks.urge-batch", $"应选择 1 至 {Most} 项。", new FieldObjection("ids", $"1 至 {Most} 项", $"{request.Ids?.Count ?? 0} 项")).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("urge-matters").WithSummary("按隐患批量催办").Produces<BatchResult>().ProducesProblem(422);
}
