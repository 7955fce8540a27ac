using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>GET /documents/export: the archive as filtered on the screen, newest first, as a workbook.</summary>
internal static class ExportDocuments
{
    public static IReadOnlyList<SheetColumn<FindDocuments.DocumentRow>> Columns { get; } =
    [
        SheetColumn<FindDocuments.DocumentRow>.Text("文号", 28, r => r.Number),
        SheetColumn<FindDocuments.DocumentRow>.Text("文书种类", 24, r => r.KindName),
        SheetColumn<FindDocuments.DocumentRow>.Text("标题", 40, r => r.Title),
        SheetColumn<FindDocuments.DocumentRow>.Text("状态", 10, r => r.StateName),
        SheetColumn<FindDocuments.DocumentRow>.Text("制发机关", 28, r => r.OrganName),
        SheetColumn<FindDocuments.DocumentRow>.Text("单位", 36, r => r.UnitName),
        SheetColumn<FindDocuments.DocumentRow>.Text("台账编号", 24, r => r.MatterNumber),
        SheetColumn<FindDocuments.DocumentRow>.Time("制发时间", r => r.IssuedAt),
        SheetColumn<FindDocuments.DocumentRow>.Time("送达时间", r => r.ServedAt),
        SheetColumn<FindDocuments.DocumentRow>.Date("载明期限", r => r.DueDate),
    ];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/documents/export", async (
                [AsParameters] DocumentFilter filter, HttpContext http, WorkflowDbContext db, [FromServices] MatterAccess access, IDirectory directory, TemplateCatalogue templates,
                IActorSource actors, CancellationToken cancellation) =>
                await DoAsync(filter, await actors.CurrentAsync(http, cancellation), http, db, access, directory, templates, cancellation))
            .RequireAuthorization(Policies.SignedIn).RequireRateLimiting(SheetExport.RateLimit).WithName("export-documents").WithTags("documents").WithSummary("导出文书档案")
            .Produces<byte[]>(contentType: SheetExport.ContentType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static async Task<IResult> DoAsync(
        DocumentFilter filter, Actor actor, HttpContext http, WorkflowDbContext db, MatterAccess access, IDirectory directory, TemplateCatalogue templates, CancellationToken cancellation)
    {
        var rows = await FindDocuments.QueryAsync(filter, actor, db, access, directory, templates, cancellation);
        return rows.IsRejected
            ? rows.Rejection!.ToHttp()
            : await SheetExport.AnswerAsync(
                http, actor, "documents", "文书档案", rows.Value.OrderByDescending(r => r.Document.Key), r => FindDocuments.View(r, templates), Columns, cancellation);
    }
}
