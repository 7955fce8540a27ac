using SpecialEquipment.Workflow.Engine.Runtime;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>What an act works with. Lives as long as the act's transaction.</summary>
public sealed class ActContext(WorkflowDbContext db, Actor actor, DateTimeOffset now, DateTimeOffset receivedAt, IServiceProvider services)
{
    private readonly List<Signal> signals = [];
    private readonly List<LedgerFact> facts = [];

    public WorkflowDbContext Db { get; } = db;
    public Actor Actor { get; } = actor;

    /// <summary>Business time of the act; the due instant when a timer acts.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>Machine time at which the server received it.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;
    public IServiceProvider Services { get; } = services;

    public IReadOnlyList<Signal> Signals => signals;
    public IReadOnlyList<LedgerFact> Facts => facts;

    /// <summary>Tells the flows; they are stepped after the act's rows are saved, in the same transaction.</summary>
    public void Raise(string name, Guid matterId, IReadOnlyDictionary<string, object?>? payload = null) =>
        signals.Add(new Signal(name, matterId.ToString("D"), payload ?? new Dictionary<string, object?>()));

    /// <summary>Writes to the ledger: every act records at least one fact.</summary>
    public void Record(LedgerFact fact) => facts.Add(fact);
}

/// <summary>One thing that happened to one matter, for the append-only ledger.</summary>
/// <param name="Act">Kebab-case name of the command or activity, e.g. <c>submit-plan</c>.</param>
/// <param name="Summary">Chinese sentence for the timeline, without names of who and when (they are fields of their own).</param>
/// <param name="Detail">Plain data that belongs to the evidence: form values, document ids, before and after.</param>
public sealed record LedgerFact(Guid MatterId, string Act, string Summary)
{
    /// <summary>True time at the scene when it differs from the act's business time (E11).</summary>
    public DateTimeOffset? EventTime { get; init; }
    public IReadOnlyDictionary<string, object?>? Detail { get; init; }

    /// <summary>decision, document, notice, clock, progress or access: the timeline's filter.</summary>
    public string Kind { get; init; } = "decision";
    public string? StateAfter { get; init; }
    public Guid? DocumentId { get; init; }
}
