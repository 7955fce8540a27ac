namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>A department of a region while it existed (DOMAIN §2.4).</summary>
public sealed class Department
{
    public long Key { get; set; }
    public Guid Id { get; init; }

    /// <summary>E.g. MARKET_REGULATOR; the same duty carries the same code in every region.</summary>
    public required string Code { get; init; }

    /// <summary>Full name, as printed in a red head.</summary>
    public required string Name { get; init; }
    public required string ShortName { get; init; }

    /// <summary>The organ's characters in official numbers, e.g. 市监.</summary>
    public required string NumberMark { get; init; }
    public required string RegionCode { get; init; }
    public required string Duty { get; init; }

    /// <summary>Place types whose units it oversees, comma-separated; <c>*</c> for all, empty for none (routing table, DOMAIN §2.4).</summary>
    public required string PlaceTypes { get; init; }

    /// <summary>Priority in routing; the higher one is responsible.</summary>
    public int Priority { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
    public Guid? SuccessorId { get; set; }

    public bool SeesEveryPlace => PlaceTypes == "*";
    public IReadOnlySet<string> Places => PlaceTypes.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
