using SpecialEquipment.Workflow.Capabilities.Shared.Documents;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A safety supervision instruction (特种设备安全监察指令书) as two inspectors signed it. A failed re-inspection adds another one.</summary>
public sealed class Instruction
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }

    /// <summary>1 for the first; each later one replaces the date of the one before.</summary>
    public int Serial { get; init; }
    public IReadOnlyList<InstructionItem> Items { get; init; } = [];
    public required string LegalBasis { get; init; }
    public DateOnly Deadline { get; init; }
    public bool StopUse { get; init; }
    public Guid? FirstInspectorId { get; init; }
    public required string FirstInspectorName { get; init; }
    public string? FirstCertificate { get; init; }
    public Guid? SecondInspectorId { get; init; }
    public required string SecondInspectorName { get; init; }
    public string? SecondCertificate { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public ServiceMode? ServiceMode { get; set; }
    public string? Receiver { get; set; }

    /// <summary>Null until it has reached the unit; everything that runs "from service" runs from here.</summary>
    public DateTimeOffset? ServedAt { get; set; }
    public bool Refused { get; set; }
    public string? ServiceNote { get; set; }
    public ProofOfService? Proof { get; set; }
}

public sealed record InstructionItem(string? Problem, string? Clause, string? Measure);

/// <summary>Modes of service (DOMAIN §4.0): direct, left at the place, electronic, mail, entrusted, public notice.</summary>
public enum ServiceMode { Direct, Left, Electronic, Mail, Entrusted, PublicNotice }
