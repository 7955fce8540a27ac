using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>Sends a content to whoever may see its matter; before it is bound, to whoever uploaded it. Nothing sent from here may run.</summary>
internal static class ReadAttachment
{
    private static Rejection NoSuchAttachment => Rejection.NotFound("attachments.no-such-attachment", "未找到该附件，或者您无权查看所属事项。");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/attachments/{id:guid}", (
                Guid id, HttpContext http, WorkflowDbContext db, IAttachmentStore store, [FromServices] IMatterAccess access, IActorSource actors, CancellationToken cancellation) =>
                SendAsync(id, mustBeImage: false, http, db, store, access, actors, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("read-attachment").WithTags("attachments").Produces<byte[]>(contentType: "application/octet-stream");
        api.MapGet("/attachments/{id:guid}/thumbnail", (
                Guid id, HttpContext http, WorkflowDbContext db, IAttachmentStore store, [FromServices] IMatterAccess access, IActorSource actors, CancellationToken cancellation) =>
                SendAsync(id, mustBeImage: true, http, db, store, access, actors, cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("read-attachment-thumbnail").WithTags("attachments").Produces<byte[]>(StatusCodes.Status200OK, "image/jpeg", "image/png", "image/webp");
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
        Guid id, bool mustBeImage, HttpContext http, WorkflowDbContext db, IAttachmentStore store, IMatterAccess access, IActorSource actors,
        CancellationToken cancellation)
    {
        var attachment = await FindAsync(id, await actors.CurrentAsync(http, cancellation), db, access, cancellation);
        if (attachment is null || (mustBeImage && !FileContent.IsImage(attachment.ContentType)))
        {
            return NoSuchAttachment.ToHttp();
        }
        var content = store.Open(attachment.Sha256) ?? throw new FileNotFoundException($"attachment {id} has lost its content {attachment.Sha256}");
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-cache"; // the right to see it is asked again each time; unchanged content is not sent again
        var disposition = new ContentDispositionHeaderValue(FileContent.IsImage(attachment.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(attachment.Name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, attachment.ContentType, entityTag: new EntityTagHeaderValue($"\"{attachment.Sha256}\""), enableRangeProcessing: true);
    }
}
