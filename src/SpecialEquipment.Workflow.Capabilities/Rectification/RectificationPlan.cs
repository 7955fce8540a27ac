namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>One submission of the five-implementation plan (五落实整改方案). A returned one stays; the next one gets the next serial.</summary>
public sealed class RectificationPlan
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public int Serial { get; init; }
    public required string Goal { get; init; }
    public IReadOnlyList<PlanMeasure> Measures { get; init; } = [];
    public DateOnly Deadline { get; init; }
    public required string ResponsibleUnit { get; init; }
    public required string Leader { get; init; }
    public required string Doer { get; init; }
    public required string Supervisor { get; init; }
    public decimal FundingAmount { get; init; }
    public string? FundingSource { get; init; }
    public DateOnly? FundingArrival { get; init; }
    public string? ZeroFundingReason { get; init; }
    public string? ContingencyPlan { get; init; }
    public string? InterimControl { get; init; }
    public InterimControlMode? InterimControlMode { get; init; }
    public Guid? SubmittedById { get; init; }
    public required string SubmittedByName { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }
    public PlanState State { get; set; }
    public string? Opinion { get; set; }
    public string? ReviewedByName { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
}

public sealed record PlanMeasure(string Text, DateOnly Date, string Owner);

/// <summary>Until a major hazard is removed: stop use, use under watch, or isolate (DOMAIN §4.3).</summary>
public enum InterimControlMode { StopUse, MonitoredUse, Isolation }

public static class InterimControlModes
{
    public static string Name(this InterimControlMode mode) => mode switch
    {
        InterimControlMode.StopUse => "停止使用",
        InterimControlMode.MonitoredUse => "监护使用",
        _ => "隔离",
    };
}

public enum PlanState { InReview, Approved, Returned }
