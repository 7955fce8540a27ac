using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>A received file on the disk of this node; gone when disposed.</summary>
internal sealed record ReceivedFile(FileStream Content, string Name, string Sha256, long Size) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>POST /spreadsheets/imports: receives a workbook, refuses what is none or dangerous, finds its heading and proposes the mapping.</summary>
internal sealed class UploadWorkbook(ImportTargets targets, IActRing ring)
{
    private const int PieceSize = 256 * 1024;
    private const long EnvelopeLimit = 64 * 1024;

    // reading a workbook through costs memory for its shared texts; more than two at a time wait
    private static readonly SemaphoreSlim Reading = new(2, 2);
    private static readonly WorkbookLimits Limits = WorkbookLimits.Default;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/spreadsheets/imports", async (UploadWorkbook upload, HttpContext http, IActorSource actors, string? kind, CancellationToken cancellation) =>
            {
                var result = await upload.FromRequestAsync(http, kind, await actors.CurrentAsync(http, cancellation), cancellation);
                if (result.Rejection is { Status: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status403Forbidden })
                    await RefusedUpload.LetFinishAsync(http, cancellation);
                return result.ToHttp(view => Results.Created($"/api/spreadsheets/imports/{view.Id}", view));
            })
            .RequireAuthorization(Policies.Officials).WithName("upload-workbook").WithTags("spreadsheets").WithSummary("上传 Excel 文件").Produces<ImportView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private async Task<Result<ImportView>> FromRequestAsync(HttpContext http, string? kind, Actor actor, CancellationToken cancellation)
    {
        if (!ImportRight.Has(actor))
            return Refusals.NotYours;
        if (http.Request.ContentLength > Limits.File + EnvelopeLimit)
            return Refusals.TooLarge;
        if (targets.Find(kind) is not { } target)
            return Refusals.NoSuchKind(kind);
        RefusedUpload.AllowToFinish(http);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return Refusals.NoFile;
        try
        {
            var received = await ReceiveAsync(new MultipartReader(boundary, http.Request.Body), cancellation);
            if (received.IsRejected)
                return received.Rejection!;
            using var file = received.Value;
            return await DoAsync(target, file, actor, cancellation);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refusals.TooLarge;
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !cancellation.IsCancellationRequested)
        {
            return Refusals.NoFile; // the form ended in the middle of a part
        }
    }

    private static async Task<Result<ReceivedFile>> ReceiveAsync(MultipartReader parts, CancellationToken cancellation)
    {
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name).Value != "file")
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
            return await ReceiveAsync(part.Body, name, cancellation);
        }
        return Refusals.NoFile;
    }

    /// <summary>Reads to the end or one block beyond the limit, without holding the content in memory.</summary>
    internal static async Task<Result<ReceivedFile>> ReceiveAsync(Stream content, string? name, CancellationToken cancellation)
    {
        var file = Temporary();
        var block = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var size = 0L;
            for (int read; (read = await content.ReadAsync(block, cancellation)) > 0;)
            {
                size += read;
                if (size > Limits.File)
                {
                    await file.DisposeAsync();
                    return Refusals.TooLarge;
                }
                hash.AppendData(block, 0, read);
                await file.WriteAsync(block.AsMemory(0, read), cancellation);
            }
            if (size > 0)
                return new ReceivedFile(file, CleanName(name), Convert.ToHexStringLower(hash.GetHashAndReset()), size);
            await file.DisposeAsync();
            return Refusals.NoFile;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    internal async Task<Result<ImportView>> DoAsync(IImportTarget target, ReceivedFile file, Actor actor, CancellationToken cancellation)
    {
        if (!ImportRight.Has(actor))
            return Refusals.NotYours;
        IReadOnlyList<string> sheets;
        SheetHeading heading;
        await Reading.WaitAsync(cancellation);
        try
        {
            using var workbook = Workbook.Open(file.Content, Limits);
            sheets = [.. workbook.Sheets.Select(s => s.Name)];
            heading = new FindHeading(target.Columns).Do(workbook, 0, null, cancellation);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Rejection;
        }
        finally
        {
            Reading.Release();
        }
        return await ring.RunAsync<ImportView>("spreadsheets/upload-workbook", actor, async (act, stop) =>
        {
            var import = new SheetImport
            {
                Id = Guid.CreateVersion7(act.Now), Kind = target.Kind, FileName = file.Name, FileSha256 = file.Sha256, FileSize = file.Size, SheetNames = sheets,
                UserId = actor.UserId, UserName = actor.UserName, PersonName = actor.PersonName, DepartmentId = actor.Posts.Select(p => p.DepartmentId).FirstOrDefault(d => d is not null),
                UploadedAt = act.Now, Version = 1,
            };
            await MapColumns.TakeHeadingAsync(import, 0, heading, act, stop);
            act.Db.Add(import);
            await KeepPiecesAsync(import.Id, file.Content, act, stop);
            act.Record(new LedgerFact(import.Id, "upload-workbook", $"上传“{file.Name}”，拟导入{target.Name}")
            {
                Kind = "progress", Detail = new Dictionary<string, object?> { ["kind"] = target.Kind, ["file"] = file.Name, ["sha256"] = file.Sha256, ["size"] = file.Size },
            });
            return ImportView.Of(import, targets);
        }, cancellation: cancellation);
    }

    private static async Task KeepPiecesAsync(Guid importId, FileStream content, ActContext act, CancellationToken cancellation)
    {
        content.Position = 0;
        var block = new byte[PieceSize];
        for (int piece = 0, read; (read = await content.ReadAtLeastAsync(block, PieceSize, throwOnEndOfStream: false, cancellation)) > 0; piece++)
            act.Db.Add(new SheetFilePiece { ImportId = importId, Piece = piece, Content = block[..read] });
    }

    /// <summary>The kept file, put together again on this node's disk.</summary>
    internal static async Task<FileStream> FetchAsync(Guid importId, Storage.WorkflowDbContext db, CancellationToken cancellation)
    {
        var file = Temporary();
        try
        {
            await foreach (var piece in db.Set<SheetFilePiece>().AsNoTracking().Where(p => p.ImportId == importId).OrderBy(p => p.Piece).AsAsyncEnumerable().WithCancellation(cancellation))
                await file.WriteAsync(piece.Content, cancellation);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private static string CleanName(string? name)
    {
        var bare = CellTexts.Plain((name ?? "").Split('/', '\\')[^1]);
        return bare.Length switch { 0 => "未命名.xlsx", > 200 => bare[^200..], _ => bare };
    }
}
