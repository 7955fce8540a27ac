using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>Sends a content to whoever may see its matter; before it is bound, to whoever uploaded it. Nothing sent from here may run.</summary>
internal static class ReadAttachment
{
    private static Rejection NoSuchAttachment => Rejection.NotFound("attachments.no-such-attachment", "未找到该附件，或者您无权查看所属事项。");

    /// <summary>Stands for a picture that cannot be shown small.</summary>
    private const string Sign =
        """<svg xmlns="http://www.w3.org/2000/svg" width="112" height="84" viewBox="0 0 112 84"><rect width="112" height="84" fill="#eef1f4"/><g fill="none" stroke="#8a97a6" stroke-width="3"><rect x="30" y="20" width="52" height="44" rx="3"/><circle cx="45" cy="34" r="5"/><path d="M30 60l18-16 12 10 10-8 12 10"/></g></svg>""";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/attachments/{id:guid}", (
                Guid id, HttpContext http, WorkflowDbContext db, IAttachmentStore store, [FromServices] IMatterAccess access, IActorSource actors, CancellationToken cancellation) =>
                SendAsync(id, http, db, store, access, actors, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("read-attachment").WithTags("attachments").Produces<byte[]>(contentType: "application/octet-stream");
        api.MapGet("/attachments/{id:guid}/thumbnail", (
                Guid id, HttpContext http, WorkflowDbContext db, IAttachmentStore store, [FromServices] Thumbnail thumbnail, [FromServices] IMatterAccess access,
                IActorSource actors, CancellationToken cancellation) =>
                SendThumbnailAsync(id, http, db, store, thumbnail, access, actors, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("read-attachment-thumbnail").WithTags("attachments")
            .Produces<byte[]>(StatusCodes.Status200OK, "image/jpeg", "image/webp", "image/svg+xml");
    }

    internal static async Task<Attachment?> FindAsync(Guid id, Actor actor, WorkflowDbContext db, IMatterAccess access, CancellationToken cancellation)
    {
        var attachment = await db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation);
        if (attachment is null)
        {
            return null;
        }
        var matters = await db.Set<AttachmentBinding>().Where(b => b.AttachmentId == id).Select(b => b.MatterId).Distinct().ToListAsync(cancellation);
        if (matters.Count == 0)
        {
            return attachment.UploadedById == actor.UserId ? attachment : null;
        }
        foreach (var matter in matters)
        {
            if (await access.MaySeeAsync(matter, actor, db, cancellation))
            {
                return attachment;
            }
        }
        return null;
    }

    private static async Task<IResult> SendAsync(
        Guid id, HttpContext http, WorkflowDbContext db, IAttachmentStore store, IMatterAccess access, IActorSource actors, CancellationToken cancellation)
    {
        var attachment = await FindAsync(id, await actors.CurrentAsync(http, cancellation), db, access, cancellation);
        return attachment is null ? NoSuchAttachment.ToHttp() : Original(attachment, http, store);
    }

    /// <summary>The small picture; of what none can be made, the original where it is harmless, else a sign for a picture: never an error.</summary>
    private static async Task<IResult> SendThumbnailAsync(
        Guid id, HttpContext http, WorkflowDbContext db, IAttachmentStore store, Thumbnail thumbnail, IMatterAccess access, IActorSource actors, CancellationToken cancellation)
    {
        var attachment = await FindAsync(id, await actors.CurrentAsync(http, cancellation), db, access, cancellation);
        if (attachment is null || !FileContent.IsImage(attachment.ContentType))
        {
            return NoSuchAttachment.ToHttp();
        }
        if (await thumbnail.OpenAsync(attachment, cancellation) is { } small)
        {
            Protect(http, "inline", attachment.Name);
            return Results.Stream(small, Thumbnail.ContentType, entityTag: new EntityTagHeaderValue($"\"{attachment.Sha256}-320\""));
        }
        if (await thumbnail.MayStandForItselfAsync(attachment, cancellation))
        {
            return Original(attachment, http, store);
        }
        Protect(http, "inline", "picture.svg");
        return Results.Text(Sign, "image/svg+xml");
    }

    private static IResult Original(Attachment attachment, HttpContext http, IAttachmentStore store)
    {
        var content = store.Open(attachment.Sha256) ?? throw new FileNotFoundException($"attachment {attachment.Id} has lost its content {attachment.Sha256}");
        Protect(http, FileContent.IsImage(attachment.ContentType) ? "inline" : "attachment", attachment.Name);
        return Results.Stream(content, attachment.ContentType, entityTag: new EntityTagHeaderValue($"\"{attachment.Sha256}\""), enableRangeProcessing: true);
    }

    private static void Protect(HttpContext http, string kind, string name)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-cache"; // the right to see it is asked again each time; unchanged content is not sent again
        var disposition = new ContentDispositionHeaderValue(kind);
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
    }
}
