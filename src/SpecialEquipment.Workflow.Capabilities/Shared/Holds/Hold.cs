namespace SpecialEquipment.Workflow.Capabilities.Shared.Holds;

/// <summary>
/// A prohibition that crosses capabilities (docs/decisions: holds): placed and lifted by its owner's acts, checked by the act that
/// must refuse.
/// </summary>
public sealed class Hold
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public HoldKind Kind { get; init; }
    public required string Article { get; init; }

    /// <summary>The device it lies on, which then cannot be recorded “in use” (E21); null when it lies on the matter alone.</summary>
    public Guid? EquipmentId { get; init; }

    /// <summary>Template of the document that places it; its number is filled in when it is issued.</summary>
    public string? Template { get; init; }

    /// <summary>The document that placed it, by number, for the refusal.</summary>
    public Guid? DocumentId { get; set; }
    public string? DocumentNumber { get; set; }
    public DateTimeOffset PlacedAt { get; init; }
    public DateTimeOffset? LiftedAt { get; set; }

    public string KindName => Kind switch
    {
        HoldKind.Listing => "挂牌督办",
        HoldKind.Seizure => "查封、扣押",
        _ => "停止使用指令",
    };
}

/// <summary>Listed supervision, seizure, stop-use order.</summary>
public enum HoldKind { Listing, Seizure, StopUse }
