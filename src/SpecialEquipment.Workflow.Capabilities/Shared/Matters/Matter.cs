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
    public DateOnly? RectifyBy
    {
        get;
        set => (field, DueOrder) = (value, value ?? DateOnly.MaxValue);
    }

    /// <summary><see cref="RectifyBy"/> as lists sort it: without a date last. Never empty, so that one index serves every database.</summary>
    public DateOnly DueOrder { get; private set; } = DateOnly.MaxValue;

    /// <summary>Removed while the inspectors were present (O57 art. 26): found and treated in one visit, counted apart.</summary>
    public bool IsFixedOnSpot { get; set; }

    /// <summary>Place type of the unit, which decides what other departments see it.</summary>
    public string? PlaceType { get; set; }

    // What the ledger filters and sorts by stands here, beside state and region: a filtered page is read from one table and its indices.

    /// <summary>Code of the source it came from.</summary>
    public string? Source { get; set; }

    /// <summary>Code of the kind of equipment; null when the device is known by description only.</summary>
    public string? EquipmentKind { get; set; }

    /// <summary>True time at the scene.</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>What a search inside names looks through: unit, device, place and text, in capitals. Numbers and codes are searched by their beginning instead.</summary>
    public string SearchText { get; set; } = "";
}

public enum HazardGrade { General, Major }

/// <summary>States of DOMAIN §4.2 and §4.3, one list for the one matter.</summary>
public enum HazardState
{
    Reported, Dismissed, RoutedOut, Merged, Registered, Graded, Ordered, SelfRectifying, FixedOnTheSpot,
    PlanPending, PlanInReview, PlanReturned, Rectifying, ReportSubmitted, Reinspecting, ReinspectionFailed, Passed,
    SignedOff, ClosedDecommissioned, ClosedShutdown, MovedOut,
}
