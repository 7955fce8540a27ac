namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// The same kind of defect, again and again within one county and one window: proposed to the officer as a prevalent major hazard, and what he
/// decided (DOMAIN §4.2 pattern rule).
/// </summary>
public sealed class HazardPattern
{
    public long Key { get; set; }
    public Guid Id { get; init; }

    /// <summary>Six digits.</summary>
    public required string CountyCode { get; init; }
    public required string DefectKey { get; init; }
    public PatternBasis Basis { get; init; }

    /// <summary>The model or the maintenance unit; empty when several units are the ground.</summary>
    public required string Value { get; init; }

    /// <summary>The case on which the officer is asked.</summary>
    public Guid MatterId { get; set; }

    /// <summary>The hazards behind it, the newest first; at most <see cref="PrevalentHazards.Most"/>.</summary>
    public required IReadOnlyList<Guid> MatterIds { get; set; }
    public int Units { get; set; }
    public int Devices { get; set; }
    public DateTimeOffset ProposedAt { get; init; }
    public PatternState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedByName { get; set; }
    public string? Reason { get; set; }
}

/// <summary>Devices of one model, devices of one maintenance unit, several units.</summary>
public enum PatternBasis { Model, MaintenanceUnit, Units }

public enum PatternState { Proposed, Accepted, Rejected, Lapsed }

public static class PatternNames
{
    /// <summary>In words: 同一型号“X”的 3 台设备.</summary>
    public static string Text(this HazardPattern pattern) => pattern.Basis switch
    {
        PatternBasis.Model => $"同一型号“{pattern.Value}”的 {pattern.Devices} 台设备",
        PatternBasis.MaintenanceUnit => $"同一维保单位“{pattern.Value}”维保的 {pattern.Devices} 台设备",
        _ => $"{pattern.Units} 个使用单位",
    };

    public static string Name(this PatternState state) => state switch
    {
        PatternState.Proposed => "待认定",
        PatternState.Accepted => "已认定",
        PatternState.Rejected => "不予认定",
        _ => "案件均已办结，不再认定",
    };
}
