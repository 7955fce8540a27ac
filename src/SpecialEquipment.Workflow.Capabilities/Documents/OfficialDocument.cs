namespace SpecialEquipment.Workflow.Capabilities.Documents;

public enum DocumentState { Draft, Issued, Served, Void }

/// <summary>
/// A numbered document. What it prints is frozen at issue in <see cref="Fields"/>; afterwards only its service and its voiding are added.
/// Never deleted: a void document keeps its number (DOMAIN §4.0, E20).
/// </summary>
public sealed class OfficialDocument
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Number { get; init; }

    /// <summary>One of <c>DocumentTemplates</c>.</summary>
    public required string Template { get; init; }
    public Guid MatterId { get; init; }
    public required string Title { get; init; }
    public required string OrganName { get; init; }

    /// <summary>Every field it prints, as JSON.</summary>
    public required string Fields { get; init; }
    public DateOnly? DueDate { get; init; }
    public DocumentState State { get; set; }
    public DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? ServedAt { get; set; }

    /// <summary>Record of service as JSON, once served.</summary>
    public string? Service { get; set; }
    public DateTimeOffset? VoidedAt { get; set; }
    public string? VoidedBy { get; set; }
    public string? VoidReason { get; set; }
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
