namespace SpecialEquipment.Workflow.Storage.Flows;

/// <summary>One version of a definition, as the designer wrote it.</summary>
public sealed class FlowDefinition
{
    public long Key { get; set; }
    public Guid VersionId { get; init; }
    public required string DefinitionId { get; init; }
    public int Version { get; set; }
    public required string Name { get; set; }
    public string? Description { get; set; }

    /// <summary>The whole document, members we do not know included.</summary>
    public required string Json { get; set; }
    public bool IsLatest { get; set; }
    public bool IsPublished { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>A number that changes with what it is named after, so that caches ask one short question.</summary>
public sealed class Stamp
{
    public const string Definitions = "definitions";
    public required string Name { get; init; }
    public long Value { get; set; }
}

public sealed class FlowInstance
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid DefinitionVersionId { get; set; }
    public required string DefinitionId { get; set; }
    public int DefinitionVersion { get; set; }
    public long Version { get; set; }
    public required string Status { get; set; }
    public string? CorrelationId { get; set; }
    public string? Name { get; set; }
    public int OpenIncidents { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public required byte[] State { get; set; }
}

/// <summary>Something an instance waits for; with <see cref="DueAt"/> it is a timer.</summary>
public sealed class FlowBookmark
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid InstanceId { get; init; }
    public required string ActivityInstanceId { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public string? CorrelationId { get; init; }

    /// <summary>Business instant.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public string? Payload { get; init; }

    /// <summary>The node that has claimed the due timer, until <see cref="LeaseUntil"/> (machine time); a failed firing waits there for its retry.</summary>
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public int Attempts { get; set; }
}

public sealed class FlowJournal
{
    public long Key { get; set; }
    public Guid InstanceId { get; init; }
    public required string ActivityInstanceId { get; init; }
    public string? ParentActivityInstanceId { get; init; }
    public required string ActivityId { get; init; }
    public required string NodeId { get; init; }
    public required string ActivityType { get; init; }
    public int ActivityVersion { get; init; }
    public required string ActivityName { get; init; }
    public long Sequence { get; init; }
    public required string Status { get; set; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Evaluated inputs, outputs, outcomes, exception text: JSON.</summary>
    public required string Detail { get; set; }
}

public sealed class FlowIncident
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid InstanceId { get; init; }
    public required string ActivityInstanceId { get; init; }
    public required string ActivityId { get; init; }
    public required string ActivityType { get; init; }
    public required string ActivityName { get; init; }
    public required string Message { get; set; }
    public string? Detail { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>Machine time of the next automatic try; null waits for a person.</summary>
    public DateTimeOffset? RetryAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
}

/// <summary>A signal that a faulting flow could not take; kept and retried.</summary>
public sealed class FlowSignal
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public string? CorrelationId { get; init; }
    public required string Payload { get; init; }
    public Guid? InstanceId { get; init; }
    public int Attempts { get; set; }

    /// <summary>Machine time of the next try; a node that tries now moves it ahead first, so that only one does.</summary>
    public DateTimeOffset RetryAt { get; set; }
    public required string LastError { get; set; }
    public DateTimeOffset RaisedAt { get; init; }
}
