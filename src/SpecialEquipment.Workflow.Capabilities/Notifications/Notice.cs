using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>One message to one person (消息). Written inside the act that causes it; pushed after the commit.</summary>
public sealed class Notice : ITailed
{
    /// <summary>Clustering key and the sequence clients remember.</summary>
    public long Key { get; set; }
    public long Tail { get; private set; }
    public Guid Id { get; init; }
    public Guid RecipientPersonId { get; init; }

    /// <summary>As it stood when the notice was sent.</summary>
    public required string RecipientName { get; init; }

    /// <summary>The post for whose sake the person is told; null when it was meant for the person.</summary>
    public Guid? PostId { get; init; }
    public string? PostName { get; init; }

    /// <summary>The post was vacant, so its superior was told.</summary>
    public bool ForVacantPost { get; init; }
    public NoticeKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public Guid? MatterId { get; init; }
    public Guid? TaskId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
}
