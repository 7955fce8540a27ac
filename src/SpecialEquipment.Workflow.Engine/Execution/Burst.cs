using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>What a step did, until nothing was left to run.</summary>
/// <param name="State">The instance afterwards.</param>
/// <param name="Effects">What the runtime has to do now, in order.</param>
/// <param name="Journal">What happened, in order.</param>
/// <param name="Records">One entry per activity execution that was touched.</param>
/// <param name="Incidents">Incidents that were opened, tried again or resolved.</param>
public sealed record Burst(
    InstanceState State, IReadOnlyList<Effect> Effects, IReadOnlyList<JournalEvent> Journal,
    IReadOnlyList<ExecutionRecord> Records, IReadOnlyList<IncidentChange> Incidents)
{
    /// <summary>False: the stimulus met nothing (the bookmark was gone, the instance had ended); the state is untouched.</summary>
    public bool TookEffect { get; init; } = true;
}

public enum JournalKind
{
    Started,
    Completed,
    Suspended,
    Resumed,
    Faulted,
    Canceled,
}

public readonly record struct JournalEvent(string ActivityInstanceId, CompiledNode Node, JournalKind Kind, IReadOnlyList<string>? Outcomes);

public enum ExecutionStatus
{
    Running,
    Completed,
    Canceled,
    Faulted,
}

/// <summary>What became of one activity execution; a row of the journal.</summary>
public sealed class ExecutionRecord
{
    public required string ActivityInstanceId { get; init; }
    public required string? ParentActivityInstanceId { get; init; }
    public required CompiledNode Node { get; init; }
    public required long Sequence { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; internal set; }
    public ExecutionStatus Status { get; internal set; }

    /// <summary>The execution began in this burst.</summary>
    public required bool IsNew { get; init; }
    public IReadOnlyDictionary<string, object?>? Inputs { get; internal set; }
    public IReadOnlyDictionary<string, object?>? Outputs { get; internal set; }
    public IReadOnlyList<string>? Outcomes { get; internal set; }
    public string? Fault { get; internal set; }
}

public sealed record IncidentChange(Incident Incident, bool IsResolved);

/// <summary>Something the pure step asks for.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Call the host activity; its answer comes back as a stimulus. <paramref name="Resumption"/> null: it is the first call.</summary>
    public sealed record CallHost(string ActivityInstanceId, CompiledNode Node, IReadOnlyDictionary<string, object?> Inputs, JsonObject State, Resumption? Resumption) : Effect;

    /// <summary>Tell the host activity that it is given up.</summary>
    public sealed record CancelHost(string ActivityInstanceId, CompiledNode Node, IReadOnlyDictionary<string, object?> Inputs, JsonObject State) : Effect;

    /// <summary>Deliver an event when all bursts have come to rest. <paramref name="IsLocal"/>: to this instance only.</summary>
    public sealed record PublishEvent(string Name, string? CorrelationId, object? Payload, bool IsLocal) : Effect;
    public sealed record AddBookmark(Bookmark Bookmark) : Effect;
    public sealed record RemoveBookmark(Guid BookmarkId) : Effect;
}
