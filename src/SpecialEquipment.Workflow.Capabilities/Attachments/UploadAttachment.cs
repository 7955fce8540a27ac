using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>Receives a file as a stream, refuses what is too large or of the wrong kind, and keeps it unbound until an act binds it.</summary>
internal sealed class UploadAttachment(IAttachmentStore store, IActRing ring)
{
    public const long SizeLimit = 20 * 1024 * 1024;
    private const long EnvelopeLimit = 64 * 1024; // boundaries, part headers and small fields around the file
    private const int FieldLimit = 1024;

    public sealed record Receipt(Guid Id, string Sha256, long Size, string ContentType, string Name);

    public static Rejection TooLarge => new Rejection("attachments.too-large", "附件应不超过 20 MB，实际超出。请压缩后重新上传。")
    {
        Status = StatusCodes.Status413PayloadTooLarge, Errors = [new FieldObjection("file", "不超过 20 MB", "超出 20 MB")],
    };

    public static Rejection WrongKind => Rejection.Form(
        "attachments.wrong-kind", "附件应为 JPEG、PNG、WebP 图片或者 PDF 文件，实际内容不是。", new FieldObjection("file", "JPEG、PNG、WebP 或 PDF", "其他内容"));

    private static Rejection NoFile => Rejection.Form("attachments.no-file", "应上传一个文件（multipart/form-data，字段名 file），实际没有。", new FieldObjection("file", "一个文件", "（空）"));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/attachments", async (UploadAttachment upload, HttpContext http, IActorSource actors, CancellationToken cancellation) =>
            {
                // said by the client before it sends anything: refused before anything is read or asked
                if (http.Request.ContentLength > SizeLimit + EnvelopeLimit)
                {
                    await RefusedUpload.LetFinishAsync(http, cancellation);
                    return TooLarge.ToHttp();
                }
                var result = await upload.FromRequestAsync(http, await actors.CurrentAsync(http, cancellation), cancellation);
                if (result.Rejection?.Status == StatusCodes.Status413PayloadTooLarge)
                {
                    await RefusedUpload.LetFinishAsync(http, cancellation);
                }
                return result.ToHttp(receipt => Results.Created($"/api/attachments/{receipt.Id}", receipt));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("upload-attachment").WithTags("attachments").Produces<Receipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private async Task<Result<Receipt>> FromRequestAsync(HttpContext http, Actor actor, CancellationToken cancellation)
    {
        RefusedUpload.AllowToFinish(http);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            return NoFile;
        }
        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary, http.Request.Body), actor, cancellation);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge;
        }
        catch (InvalidDataException)
        {
            return NoFile;
        }
        catch (IOException) when (!cancellation.IsCancellationRequested)
        {
            return NoFile; // the form ended in the middle of a part
        }
    }

    private async Task<Result<Receipt>> ReadPartsAsync(MultipartReader parts, Actor actor, CancellationToken cancellation)
    {
        IncomingFile? file = null;
        string? name = null;
        DateTimeOffset? takenAt = null;
        try
        {
            while (await parts.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                {
                    continue;
                }
                var field = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
                if (field == "file" && file is null)
                {
                    name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                    file = await store.ReceiveAsync(part.Body, SizeLimit, cancellation);
                    if (file.IsOverLimit)
                    {
                        return TooLarge;
                    }
                }
                else if (field == "takenAt")
                {
                    takenAt = await ReadInstantAsync(part.Body, cancellation);
                }
            }
            return file is null || file.Size == 0 ? NoFile : await KeepAsync(file, name, takenAt, actor, cancellation);
        }
        finally
        {
            file?.Dispose();
        }
    }

    internal async Task<Result<Receipt>> KeepAsync(IncomingFile file, string? name, DateTimeOffset? takenAt, Actor actor, CancellationToken cancellation)
    {
        if (FileContent.TypeOf(file.Head) is not { } contentType)
        {
            return WrongKind;
        }
        store.Keep(file);
        return await ring.RunAsync<Receipt>("attachments/upload", actor, (act, _) =>
        {
            var attachment = new Attachment
            {
                Id = Guid.CreateVersion7(act.ReceivedAt), Sha256 = file.Sha256, Size = file.Size, ContentType = contentType, Name = FileContent.CleanName(name),
                TakenAt = takenAt, UploadedById = actor.UserId, UploadedByName = actor.PersonName, UploadedAt = act.ReceivedAt,
            };
            act.Db.Add(attachment);
            return Task.FromResult<Result<Receipt>>(new Receipt(attachment.Id, attachment.Sha256, attachment.Size, attachment.ContentType, attachment.Name));
        }, cancellation: cancellation);
    }

    private static async Task<DateTimeOffset?> ReadInstantAsync(Stream body, CancellationToken cancellation)
    {
        var bytes = new byte[FieldLimit];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(bytes, 0, read), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
    }
}
