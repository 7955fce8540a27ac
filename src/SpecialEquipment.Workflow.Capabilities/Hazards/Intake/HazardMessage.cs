namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A message of another system about a hazard, as it came in. Repeats are not kept; late ones are, without effect on what is newer.</summary>
public sealed class HazardMessage
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public required string SourceSystem { get; init; }
    public required string SourceId { get; init; }

    /// <summary>When the sender sent it; the order of messages, with <see cref="Sequence"/> within one instant.</summary>
    public DateTimeOffset SentAt { get; init; }
    public long Sequence { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public MessageEffect Effect { get; init; }

    /// <summary>The facts it carried, as JSON.</summary>
    public required string Facts { get; init; }
}

/// <summary>It opened the case, added to it, or came after a newer one and is only kept.</summary>
public enum MessageEffect { Opened, Supplement, Late }
