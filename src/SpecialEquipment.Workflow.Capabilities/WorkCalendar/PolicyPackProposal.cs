namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>A new version of the policy pack: proposed by an administrator, decided by another person (two acts, two logins).</summary>
public sealed class PolicyPackProposal
{
    public long Key { get; private set; }
    public required Guid Id { get; init; }
    public required string PackVersion { get; init; }

    /// <summary>The whole pack as JSON: exactly what is loaded when it is approved.</summary>
    public required string PackJson { get; init; }
    public required string Reason { get; init; }

    /// <summary>What differs from the pack in force, in words, one a line; what the second person reads before deciding.</summary>
    public required string Changes { get; init; }

    /// <summary>Version of the pack it was compared with; when that is no longer in force, it must be proposed anew.</summary>
    public required string BasedOn { get; init; }
    public required Guid ProposedBy { get; init; }
    public required string ProposedByName { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public CorrectionState State { get; set; }
    public Guid? DecidedBy { get; set; }
    public string? DecidedByName { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? Opinion { get; set; }
    public long Version { get; set; } = 1;
}
