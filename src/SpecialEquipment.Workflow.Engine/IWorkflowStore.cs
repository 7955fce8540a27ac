using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine;

/// <summary>
/// The one wall between the engine and the database. A store belongs to one transaction, the act's; everything it
/// reads is read there and everything it writes commits or rolls back there.
/// </summary>
public interface IWorkflowStore
{
    /// <summary>Every published definition version (one per definition). Callers cache compiled graphs by <see cref="StoredDefinition.VersionId"/>.</summary>
    ValueTask<IReadOnlyList<StoredDefinition>> PublishedDefinitionsAsync(CancellationToken cancellation);

    /// <summary>Number that changes whenever a definition is saved, published or retracted; cheap to read.</summary>
    ValueTask<long> DefinitionsStampAsync(CancellationToken cancellation);
    ValueTask<StoredDefinition?> FindDefinitionVersionAsync(Guid versionId, CancellationToken cancellation);

    /// <summary>Loads an instance for stepping; the row is locked or its version is checked at <see cref="SaveAsync"/>.</summary>
    ValueTask<StoredInstance?> LoadAsync(Guid instanceId, CancellationToken cancellation);

    /// <summary>Bookmarks waiting for (kind, name). A null <paramref name="correlationId"/> matches every instance; otherwise instances with that correlation id.</summary>
    ValueTask<IReadOnlyList<StoredBookmark>> FindBookmarksAsync(string kind, string name, string? correlationId, CancellationToken cancellation);
    ValueTask<StoredBookmark?> FindBookmarkAsync(Guid bookmarkId, CancellationToken cancellation);

    /// <summary>Ids of instances of a matter that have not ended.</summary>
    ValueTask<IReadOnlyList<Guid>> FindOpenInstancesAsync(string correlationId, CancellationToken cancellation);

    /// <summary>Everything one or more bursts of an instance changed, in one go. Throws <see cref="InstanceConflictException"/> when the version moved.</summary>
    ValueTask SaveAsync(InstanceWrite write, CancellationToken cancellation);

    /// <summary>Keeps a signal whose step faulted, to be retried with back-off.</summary>
    ValueTask KeepPendingSignalAsync(PendingSignal signal, CancellationToken cancellation);
    ValueTask<IReadOnlyList<PendingSignal>> PendingSignalsAsync(string correlationId, CancellationToken cancellation);
    ValueTask RemovePendingSignalAsync(Guid signalId, CancellationToken cancellation);
}

public sealed record StoredDefinition(Guid VersionId, string DefinitionId, int Version, string Name, string Json);

/// <param name="State">Serialised <c>InstanceState</c>, exactly as the engine wrote it.</param>
public sealed record StoredInstance(Guid InstanceId, Guid DefinitionVersionId, long Version, ReadOnlyMemory<byte> State);

public sealed record StoredBookmark(
    Guid BookmarkId, Guid InstanceId, string ActivityInstanceId, string Kind, string Name, string? CorrelationId,
    DateTimeOffset? DueAt, JsonNode? Payload);

/// <summary>All rows that a step changes. <paramref name="ExpectedVersion"/> null inserts the instance.</summary>
public sealed record InstanceWrite(
    Guid InstanceId, long? ExpectedVersion, InstanceHeader Header, ReadOnlyMemory<byte> State,
    IReadOnlyList<StoredBookmark> BookmarksAdded, IReadOnlyList<Guid> BookmarksRemoved,
    IReadOnlyList<JournalRow> Journal, IReadOnlyList<IncidentRow> Incidents);

/// <summary>What lists and searches need to know about an instance without reading its state.</summary>
/// <param name="Status">Running, Suspended, Finished, Cancelled or Faulted.</param>
public sealed record InstanceHeader(
    Guid DefinitionVersionId, string DefinitionId, int DefinitionVersion, string Status, string? CorrelationId, string? Name,
    int OpenIncidents, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

/// <summary>One row per activity execution; written again (same <paramref name="ActivityInstanceId"/>) when the execution moves on.</summary>
/// <param name="Detail">Evaluated inputs, outputs, outcomes, exception text: JSON.</param>
public sealed record JournalRow(
    string ActivityInstanceId, string? ParentActivityInstanceId, string ActivityId, string NodeId, string ActivityType, int ActivityVersion, string ActivityName,
    long Sequence, string Status, DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, bool IsNew, string Detail);

/// <param name="ResolvedAt">Null while open.</param>
public sealed record IncidentRow(
    Guid IncidentId, string ActivityInstanceId, string ActivityId, string ActivityType, string ActivityName, string Message, string? Detail,
    int Attempts, DateTimeOffset OccurredAt, DateTimeOffset? RetryAt, DateTimeOffset? ResolvedAt);

/// <summary>A signal kept because a flow that listens faulted at it.</summary>
public sealed record PendingSignal(
    Guid SignalId, string Name, string? CorrelationId, string PayloadJson, Guid? InstanceId, int Attempts, DateTimeOffset RetryAt, string LastError, DateTimeOffset RaisedAt);

/// <summary>Another act changed the instance first; the whole act is retried.</summary>
public sealed class InstanceConflictException(Guid instanceId) : Exception($"instance {instanceId} was changed by another act")
{
    public Guid InstanceId { get; } = instanceId;
}
