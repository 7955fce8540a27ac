using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>GET /tasks/export: what I owe, filtered and sorted as in the inbox.</summary>
internal static class ExportTasks
{
    private sealed record Line(WorkTask Task, Matter Matter);

    private sealed record LineView(WorkTask Task, Matter Matter, DueStatus Due);

    private static readonly IReadOnlyList<SheetColumn<LineView>> Columns =
    [
        SheetColumn<LineView>.Text("任务", 36, r => r.Task.Title),
        SheetColumn<LineView>.Text("台账编号", 24, r => r.Matter.Number),
        SheetColumn<LineView>.Text("事项", 50, r => r.Matter.Title),
        SheetColumn<LineView>.Text("事项状态", 14, r => r.Matter.State.Name()),
        SheetColumn<LineView>.Date("办理期限", r => r.Task.DueInstant is { } due ? ShanghaiTime.DateOf(due) : null),
        SheetColumn<LineView>.Text("期限状态", 20, r => r.Due.Text),
        SheetColumn<LineView>.Text("派发人", 14, r => r.Task.SentByName),
        SheetColumn<LineView>.Time("派发时间", r => r.Task.CreatedAt),
        SheetColumn<LineView>.Number("催办次数", 10, r => r.Task.UrgeCount),
    ];

    public static void Map(IEndpointRouteBuilder tasks) =>
        tasks.MapGet("/export", async (
                [AsParameters] TaskQuery query, FindTasks find, DeadlineRules rules, BusinessClock clock, WorkflowDbContext db, IDirectory directory, IActorSource actors, HttpContext http,
                CancellationToken cancellation) =>
            {
                var (actor, now, calendar) = (await actors.CurrentAsync(http, cancellation), clock.GetUtcNow(), rules.Now.Calendar);
                var found = await find.MineAsRowsAsync(query, actor, db, directory, now, cancellation);
                return found.IsRejected
                    ? found.Rejection!.ToHttp()
                    : await SheetExport.AnswerAsync(
                        http, actor, "tasks", "待办", found.Value.Select(t => new Line(t, db.Set<Matter>().First(m => m.Id == t.MatterId))),
                        r => new LineView(r.Task, r.Matter, DueStatus.Of(r.Task, now, calendar)), Columns, cancellation);
            })
            .RequireAuthorization(Policies.SignedIn).RequireRateLimiting(SheetExport.RateLimit).WithName("export-tasks").WithSummary("导出待办")
            .Produces<byte[]>(contentType: SheetExport.ContentType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
