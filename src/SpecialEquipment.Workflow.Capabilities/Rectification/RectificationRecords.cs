using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed class ProgressReport
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public required string Text { get; init; }
    public required string ReportedByName { get; init; }
    public DateTimeOffset ReportedAt { get; init; }
}

/// <summary>The unit asks for a later named date; only a decision moves it, silence never does (E2).</summary>
public sealed class ExtensionRequest
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public DateOnly OldDate { get; init; }
    public DateOnly RequestedDate { get; init; }
    public required string Reason { get; init; }
    public required string InterimControl { get; init; }
    public required string RequestedByName { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    public ExtensionState State { get; set; }
    public DateOnly? GrantedDate { get; set; }
    public string? DecisionReason { get; set; }
    public Guid? DecidedById { get; set; }
    public string? DecidedByName { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
}

/// <summary>LAPSED: the report came in before a decision.</summary>
public enum ExtensionState { Pending, Granted, Refused, Lapsed }

/// <summary>The unit's rectification report; the re-inspection clock runs from here.</summary>
public sealed class RectificationReport
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public int Serial { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<ReportItem> Items { get; set; } = [];
    public decimal FundsSpent { get; init; }
    public Guid? SubmittedById { get; init; }
    public required string SubmittedByName { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The named date had passed.</summary>
    public bool Late { get; init; }
}

/// <param name="Evidence">Photos and papers of this measure; a major hazard is signed off only when every measure has some (DOMAIN §4.3).</param>
public sealed record ReportItem(string? Measure, DateOnly? DoneDate, string? Note, IReadOnlyList<AttachmentRef>? Evidence = null);

/// <summary>What two inspectors found on site or in the documents.</summary>
public sealed class Reinspection
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public int Serial { get; init; }
    public ReinspectionMethod Method { get; init; }
    public IReadOnlyList<ReinspectionItem> Items { get; init; } = [];
    public ReinspectionResult Result { get; init; }
    public DateOnly? NewDeadline { get; init; }
    public Guid? FirstInspectorId { get; init; }
    public required string FirstInspectorName { get; init; }
    public string? FirstCertificate { get; init; }
    public Guid? SecondInspectorId { get; init; }
    public required string SecondInspectorName { get; init; }
    public string? SecondCertificate { get; init; }
    public DateTimeOffset ReinspectedAt { get; init; }
}

public sealed record ReinspectionItem(string? Item, bool? Passed, string? Note);

public enum ReinspectionMethod { Site, Documents }

public enum ReinspectionResult { Passed, Failed }

/// <summary>The decision that closes the ledger entry.</summary>
public sealed class SignOffDecision
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public required string Opinion { get; init; }
    public Guid? ApproverId { get; init; }
    public required string ApproverName { get; init; }
    public DateTimeOffset SignedOffAt { get; init; }
}
