namespace SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

/// <summary>
/// A change of the map as it was decided, and how far it is carried out (E7). The map itself is valid in time and changes by the clock; departments,
/// posts, units and tasks follow on the day, in commits of at most 200 rows, each of which leaves less to do.
/// </summary>
public sealed class RegionReorganization
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public RegionChange Change { get; init; }
    public DateOnly EffectiveOn { get; init; }

    /// <summary>Codes that end on that day, comma-separated.</summary>
    public required string FromCodes { get; init; }

    /// <summary>Codes that stand for them from then on, in the order in which they were named; the first takes what no rule maps.</summary>
    public required string ToCodes { get; init; }

    /// <summary>Document that decided it.</summary>
    public required string Basis { get; init; }
    public DateTimeOffset EnactedAt { get; init; }
    public Guid EnactedBy { get; init; }
    public required string EnactedByName { get; init; }
    public DateTimeOffset? OrgansPassedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }
    public int MovedUnits { get; set; }

    /// <summary>Units no address rule names; they wait at the county's office for a hand to place them.</summary>
    public int UnmappedUnits { get; set; }
    public int MovedTasks { get; set; }

    public IReadOnlyList<string> From => FromCodes.Split(',');
    public IReadOnlyList<string> To => ToCodes.Split(',');
}

/// <summary>Which post goes on with what an ended one owed; after a split there is one per successor region.</summary>
public sealed class PostSuccession
{
    public long Key { get; set; }
    public Guid PostId { get; init; }
    public Guid SuccessorPostId { get; init; }
    public required string RegionCode { get; init; }
}
