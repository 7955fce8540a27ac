using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Attachments;

/// <summary>Binds uploaded files to a matter inside the act (DESIGN D10); from then on whoever may see the matter may see the file.</summary>
public interface IAttachmentBinder
{
    /// <param name="kind">BEFORE, AFTER or EVIDENCE.</param>
    /// <param name="field">JSON path of the list in the form, for objections.</param>
    Task<Result<IReadOnlyList<AttachmentView>>> BindAsync(
        ActContext act, Guid matterId, string kind, IReadOnlyList<AttachmentRef> files, string field, CancellationToken cancellation);

    /// <summary>What belongs to one matter becomes part of another, too; it stays with the first (E12: evidence is added to the case it is merged into).</summary>
    Task ShareAsync(ActContext act, Guid fromMatterId, Guid toMatterId, CancellationToken cancellation);

    Task<IReadOnlyList<AttachmentView>> OfMatterAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation);
}

/// <summary>What a form carries: the id from the upload and the hash the client saw (lower-case hex).</summary>
public sealed record AttachmentRef(Guid AttachmentId, string Sha256);

public sealed record AttachmentView(
    Guid Id, string Sha256, string Name, string ContentType, long Size, string Kind, DateTimeOffset? TakenAt, string UploadedByName, DateTimeOffset UploadedAt);
