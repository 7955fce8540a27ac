using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Documents.Word;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>A document as data and as a printable page, for whoever may see its matter.</summary>
internal sealed class ReadDocument(TemplateCatalogue templates, DocumentPage page, WordPage word) : IDocumentRegister
{
    public sealed record View(
        Guid Id, string Kind, string KindName, string? Number, string Title, string State, string StateName, string OrganName, Guid MatterId, JsonElement Fields,
        DateOnly? DueDate, DateTimeOffset IssuedAt, DateTimeOffset? ServedAt, JsonElement? Service, DateTimeOffset? VoidedAt, string? VoidedBy, string? VoidReason,
        Guid? CorrectsId, Guid? CorrectedById, string? CorrectionReason, long Version);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/documents/{id:guid}", async (
                Guid id, ReadDocument reader, HttpContext http, WorkflowDbContext db, [FromServices] IMatterAccess access, IActorSource actors, CancellationToken cancellation) =>
                await reader.FindAsync(id, await actors.CurrentAsync(http, cancellation), db, access, cancellation) is { } document
                    ? Results.Ok(reader.ViewOf(document))
                    : Refusals.NoSuchDocument.ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("read-document").WithTags("documents").Produces<View>();
        api.MapGet("/documents/{id:guid}/html", async (
                Guid id, ReadDocument reader, HttpContext http, WorkflowDbContext db, [FromServices] IMatterAccess access, IActorSource actors, CancellationToken cancellation) =>
            {
                if (await reader.FindAsync(id, await actors.CurrentAsync(http, cancellation), db, access, cancellation) is not { } document)
                {
                    return Refusals.NoSuchDocument.ToHttp();
                }
                return reader.Print(document, http);
            })
            .RequireAuthorization(Policies.SignedIn).WithName("print-document").WithTags("documents").Produces<string>(contentType: "text/html");
        api.MapGet("/documents/{id:guid}/docx", async (
                Guid id, ReadDocument reader, HttpContext http, WorkflowDbContext db, [FromServices] IMatterAccess access, IActorSource actors, CancellationToken cancellation) =>
                await reader.FindAsync(id, await actors.CurrentAsync(http, cancellation), db, access, cancellation) is { } document
                    ? reader.Download(document)
                    : Refusals.NoSuchDocument.ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("download-document").WithTags("documents").WithSummary("下载 Word 文书").Produces<byte[]>(contentType: WordPage.ContentType);
    }

    private IResult Download(OfficialDocument document) =>
        Results.File(word.Write(document), WordPage.ContentType, $"{document.Title} {document.Number}".TrimEnd() + ".docx");

    public async Task<IReadOnlyList<DocumentView>> OfMatterAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation)
    {
        var rows = await db.Set<OfficialDocument>().AsNoTracking().Where(d => d.MatterId == matterId && d.State != DocumentState.Draft).OrderBy(d => d.Key)
            .Select(d => new { d.Id, d.Template, d.Number, d.Title, d.State, d.IssuedAt, d.ServedAt, d.Service }).ToListAsync(cancellation);
        return [.. rows.Select(d => new DocumentView(d.Id, d.Template, templates.NameOf(d.Template), d.Number!, d.Title, UpperSnake.From(d.State), d.IssuedAt, d.ServedAt)
        {
            Service = FrozenFields.ViewOfService(d.Service), IsInternal = templates.Find(d.Template) is { Internal: true },
        })];
    }

    internal async Task<OfficialDocument?> FindAsync(Guid id, Actor actor, WorkflowDbContext db, IMatterAccess access, CancellationToken cancellation)
    {
        var document = await db.Set<OfficialDocument>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        if (document is not null && actor.EnterpriseId is not null && (document.State == DocumentState.Draft || templates.Find(document.Template) is { Internal: true }))
        {
            return null; // a draft is the organ's own affair, and so is what authorities write to each other
        }
        return document is not null && await access.MaySeeAsync(document.MatterId, actor, db, cancellation) ? document : null;
    }

    private IResult Print(OfficialDocument document, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = page.ContentSecurityPolicy;
        return Results.Content(page.Render(document), "text/html; charset=utf-8");
    }

    internal View ViewOf(OfficialDocument d) => new(
        d.Id, d.Template, templates.NameOf(d.Template), d.Number, d.Title, UpperSnake.From(d.State), StateNames.Of(d.State), d.OrganName, d.MatterId,
        JsonSerializer.Deserialize<JsonElement>(d.Fields), d.DueDate, d.IssuedAt, d.ServedAt,
        d.Service is null ? null : JsonSerializer.Deserialize<JsonElement>(d.Service), d.VoidedAt, d.VoidedBy, d.VoidReason, d.CorrectsId, d.CorrectedById, d.CorrectionReason,
        d.Version);
}
