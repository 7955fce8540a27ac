using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Engine.Runtime;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>
/// What an act works with; lives as long as the act's transaction. A host activity gets one of its own from
/// <c>HostCall.Services.GetRequiredService&lt;ActContext&gt;()</c>: same actor, same instant, the step's database context;
/// what it records and raises is part of the same commit.
/// </summary>
public sealed class ActContext
{
    private readonly List<FlowCommand> commands = [];
    private readonly List<Signal> signals = [];
    private readonly List<FlowCommand> endings = [];
    private readonly List<LedgerFact> facts = [];
    private WorkflowDbContext? db;

    public ActContext(WorkflowDbContext db, Actor actor, DateTimeOffset now, DateTimeOffset receivedAt, IServiceProvider services)
        : this(actor, now, receivedAt, services) => this.db = db;

    internal ActContext(Actor actor, DateTimeOffset now, DateTimeOffset receivedAt, IServiceProvider services) =>
        (Actor, Now, ReceivedAt, Services) = (actor, now, receivedAt, services);

    /// <summary>Rows of this transaction. The ring saves what is left unsaved.</summary>
    public WorkflowDbContext Db => db ??= Services.GetRequiredService<WorkflowDbContext>();
    public Actor Actor { get; }

    /// <summary>The post in whose name the actor acts, once the act knows it; until then the ledger takes the first of his posts.</summary>
    public HeldPost? Post { get; set; }

    /// <summary>Business time of the act; the due instant when a timer acts.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Machine time at which the server received it.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Services of the act's own scope: what they read and write is in this transaction.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The engine's rows in this transaction: kept signals, bookmarks, open instances.</summary>
    public EfWorkflowStore Flows => Services.GetRequiredService<ActScope>().Flows;

    public IReadOnlyList<Signal> Signals => signals;
    public IReadOnlyList<LedgerFact> Facts => facts;

    internal IReadOnlyList<FlowCommand> Commands => endings.Count == 0 ? commands : [.. commands, .. endings];

    /// <summary>Tells the flows; they are stepped after the act's rows are saved, in the same transaction.</summary>
    public void Raise(string name, Guid matterId, IReadOnlyDictionary<string, object?>? payload = null)
    {
        var signal = new Signal(name, matterId.ToString("D"), payload ?? new Dictionary<string, object?>());
        signals.Add(signal);
        commands.Add(new RaiseSignal(signal));
    }

    /// <summary>Writes to the ledger: every act records at least one fact.</summary>
    public void Record(LedgerFact fact) => facts.Add(fact);

    /// <summary>Asks something else of the engine than a signal: start, resume, cancel (<see cref="FlowCommands"/>).</summary>
    internal void Ask(FlowCommand command) => commands.Add(command);

    /// <summary>Asks it after everything else: what the act tells the flows is heard first.</summary>
    internal void AskLast(FlowCommand command) => endings.Add(command);
}
