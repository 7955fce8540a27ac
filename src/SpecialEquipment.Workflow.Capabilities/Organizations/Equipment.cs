namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>In use 在用, out of use 停用, sealed 封存, scrapped 报废.</summary>
public enum EquipmentStatus { InUse, OutOfUse, Sealed, Scrapped }

public static class EquipmentStatuses
{
    public static string Name(this EquipmentStatus status) => status switch
    {
        EquipmentStatus.InUse => "在用",
        EquipmentStatus.OutOfUse => "停用",
        EquipmentStatus.Sealed => "封存",
        _ => "报废",
    };
}

/// <summary>One device at the unit that uses it.</summary>
public sealed class Equipment
{
    public long Key { get; set; }
    public Guid Id { get; init; }

    /// <summary>Life-long code given by the manufacturer (设备代码).</summary>
    public required string Code { get; init; }

    /// <summary>Old registration code under which it is still known.</summary>
    public string? FormerCode { get; init; }

    /// <summary>Catalogue code of four characters; its kind is derived from it.</summary>
    public required string CatalogueCode { get; init; }
    public EquipmentKind Kind { get; init; }
    public required string Name { get; set; }
    public string? RegistrationNumber { get; set; }
    public Guid EnterpriseId { get; set; }
    public required string RegionCode { get; set; }
    public required string Place { get; set; }
    public EquipmentStatus Status { get; set; }
    public string? Manufacturer { get; init; }

    /// <summary>Model as on the plate (设备型号).</summary>
    public string? Model { get; set; }
    public DateOnly? UsedSince { get; init; }

    /// <summary>As printed in the inspection report, which always wins over computed cycles (DOMAIN §4.14).</summary>
    public DateOnly? NextInspectionOn { get; set; }
    public string? MaintenanceUnit { get; set; }
    public VoidMark? Void { get; set; }
    public long Version { get; set; }
}
