namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// The thing a case is about: one id, one version, one state from discovery to sign-off (DOMAIN §4.0 "One matter").
/// Capabilities keep their own details keyed by <see cref="Id"/>.
/// </summary>
public sealed class Matter
{
    /// <summary>Clustering key; never shown.</summary>
    public long Key { get; set; }
    public Guid Id { get; init; }

    public const string HazardKind = "HAZARD";

    /// <summary><see cref="HazardKind"/> for now.</summary>
    public required string Kind { get; init; }

    /// <summary>Ledger number once registered.</summary>
    public string? Number { get; set; }
    public required string Title { get; set; }
    public HazardState State { get; set; }

    /// <summary>GENERAL or MAJOR once graded.</summary>
    public HazardGrade? Grade { get; set; }

    /// <summary>Raised by every command; the version a user saw must equal it.</summary>
    public long Version { get; set; }
    public required string RegionCode { get; set; }
    public Guid? EnterpriseId { get; set; }
    public Guid? DepartmentId { get; set; }
    /// <summary>The day on which the hazard was found at the scene, by which statistics place it; of merged reports the earliest (E12).</summary>
    public DateOnly FoundOn { get; set; }

    /// <summary>The day on which it entered the ledger; null before.</summary>
    public DateOnly? RegisteredOn { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why it was closed when it did not end by its own course; stands on every task and limit that ended with it.</summary>
    public string? CloseReason { get; set; }
    internal const int CloseReasonLength = 500;

    /// <summary>The rectification date has passed without a report; a flag, the state stays (DOMAIN §4.3).</summary>
    public bool IsOverdue { get; set; }

    /// <summary>The named date by which the hazard must be removed: of the instruction, of a granted extension or of the unit's own undertaking. Null while an instruction awaits its service.</summary>
    public DateOnly? RectifyBy { get; set; }

    /// <summary>Removed while the inspectors were present (O57 art. 26): found and treated in one visit, counted apart.</summary>
    public bool IsFixedOnSpot { get; set; }

    /// <summary>Place type of the unit, which decides what other departments see it.</summary>
    public string? PlaceType { get; set; }
}

public enum HazardGrade { General, Major }

/// <summary>States of DOMAIN §4.2 and §4.3, one list for the one matter.</summary>
public enum HazardState
{
    Reported, Dismissed, RoutedOut, Merged, Registered, Graded, Ordered, SelfRectifying, FixedOnTheSpot,
    PlanPending, PlanInReview, PlanReturned, Rectifying, ReportSubmitted, Reinspecting, ReinspectionFailed, Passed,
    SignedOff, ClosedDecommissioned, ClosedShutdown, MovedOut,
}
