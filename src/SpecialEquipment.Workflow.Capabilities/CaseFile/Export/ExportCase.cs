using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Documents.Word;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile.Export;

/// <summary>
/// GET /hazards/{id}/export: the whole case as one .zip for the archive. What goes in is what this person sees on the case page, no more;
/// that he took it is in the ledger before the first byte leaves.
/// </summary>
internal sealed class ExportCase(
    WorkflowDbContext db, ReadCase cases, MatterAccess access, IActRing ring, BusinessClock clock, ExportPages pages, DocumentPage documentPage, WordPage word,
    IAttachmentStore store)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/hazards/{id:guid}/export", async (Guid id, ExportCase export, IActorSource actors, HttpContext http, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                if (await export.OpenAsync(id, actor, cancellation) is not { } view)
                    return MatterRefusals.NotFound().ToHttp();
                var disposition = new ContentDispositionHeaderValue("attachment");
                disposition.SetHttpFileName($"{CaseFolder.Safe($"案卷 {view.Number ?? view.Id.ToString("D")}")}.zip");
                http.Response.Headers.ContentDisposition = disposition.ToString();
                return Results.Stream(stream => export.WriteAsync(view, actor, stream, cancellation), "application/zip");
            })
            .RequireAuthorization(Policies.SignedIn).WithName("export-hazard").WithTags("hazards").WithSummary("导出案卷")
            .Produces<byte[]>(contentType: "application/zip").ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Null for a case the actor may not see; otherwise his taking it is on record.</summary>
    internal async Task<CaseView?> OpenAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await cases.DoAsync(id, actor, cancellation) is not { } view)
            return null;
        var noted = await ring.NoteAccessAsync(actor, id, "export-case", "导出案卷", cancellation);
        return noted.IsRejected ? throw new InvalidOperationException($"export of {id} could not be noted: {noted.Rejection!.Detail}") : view;
    }

    internal async Task WriteAsync(CaseView view, Actor actor, Stream stream, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var answer = new AnswerStream(stream);
        await using (var zip = await ZipArchive.CreateAsync(answer, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            var folder = new CaseFolder(zip, now);
            await folder.AddAsync("01 案情摘要.html", pages.Summary(view), cancellation);
            await AddDocumentsAsync(folder, view, cancellation);
            await AddAttachmentsAsync(folder, view, cancellation);
            await AddLedgerAsync(folder, view, actor, now, cancellation);
            await folder.AddAsync("00 案卷目录.html", pages.Index(view, actor.PersonName, folder.Entries, now), cancellation);
        }
        await answer.FlushAsync(cancellation);
    }

    private async Task AddDocumentsAsync(CaseFolder folder, CaseView view, CancellationToken cancellation)
    {
        var serial = 0;
        foreach (var listed in view.Documents)
        {
            var document = await db.Set<OfficialDocument>().AsNoTracking().SingleAsync(d => d.Id == listed.Id, cancellation);
            var name = $"02 文书/{++serial:00} {CaseFolder.Safe($"{document.Title} {document.Number}{(document.State == DocumentState.Void ? "（作废）" : "")}")}";
            await folder.AddAsync($"{name}.html", documentPage.Render(document), cancellation);
            await folder.AddAsync($"{name}.docx", word.Write(document), cancellation);
        }
    }

    private async Task AddAttachmentsAsync(CaseFolder folder, CaseView view, CancellationToken cancellation)
    {
        var serial = 0;
        foreach (var file in view.Attachments)
        {
            var name = $"03 照片与附件/{++serial:00} {KindName(file.Kind)} {CaseFolder.Safe(file.Name)}";
            if (store.Open(file.Sha256) is not { } content)
            {
                folder.Miss(name, file.Size, file.Sha256); // the archive says so; a gap must not stop the rest from being kept
                continue;
            }
            await using (content)
                await folder.AddAsync(name, content, file.Size, file.Sha256, cancellation);
        }
    }

    private async Task AddLedgerAsync(CaseFolder folder, CaseView view, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var page = (await ReadLedger.ReadAsync(view.Id, actor, db, access, cancellation)).Value;
        var isPart = actor.EnterpriseId is not null;
        await folder.AddAsync("04 办理台账/台账.html", pages.Ledger(view, page, isPart, now), cancellation);
        await folder.AddAsync("04 办理台账/台账.json", (stream, token) => isPart
            ? ExportLedger.WritePartAsync(stream, view.Id, page, token)
            : ExportLedger.WriteWholeAsync(stream, db, view.Id, page.Verified, token), cancellation);
        if (!isPart)
            await folder.AddAsync("04 办理台账/校验说明.txt", pages.Verify, cancellation);
    }

    private static string KindName(string kind) => kind switch
    {
        "BEFORE" => "整改前",
        "AFTER" => "整改后",
        _ => "证据",
    };
}
