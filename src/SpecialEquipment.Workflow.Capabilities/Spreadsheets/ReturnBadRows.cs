using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>
/// GET /spreadsheets/imports/{id}/bad-rows: the rows that were not taken, under their own headings, wrong cells coloured and the reasons in
/// a column beside. Corrected, the same file can be uploaded again. And GET /spreadsheets/templates/{kind}: an empty sheet to fill in.
/// </summary>
internal static class ReturnBadRows
{
    private const string Reasons = "退回原因", RowNumber = "原行号";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/spreadsheets/imports/{id:guid}/bad-rows", DoAsync).RequireAuthorization(Policies.Officials).RequireRateLimiting(SheetExport.RateLimit)
            .WithName("return-bad-rows").WithTags("spreadsheets").WithSummary("下载退回的行").Produces<byte[]>(contentType: SheetExport.ContentType);
        api.MapGet("/spreadsheets/templates/{kind}", async (string kind, ImportTargets targets, HttpContext http, IActorSource actors, CancellationToken cancellation) =>
                !ImportRight.Has(await actors.CurrentAsync(http, cancellation)) ? Refusals.NotYours.ToHttp() : targets.Find(kind) is { } target ? Template(target) : Refusals.NoSuchKind(kind).ToHttp())
            .RequireAuthorization(Policies.Officials).WithName("read-import-template").WithTags("spreadsheets").WithSummary("下载导入模板").Produces<byte[]>(contentType: SheetExport.ContentType);
    }

    private static async Task<IResult> DoAsync(
        Guid id, ImportTargets targets, WorkflowDbContext db, HttpContext http, IActorSource actors, CancellationToken cancellation)
    {
        var found = await ImportRight.FindAsync(db, id, await actors.CurrentAsync(http, cancellation), cancellation);
        if (found.IsRejected)
            return found.Rejection!.ToHttp();
        var import = found.Value;
        return Answer(import, targets.Of(import), Rows(db, import).AsAsyncEnumerable());
    }

    internal static IQueryable<SheetImportRow> Rows(WorkflowDbContext db, SheetImport import) => db.Set<SheetImportRow>().AsNoTracking()
        .Where(r => r.ImportId == import.Id && r.Round == import.Round && r.State == ImportRowState.Bad).OrderBy(r => r.Number);

    internal static SheetAnswer<SheetImportRow> Answer(SheetImport import, IImportTarget target, IAsyncEnumerable<SheetImportRow> rows)
    {
        var columns = new List<SheetColumn<SheetImportRow>>();
        for (var i = 0; i < import.Headings.Count; i++)
        {
            // what an earlier return added is replaced, not repeated
            if (import.Headings[i] is not (Reasons or RowNumber))
                columns.Add(CellColumn(import.Headings[i], i, import.Mapping.FirstOrDefault(m => m.Column == i)?.Name));
        }
        columns.Add(SheetColumn<SheetImportRow>.Number(RowNumber, 8, r => r.Number));
        columns.Add(new SheetColumn<SheetImportRow>(Reasons, 80, r => SheetValue.Text(ReasonsOf(r, target)) with { IsMarked = true }));
        var name = import.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? import.FileName[..^5] : import.FileName;
        return new SheetAnswer<SheetImportRow>($"{name}-退回", columns, rows);
    }

    private static SheetColumn<SheetImportRow> CellColumn(string heading, int index, string? name) => new(heading, 18, row =>
    {
        var cells = RowJson.Cells(row);
        return SheetValue.Text(index < cells.Count ? cells[index] : null) with { IsMarked = row.Remarks.Any(r => r.IsError && r.Column == name) };
    });

    private static string ReasonsOf(SheetImportRow row, IImportTarget target) => string.Join("；", row.Remarks.Where(r => r.IsError)
        .Select(r => target.Columns.FirstOrDefault(c => c.Name == r.Column) is { } column ? $"{column.Heading}：{r.Text}" : r.Text));

    private static SheetAnswer<bool> Template(IImportTarget target) => new(
        $"{target.Name}导入模板", [.. target.Columns.Select(c => SheetColumn<bool>.Text(c.Heading, 20, _ => null))], AsyncEnumerable.Empty<bool>());
}
