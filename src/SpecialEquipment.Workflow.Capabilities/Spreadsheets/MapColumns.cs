using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>POST /spreadsheets/imports/{id}/map: says which column means what; checking begins. Without columns only the heading is looked for again.</summary>
internal sealed class MapColumns(ImportTargets targets, IActRing ring, WorkflowDatabase database, RunImports runner)
{
    /// <param name="Sheet">Another sheet of the workbook, from 0; null leaves it.</param>
    /// <param name="HeadingRow">Where the heading stands, as Excel counts; null leaves it to be found.</param>
    /// <param name="Columns">Column name → column of the sheet, from 0.</param>
    public sealed record Form(int? Sheet, int? HeadingRow, IReadOnlyDictionary<string, int>? Columns);

    private const string Expected = "尚未开始导入";
    private static readonly ImportState[] From = [ImportState.Uploaded, ImportState.Ready, ImportState.Checking];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/spreadsheets/imports/{id:guid}/map", async (Guid id, Form form, MapColumns map, HttpContext http, IActorSource actors, CancellationToken cancellation) =>
                (await map.DoAsync(id, form, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp())
            .RequireAuthorization(Policies.Officials).WithName("map-columns").WithTags("spreadsheets").WithSummary("对应列并校验").Produces<ImportView>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    public async Task<Result<ImportView>> DoAsync(Guid id, Form form, Actor actor, CancellationToken cancellation)
    {
        var looked = form.Sheet is null && form.HeadingRow is null ? null : await LookAgainAsync(id, form, actor, cancellation);
        if (looked is { IsRejected: true })
            return looked.Value.Rejection!;
        var result = await ring.RunAsync<ImportView>("spreadsheets/map-columns", actor, async (act, stop) =>
        {
            var found = await ImportRight.FindAsync(act.Db, id, act.Actor, stop);
            if (found.IsRejected)
                return found.Rejection!;
            var import = found.Value;
            if (!From.Contains(import.State))
                return Refusals.WrongState(import, Expected);
            if (looked is { } heading)
                await TakeHeadingAsync(import, form.Sheet ?? import.Sheet, heading.Value, act, stop);
            if (form.Columns is null)
                return ImportView.Of(import, targets);
            if (import.TotalRows == 0)
                return Refusals.NoRows;
            if (Objections(targets.Of(import), import, form.Columns) is { Count: > 0 } objections)
                return Refusals.Mapping(objections);
            Begin(import, [.. form.Columns.Select(c => new MappedColumn(c.Key, c.Value)).OrderBy(c => c.Column)]);
            await RememberAsync(import, act, stop);
            return ImportView.Of(import, targets);
        }, cancellation: cancellation);
        if (!result.IsRejected)
            runner.Wake();
        return result;
    }

    /// <summary>The heading as found, with the mapping this person, else his department, gave one of the same shape before.</summary>
    internal static async Task TakeHeadingAsync(SheetImport import, int sheet, SheetHeading heading, ActContext act, CancellationToken cancellation)
    {
        var (signature, department) = (heading.Signature, import.DepartmentId);
        var remembered = (await act.Db.Set<RememberedMapping>().AsNoTracking()
                .Where(m => m.Kind == import.Kind && m.Signature == signature && (m.UserId == import.UserId || (department != null && m.DepartmentId == department)))
                .ToListAsync(cancellation))
            .OrderBy(m => m.UserId == import.UserId ? 0 : 1).ThenByDescending(m => m.UpdatedAt).FirstOrDefault();
        (import.Sheet, import.HeadingRow, import.HeadingRows, import.Headings, import.Signature) = (sheet, heading.Row, heading.Rows, heading.Headings, signature);
        (import.Mapping, import.TotalRows, import.State) = (remembered?.Columns ?? heading.Proposal, heading.DataRows, ImportState.Uploaded);
        import.Version++;
    }

    private async Task<Result<SheetHeading>?> LookAgainAsync(Guid id, Form form, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.CreateContext();
        var found = await ImportRight.FindAsync(db, id, actor, cancellation);
        if (found.IsRejected)
            return found.Rejection!;
        var (import, sheet) = (found.Value, form.Sheet ?? found.Value.Sheet);
        if (sheet < 0 || sheet >= import.SheetNames.Count)
            return Refusals.NoSuchSheet(sheet);
        try
        {
            await using var file = await UploadWorkbook.FetchAsync(id, db, cancellation);
            using var workbook = Workbook.Open(file);
            return new FindHeading(targets.Of(import).Columns).Do(workbook, sheet, form.HeadingRow, cancellation);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Rejection;
        }
    }

    private static List<FieldObjection> Objections(IImportTarget target, SheetImport import, IReadOnlyDictionary<string, int> columns)
    {
        var objections = new List<FieldObjection>();
        foreach (var (name, column) in columns)
        {
            if (target.Columns.All(c => c.Name != name))
                objections.Add(new FieldObjection($"columns.{name}", "应为该表的列名", $"实际为“{name}”"));
            else if (column < 0 || column >= import.Headings.Count)
                objections.Add(new FieldObjection($"columns.{name}", $"应为 0 至 {import.Headings.Count - 1} 之间的列序号", $"实际为 {column}"));
        }
        foreach (var twice in columns.GroupBy(c => c.Value).Where(g => g.Count() > 1))
            objections.Add(new FieldObjection($"columns.{twice.Last().Key}", "一列应只对应一个含义", $"实际第 {twice.Key + 1} 列对应了 {twice.Count()} 个"));
        foreach (var missing in target.Columns.Where(c => c.Required && !columns.ContainsKey(c.Name)))
            objections.Add(new FieldObjection($"columns.{missing.Name}", $"“{missing.Heading}”应对应到一列", "实际未对应"));
        return objections;
    }

    private static void Begin(SheetImport import, IReadOnlyList<MappedColumn> mapping)
    {
        (import.Mapping, import.State, import.LeaseOwner, import.LeaseUntil) = (mapping, ImportState.Checking, null, null);
        import.Round++;
        import.Version++;
        (import.CheckedRows, import.CheckedThrough, import.GoodRows, import.BadRows, import.KnownRows, import.ImportedRows) = (0, 0, 0, 0, 0, 0);
    }

    private static async Task RememberAsync(SheetImport import, ActContext act, CancellationToken cancellation)
    {
        var known = await act.Db.Set<RememberedMapping>()
            .FirstOrDefaultAsync(m => m.Kind == import.Kind && m.Signature == import.Signature && m.UserId == import.UserId, cancellation);
        if (known is null)
            act.Db.Add(known = new RememberedMapping { Kind = import.Kind, Signature = import.Signature, UserId = import.UserId });
        (known.Columns, known.DepartmentId, known.UpdatedAt) = (import.Mapping, import.DepartmentId, act.Now);
    }
}
