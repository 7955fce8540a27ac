namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>How a case ended that did not end by rectification: the decision, its proof and where the device went (DOMAIN §4.3, E5).</summary>
public sealed class HazardClosure
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public ClosureGround Ground { get; init; }
    public required string Reason { get; init; }

    /// <summary>Day on which the fact itself happened: cancelled, destroyed, moved, decided.</summary>
    public DateOnly HappenedOn { get; init; }

    /// <summary>Number of the cancelled certificate or of the closure decision.</summary>
    public string? ReferenceNumber { get; init; }

    /// <summary>Who decided on closure, or the regulator that takes a moved device over.</summary>
    public string? Authority { get; init; }
    public string? NewRegionName { get; init; }
    public string? NewUnitName { get; init; }
    public string? NewPlace { get; init; }
    public required string OfficerName { get; init; }
    public required string ApproverName { get; init; }
    public DateTimeOffset ClosedAt { get; init; }
}

/// <summary>Registration cancelled or use function destroyed (SESL 48), moved to another place of the county or to another county, shut down.</summary>
public enum ClosureGround { RegistrationCancelled, FunctionDestroyed, Relocated, OtherCounty, ShutDown }

public static class ClosureGrounds
{
    public static string Name(this ClosureGround ground) => ground switch
    {
        ClosureGround.RegistrationCancelled => "使用登记已注销",
        ClosureGround.FunctionDestroyed => "已消除使用功能",
        ClosureGround.Relocated => "设备已移至本县其他地点",
        ClosureGround.OtherCounty => "设备已移至其他县",
        _ => "已决定关停",
    };
}

/// <summary>A report handed to another department, and whether it has been received there; its duty is not lost on the way.</summary>
public sealed class HazardRouting
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public Guid DepartmentId { get; init; }
    public required string DepartmentCode { get; init; }
    public required string DepartmentName { get; init; }
    public RoutingKind Kind { get; init; }
    public required string Reason { get; init; }
    public required string RoutedByName { get; init; }
    public DateTimeOffset RoutedAt { get; init; }
    public string? ReceivedByName { get; set; }
    public DateTimeOffset? ReceivedAt { get; set; }
    public string? ReceiptNote { get; set; }
}

/// <summary>抄告 tells what lies with another department; 移送 hands the case over.</summary>
public enum RoutingKind { Copy, Transfer }
