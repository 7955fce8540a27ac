namespace SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

/// <summary>One entry of a matter's ledger: never changed, never deleted, chained by hash to the one before it.</summary>
public sealed class LedgerEntry
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }

    /// <summary>1, 2, 3 … within the matter, without gaps.</summary>
    public long Sequence { get; init; }
    public required string Act { get; init; }
    public required string Kind { get; init; }
    public required string Summary { get; init; }
    public Guid UserId { get; init; }
    public Guid? PersonId { get; init; }
    public required string PersonName { get; init; }
    public Guid? PostId { get; init; }
    public string? PostName { get; init; }
    public string? OnBehalfOf { get; init; }
    public DateTimeOffset EventTime { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public string? StateAfter { get; init; }
    public Guid? DocumentId { get; init; }

    /// <summary>JSON, UTF-8: exactly the bytes that were hashed.</summary>
    public byte[]? Detail { get; init; }
    public byte[]? PreviousHash { get; init; }
    public required byte[] Hash { get; set; }

    internal LedgerEntry Sealed()
    {
        Hash = LedgerHash.Of(this);
        return this;
    }
}

/// <summary>Newest entry of a matter's chain.</summary>
public sealed class LedgerHead
{
    public Guid MatterId { get; init; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}
