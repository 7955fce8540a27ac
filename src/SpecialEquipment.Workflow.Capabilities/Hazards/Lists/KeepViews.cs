using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>已存视图: keep, change, share, star and delete. A person's own convenience: no matter is touched, the ledger says nothing.</summary>
internal sealed class KeepViews(IActRing ring)
{
    public const int NameLength = 40;
    public const int QueryLength = 2000;
    private const int MostViews = 100;

    public sealed record Form(string? Name, string? Query, string? Columns, string? Audience, long? Version);
    public sealed record StarForm(bool Starred);
    public sealed record VersionForm(long? Version);

    public sealed record View(Guid Id, string Name, string OwnerName, bool IsMine, string Audience, string Query, string? Columns, bool Starred, DateTimeOffset UpdatedAt, long Version);

    public static async Task<IReadOnlyList<View>> ListAsync(Actor actor, WorkflowDbContext db, CancellationToken cancellation)
    {
        var stars = db.Set<ViewStar>().Where(s => s.UserId == actor.UserId).Select(s => s.ViewId);
        var views = await ShownTo(actor, db).OrderBy(v => v.Name).ThenBy(v => v.Key).Take(2 * MostViews).Select(v => new { View = v, Starred = stars.Contains(v.Id) }).ToListAsync(cancellation);
        return [.. views.OrderByDescending(v => v.Starred).ThenByDescending(v => v.View.OwnerUserId == actor.UserId).Select(v => Show(v.View, actor, v.Starred))];
    }

    public Task<Result<View>> KeepAsync(Form form, Actor actor, CancellationToken cancellation) => ring.RunAsync<View>("hazards/keep-view", actor, async (act, ct) =>
    {
        if (Check(form, actor) is { Any: true } objections)
            return Wrong(objections);
        if (await act.Db.Set<SavedView>().CountAsync(v => v.OwnerUserId == actor.UserId, ct) >= MostViews)
            return Rejection.Conflict("hazards.views-full", $"已存视图应不超过 {MostViews} 个，请先删除不用的。");
        var view = new SavedView
        {
            Id = Guid.CreateVersion7(act.Now), Name = form.Name!.Trim(), OwnerUserId = actor.UserId, OwnerName = actor.PersonName, Query = form.Query!.Trim(), Columns = form.Columns,
            CreatedAt = act.Now, UpdatedAt = act.Now, Version = 1,
        };
        Share(view, form, actor);
        act.Db.Add(view);
        return Show(view, actor, false);
    }, cancellation: cancellation);

    public Task<Result<View>> ChangeAsync(Guid id, Form form, Actor actor, CancellationToken cancellation) => OwnAsync<View>("hazards/change-view", id, form.Version, actor, async (view, act, ct) =>
    {
        if (Check(form, actor) is { Any: true } objections)
            return Wrong(objections);
        (view.Name, view.Query, view.Columns, view.UpdatedAt) = (form.Name!.Trim(), form.Query!.Trim(), form.Columns, act.Now);
        Share(view, form, actor);
        view.Version++;
        return Show(view, actor, await act.Db.Set<ViewStar>().AnyAsync(s => s.ViewId == id && s.UserId == actor.UserId, ct));
    }, cancellation);

    public Task<Result<Guid>> DeleteAsync(Guid id, long? version, Actor actor, CancellationToken cancellation) => OwnAsync<Guid>("hazards/delete-view", id, version, actor, async (view, act, ct) =>
    {
        act.Db.RemoveRange(await act.Db.Set<ViewStar>().Where(s => s.ViewId == id).ToListAsync(ct));
        act.Db.Remove(view);
        return id;
    }, cancellation);

    public Task<Result<Guid>> StarAsync(Guid id, bool starred, Actor actor, CancellationToken cancellation) => ring.RunAsync<Guid>("hazards/star-view", actor, async (act, ct) =>
    {
        if (!await ShownTo(actor, act.Db).AnyAsync(v => v.Id == id, ct))
            return NoSuchView;
        var star = await act.Db.Set<ViewStar>().FindAsync([id, actor.UserId], ct);
        if (starred && star is null)
            act.Db.Add(new ViewStar { ViewId = id, UserId = actor.UserId });
        else if (!starred && star is not null)
            act.Db.Remove(star);
        return id;
    }, cancellation: cancellation);

    private static Rejection NoSuchView => Rejection.NotFound("hazards.no-such-view", "未找到该视图，或者未共享给您。");
    private static Rejection Wrong(Objections objections) => new("hazards.view", "视图填写不正确。") { Errors = objections.List };

    private Task<Result<T>> OwnAsync<T>(string name, Guid id, long? version, Actor actor, Func<SavedView, ActContext, CancellationToken, Task<Result<T>>> body, CancellationToken cancellation) =>
        ring.RunAsync<T>(name, actor, async (act, ct) =>
        {
            if (await ShownTo(actor, act.Db).AsTracking().SingleOrDefaultAsync(v => v.Id == id, ct) is not { } view)
                return NoSuchView;
            if (view.OwnerUserId != actor.UserId)
                return Rejection.Forbidden("hazards.view-not-yours", $"该视图由{view.OwnerName}保存，应由本人修改或删除。");
            return version == view.Version ? await body(view, act, ct)
                : Rejection.Conflict("hazards.view-changed", $"视图已修改，版本应为 {view.Version}，实际为 {version?.ToString() ?? "空"}。") with { CurrentVersion = view.Version };
        }, cancellation: cancellation);

    private static IQueryable<SavedView> ShownTo(Actor actor, WorkflowDbContext db)
    {
        var departments = actor.Posts.Select(p => p.DepartmentId).OfType<Guid>().Distinct().ToArray();
        var regions = actor.Posts.Where(p => p.EnterpriseId is null).Select(p => p.RegionCode).Distinct().ToArray();
        return db.Set<SavedView>().AsNoTracking().Where(v => v.OwnerUserId == actor.UserId
            || (v.Audience == ViewAudience.Department && v.DepartmentId != null && departments.Contains(v.DepartmentId.Value))
            || (v.Audience == ViewAudience.Region && v.RegionCode != null && regions.Contains(v.RegionCode)));
    }

    private static Objections Check(Form form, Actor actor)
    {
        var objections = new Objections();
        objections.Text("name", form.Name, "视图名称", max: NameLength);
        if (form.Query is null || form.Query.Length > QueryLength)
            objections.Add("query", $"筛选条件应不超过 {QueryLength} 字", form.Query is null ? "实际为空" : $"实际 {form.Query.Length} 字");
        if (form.Columns?.Length > QueryLength)
            objections.Add("columns", $"列设置应不超过 {QueryLength} 字", $"实际 {form.Columns.Length} 字");
        if (form.Audience is { Length: > 0 } code && !UpperSnake.TryTo<ViewAudience>(code, out _))
            objections.Add("audience", "应为 MINE、DEPARTMENT 或 REGION", $"实际为“{code}”");
        else if (AudienceOf(form) != ViewAudience.Mine && !actor.Posts.Any(p => p.EnterpriseId is null))
            objections.Add("audience", "共享视图应由在任监管岗位人员进行", "实际没有监管岗位");
        return objections;
    }

    private static ViewAudience AudienceOf(Form form) => form.Audience is { Length: > 0 } code && UpperSnake.TryTo<ViewAudience>(code, out var audience) ? audience : ViewAudience.Mine;

    private static void Share(SavedView view, Form form, Actor actor)
    {
        view.Audience = AudienceOf(form);
        var post = actor.Posts.FirstOrDefault(p => p.EnterpriseId is null);
        (view.DepartmentId, view.RegionCode) = view.Audience switch
        {
            ViewAudience.Department => (post?.DepartmentId, null),
            ViewAudience.Region => (null, post?.RegionCode),
            _ => ((Guid?)null, (string?)null),
        };
    }

    private static View Show(SavedView v, Actor actor, bool starred) =>
        new(v.Id, v.Name, v.OwnerName, v.OwnerUserId == actor.UserId, UpperSnake.From(v.Audience), v.Query, v.Columns, starred, v.UpdatedAt, v.Version);

    public static void Map(IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/hazard-views").WithTags("hazards");
        views.MapGet("", async (HttpContext http, IActorSource actors, WorkflowDbContext db, CancellationToken cancellation) =>
                await ListAsync(await actors.CurrentAsync(http, cancellation), db, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("list-hazard-views").WithSummary("已存视图");
        views.MapPost("", async (Form form, HttpContext http, IActorSource actors, KeepViews keep, CancellationToken cancellation) =>
                (await keep.KeepAsync(form, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp(view => Results.Created($"/api/hazard-views/{view.Id}", view)))
            .RequireAuthorization(Policies.SignedIn).WithName("keep-hazard-view").WithSummary("保存视图").Produces<View>(StatusCodes.Status201Created).ProducesProblem(422);
        views.MapPost("/{id:guid}/change", async (Guid id, Form form, HttpContext http, IActorSource actors, KeepViews keep, CancellationToken cancellation) =>
                (await keep.ChangeAsync(id, form, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("change-hazard-view").WithSummary("修改视图").Produces<View>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        views.MapPost("/{id:guid}/star", async (Guid id, StarForm form, HttpContext http, IActorSource actors, KeepViews keep, CancellationToken cancellation) =>
                (await keep.StarAsync(id, form.Starred, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp(_ => Results.NoContent()))
            .RequireAuthorization(Policies.SignedIn).WithName("star-hazard-view").WithSummary("收藏视图").Produces(204).ProducesProblem(404);
        views.MapPost("/{id:guid}/delete", async (Guid id, VersionForm form, HttpContext http, IActorSource actors, KeepViews keep, CancellationToken cancellation) =>
                (await keep.DeleteAsync(id, form.Version, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp(_ => Results.NoContent()))
            .RequireAuthorization(Policies.SignedIn).WithName("delete-hazard-view").WithSummary("删除视图").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }
}
