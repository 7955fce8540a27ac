namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>One thing that happened to one matter, for the append-only ledger.</summary>
/// <param name="Act">Kebab-case name of the command or activity, e.g. <c>submit-plan</c>.</param>
/// <param name="Summary">Chinese sentence for the timeline, without names of who and when (they are fields of their own).</param>
/// <param name="Detail">Plain data that belongs to the evidence: form values, document ids, before and after.</param>
public sealed record LedgerFact(Guid MatterId, string Act, string Summary)
{
    /// <summary>True time at the scene when it differs from the act's business time (E11).</summary>
    public DateTimeOffset? EventTime { get; init; }
    public IReadOnlyDictionary<string, object?>? Detail { get; init; }

    /// <summary>decision, document, notice, clock, progress, access or accountability: the timeline's filter.</summary>
    public string Kind { get; init; } = "decision";
    public string? StateAfter { get; init; }
    public Guid? DocumentId { get; init; }

    /// <summary>The post in whose name the actor acted, when it is not his first one.</summary>
    public HeldPost? Post { get; init; }

    /// <summary>Name of the person or post that delegated the act.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Set on a fact that a flow records but the actor did, such as the completion of the task he answered.</summary>
    public bool IsOfActor { get; init; }

    /// <summary>The flow did it by itself in the wake of somebody's act: the ledger names the system, not the person.</summary>
    internal bool IsOfFlow { get; init; }
}
