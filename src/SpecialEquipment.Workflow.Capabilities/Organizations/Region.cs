namespace SpecialEquipment.Workflow.Capabilities.Organizations;

public enum RegionLevel { Nation, Province, Prefecture, County, DevelopmentZone, Town, Village }

/// <summary>
/// A node of the region tree while it existed under that name and parent (DOMAIN §2.1). A reorganisation never edits history:
/// it ends nodes and names their successors.
/// </summary>
public sealed class Region
{
    public long Key { get; set; }
    public Guid Id { get; init; }

    /// <summary>GB/T 2260 code: 6 digits, 9 for towns, 12 for villages; development zones carry a code of their own.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>As it opens official numbers, e.g. 高.</summary>
    public required string ShortName { get; init; }
    public string? ParentCode { get; init; }
    public RegionLevel Level { get; init; }
    public DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer existed.</summary>
    public DateOnly? ValidTo { get; set; }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } end || day < end);
}

public enum RegionChange { Rename, Split, Merge }

/// <summary>From that day on <see cref="SuccessorCode"/> stands for (part of) <see cref="Code"/>.</summary>
public sealed class RegionSuccession
{
    public long Key { get; set; }
    public required string Code { get; init; }
    public required string SuccessorCode { get; init; }
    public RegionChange Change { get; init; }
    public DateOnly EffectiveOn { get; init; }

    /// <summary>After a split: parts of addresses that belong to this successor, one a line.</summary>
    public string? Addresses { get; init; }
}
