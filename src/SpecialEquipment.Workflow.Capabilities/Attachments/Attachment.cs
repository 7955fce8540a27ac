namespace SpecialEquipment.Workflow.Capabilities.Attachments;

/// <summary>One upload: who sent which content under which name. The content itself is kept once per SHA-256 in the store.</summary>
public sealed class Attachment
{
    public long Key { get; set; }
    public Guid Id { get; init; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }
    public long Size { get; init; }

    /// <summary>As the content says, not as the client says.</summary>
    public required string ContentType { get; init; }
    public required string Name { get; init; }

    /// <summary>When the picture was taken, as the device stamped it (E11).</summary>
    public DateTimeOffset? TakenAt { get; init; }
    public Guid UploadedById { get; init; }
    public required string UploadedByName { get; init; }

    /// <summary>Machine time.</summary>
    public DateTimeOffset UploadedAt { get; init; }
}

/// <summary>What a picture shows in its matter.</summary>
public enum AttachmentKind { Before, After, Evidence }

/// <summary>An attachment has become part of a matter. Never removed.</summary>
public sealed class AttachmentBinding
{
    public long Key { get; set; }
    public Guid AttachmentId { get; init; }
    public Guid MatterId { get; init; }
    public AttachmentKind Kind { get; init; }
    public DateTimeOffset BoundAt { get; init; }
}
