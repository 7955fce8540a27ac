namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>Figures as they were published. Never changed: a later relapse or late entry does not rewrite them (DOMAIN §4.3, E3).</summary>
public sealed class PublishedRates
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Title { get; init; }
    public required string RegionCode { get; init; }
    public required string RegionName { get; init; }
    public DateOnly? FoundFrom { get; init; }
    public DateOnly? FoundTo { get; init; }
    public DateOnly AsOf { get; init; }

    /// <summary>GENERAL, MAJOR, or null for both.</summary>
    public string? Grade { get; init; }
    public int Registered { get; init; }
    public int Treated { get; init; }
    public int FixedOnSpot { get; init; }
    public int ClosedUntreated { get; init; }
    public int Open { get; init; }
    public int? Overdue { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public Guid? PublishedById { get; init; }
    public required string PublishedByName { get; init; }
    public required string PublishedByPost { get; init; }

    public HazardFigures Figures => new(Registered, Treated, FixedOnSpot, ClosedUntreated, Open, Overdue);
}
