namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// The first part of a step that needs more than one person: what the first filled in, waiting for the next to sign under his own login
/// (DOMAIN §4.0 "Two persons"). Where several others must sign one after the other, each has a row of his own, of one chain; nothing
/// takes legal effect before the last.
/// </summary>
public sealed class Confirmation
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public required string Command { get; init; }
    public required string FormJson { get; init; }
    public Guid ProposerUserId { get; init; }
    public Guid? ProposerPersonId { get; init; }
    public required string ProposerName { get; init; }
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>State before the proposal, restored when it is refused or withdrawn.</summary>
    public HazardState StateBefore { get; init; }

    /// <summary>A certain person, or null when any holder of <see cref="ConfirmerPostKind"/> may confirm.</summary>
    public Guid? ConfirmerPersonId { get; set; }
    public required string ConfirmerPostKind { get; init; }

    /// <summary>Name of the person or of the post, for "待 李四 确认".</summary>
    public required string ConfirmerName { get; set; }
    public ConfirmationState State { get; set; }

    /// <summary>Id of the first row when somebody else has signed already; null on the first row itself.</summary>
    public Guid? ChainId { get; init; }

    /// <summary>1 for the first of the others, 2 for whoever signs after him.</summary>
    public int Place { get; init; } = 1;

    /// <summary>How many others must sign in all.</summary>
    public int Places { get; init; } = 1;
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedByUserId { get; set; }
    public Guid? DecidedByPersonId { get; set; }
    public string? DecidedByName { get; set; }
    public string? Reason { get; set; }
}

public enum ConfirmationState { Pending, Confirmed, Refused, Withdrawn, Lapsed }

/// <summary>Who else must sign: a post kind, and a certain person when the first named one.</summary>
public sealed record SecondPerson(string PostKind, Guid? PersonId, string PersonField);

/// <summary>One of those who sign.</summary>
public sealed record Signer(Guid UserId, Guid? PersonId, string Name, DateTimeOffset At);
