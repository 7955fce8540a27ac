namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>转办: a task given on, with its reason.</summary>
public sealed class TaskTransfer
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid TaskId { get; init; }
    public Guid FromAssignmentId { get; init; }
    public Guid ToAssignmentId { get; init; }
    public Guid? ByPersonId { get; init; }
    public required string ByName { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>催办: somebody who waits asked for it.</summary>
public sealed class TaskUrge
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid TaskId { get; init; }
    public Guid? ByPersonId { get; init; }
    public required string ByName { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>A remark on a task; never changed, never removed (E20).</summary>
public sealed class TaskComment
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid TaskId { get; init; }
    public Guid? PersonId { get; init; }
    public required string PersonName { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
}
