namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Who has to do with a matter, in which part. Involvement gives the right to see it (DESIGN D9).</summary>
public sealed class MatterParty
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public PartyRole Role { get; init; }
    public Guid? PersonId { get; init; }
    public string? PersonName { get; init; }
    public Guid? PostId { get; init; }
    public string? PostName { get; init; }
    public Guid? DepartmentId { get; init; }
    public string? DepartmentName { get; init; }
    public Guid? EnterpriseId { get; init; }
    public string? EnterpriseName { get; init; }
    public DateTimeOffset Since { get; init; }
}

/// <summary>Finder of the hazard, the unit, the officers who acted.</summary>
public enum PartyRole { Finder, Unit, CaseOfficer, Inspector, Approver, BureauLeader, UnitHandler, Recipient }

/// <summary>A link between two matters, e.g. a relapse and the old one.</summary>
public sealed class MatterLink
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public Guid OtherMatterId { get; init; }
    public required string Kind { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
