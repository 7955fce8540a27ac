using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>Past imports, one import, its rows, and what kinds of sheets there are.</summary>
internal static class FindImports
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/spreadsheets/kinds", async (ImportTargets targets, HttpContext http, IActorSource actors, CancellationToken cancellation) =>
                ImportRight.Has(await actors.CurrentAsync(http, cancellation)) ? Results.Ok(targets.All.Select(ImportKindView.Of)) : Refusals.NotYours.ToHttp())
            .RequireAuthorization(Policies.Officials).WithName("list-import-kinds").WithTags("spreadsheets").Produces<IReadOnlyList<ImportKindView>>();
        api.MapGet("/spreadsheets/imports", ListAsync).RequireAuthorization(Policies.Officials).WithName("find-imports").WithTags("spreadsheets").Produces<ListPage<ImportView>>();
        api.MapGet("/spreadsheets/imports/{id:guid}", async (
                Guid id, ImportTargets targets, WorkflowDbContext db, HttpContext http, IActorSource actors, CancellationToken cancellation) =>
                (await ImportRight.FindAsync(db, id, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp(i => Results.Ok(ImportView.Of(i, targets))))
            .RequireAuthorization(Policies.Officials).WithName("read-import").WithTags("spreadsheets").Produces<ImportView>();
        api.MapGet("/spreadsheets/imports/{id:guid}/rows", RowsAsync)
            .RequireAuthorization(Policies.Officials).WithName("find-import-rows").WithTags("spreadsheets").Produces<ListPage<ImportRowView>>();
    }

    private static async Task<IResult> ListAsync(
        ImportTargets targets, WorkflowDbContext db, HttpContext http, IActorSource actors, string? kind, string? after, int? limit, CancellationToken cancellation)
    {
        var actor = await actors.CurrentAsync(http, cancellation);
        if (!ImportRight.Has(actor))
            return Refusals.NotYours.ToHttp();
        var imports = ImportRight.Visible(db, actor).AsNoTracking().Where(i => kind == null || i.Kind == kind);
        var total = await imports.CountToCapAsync(cancellation);
        var (size, cursor) = (ListPages.Limit(limit), long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : long.MaxValue);
        var page = await imports.Where(i => i.Key < cursor).OrderByDescending(i => i.Key).Take(size + 1).ToListAsync(cancellation);
        return Results.Ok(ListPages.Of(page, size, total, i => i.Key.ToString(CultureInfo.InvariantCulture), i => ImportView.Of(i, targets)));
    }

    private static async Task<IResult> RowsAsync(
        Guid id, WorkflowDbContext db, HttpContext http, IActorSource actors, string? state, string? after, int? limit, CancellationToken cancellation)
    {
        var found = await ImportRight.FindAsync(db, id, await actors.CurrentAsync(http, cancellation), cancellation);
        if (found.IsRejected)
            return found.Rejection!.ToHttp();
        var rows = db.Set<SheetImportRow>().AsNoTracking().Where(r => r.ImportId == id && r.Round == found.Value.Round);
        if (state is { Length: > 0 })
        {
            if (!UpperSnake.TryTo<ImportRowState>(state, out var asked))
                return Rejection.Form("spreadsheets.filter", "筛选条件不正确。", new FieldObjection("state", "应为 GOOD、BAD、KNOWN 或 IMPORTED", $"实际为“{state}”")).ToHttp();
            rows = rows.Where(r => r.State == asked);
        }
        var total = await rows.CountToCapAsync(cancellation);
        var (size, cursor) = (ListPages.Limit(limit), int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        var page = await rows.Where(r => r.Number > cursor).OrderBy(r => r.Number).Take(size + 1).ToListAsync(cancellation);
        return Results.Ok(ListPages.Of(page, size, total, r => r.Number.ToString(CultureInfo.InvariantCulture), ImportRowView.Of));
    }
}
