namespace SpecialEquipment.Workflow.Capabilities.Organizations;

public enum EnterpriseStatus { Active, Dissolved }

/// <summary>A unit that makes or uses special equipment.</summary>
public sealed class Enterprise
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Unified social credit code, 18 characters (DOMAIN §4.13).</summary>
    public required string CreditCode { get; init; }

    /// <summary>Set when an officer confirmed a code whose check character is wrong.</summary>
    public bool CreditCodeConfirmed { get; init; }
    public required string RegionCode { get; set; }
    public required string Address { get; set; }
    public required string PlaceType { get; set; }
    public string? Phone { get; set; }
    public EnterpriseStatus Status { get; set; }
    public DateTimeOffset RegisteredAt { get; init; }
    public VoidMark? Void { get; set; }
    public long Version { get; set; }
}
