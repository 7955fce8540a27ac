namespace SpecialEquipment.Workflow.Capabilities.Escalation;

/// <summary>A hazard on the ladder (DOMAIN §4.4): one open case per hazard, at one level.</summary>
public sealed class EscalationCase
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public EscalationLevel Level { get; set; }

    /// <summary>The failure fact behind the level, in words, with its date.</summary>
    public required string Fact { get; init; }
    public DateOnly? MissedDate { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? CloseReason { get; set; }
}

/// <summary>L0 the instruction itself, L1 warning talk and written notice; the levels above follow.</summary>
public enum EscalationLevel { L0, L1 }

public static class EscalationLevels
{
    public static string Name(this EscalationLevel level) => level == EscalationLevel.L0 ? "监察指令" : "约见警示、书面告知";
}
