namespace SpecialEquipment.Workflow.Capabilities.Documents;

public enum DocumentState { Draft, Issued, Served, Void }

/// <summary>
/// A numbered document. What it prints is frozen at issue in <see cref="Fields"/>; afterwards only its service and its voiding are added.
/// Never deleted: a void document keeps its number (DOMAIN §4.0, E20). A correction is a document of its own, a draft without a number
/// until an approver issues it in place of the wrong one.
/// </summary>
public sealed class OfficialDocument
{
    public long Key { get; set; }
    public Guid Id { get; init; }

    /// <summary>Null while it is a draft.</summary>
    public string? Number { get; set; }

    /// <summary>One of <c>DocumentTemplates</c>.</summary>
    public required string Template { get; init; }
    public Guid MatterId { get; init; }
    public required string Title { get; init; }
    public required string OrganName { get; init; }

    /// <summary>Region and department whose series numbers it; empty on documents older than these columns.</summary>
    public string RegionCode { get; init; } = "";
    public string DepartmentCode { get; init; } = "";

    /// <summary>The unit it concerns, as it was called then.</summary>
    public string? UnitName { get; init; }

    /// <summary>What the archive searches: title and unit.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>Every field it prints, as JSON.</summary>
    public required string Fields { get; set; }
    public DateOnly? DueDate { get; init; }
    public DocumentState State { get; set; }

    /// <summary>When it was drafted, while it is a draft.</summary>
    public DateTimeOffset IssuedAt { get; set; }
    public DateTimeOffset? ServedAt { get; set; }

    /// <summary>Record of service as JSON, once served.</summary>
    public string? Service { get; set; }
    public DateTimeOffset? VoidedAt { get; set; }
    public string? VoidedBy { get; set; }
    public string? VoidReason { get; set; }

    /// <summary>The wrong document this one corrects, why, and who drafted the correction.</summary>
    public Guid? CorrectsId { get; init; }
    public string? CorrectionReason { get; init; }
    public Guid? DraftedById { get; init; }

    /// <summary>The document that has taken this one's place.</summary>
    public Guid? CorrectedById { get; set; }
    public long Version { get; set; }
}

/// <summary>Last serial given per organ, kind and year; its row lock makes the series gap-free.</summary>
public sealed class OfficialSerial
{
    public required string Organ { get; init; }
    public required string Kind { get; init; }
    public int Year { get; init; }
    public int Last { get; set; }
}
