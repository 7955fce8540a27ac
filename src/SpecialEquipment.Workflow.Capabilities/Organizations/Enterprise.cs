namespace SpecialEquipment.Workflow.Capabilities.Organizations;

public enum EnterpriseStatus { Active, Dissolved }

/// <summary>How a unit ceased to exist: struck off the register of enterprises (注销登记) or dissolved otherwise (解散、撤销).</summary>
public enum UnitEnding { Deregistered, Dissolved }

public static class UnitEndings
{
    public static string Name(this UnitEnding ending) => ending == UnitEnding.Deregistered ? "注销登记" : "解散";
}

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

    /// <summary>Day on which it ceased to exist, and the paper that says so (E5); null while it exists.</summary>
    public DateOnly? DissolvedOn { get; set; }
    public UnitEnding? Ending { get; set; }
    public string? EndingProof { get; set; }

    /// <summary>When everything that was open on it had been put before the officers; null while that is going on.</summary>
    public DateTimeOffset? DisposalsOpenedAt { get; set; }
    public DateTimeOffset RegisteredAt { get; init; }
    public VoidMark? Void { get; set; }
    public long Version { get; set; }
}
