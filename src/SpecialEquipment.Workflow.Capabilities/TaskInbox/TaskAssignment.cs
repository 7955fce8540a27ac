namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

public enum AssigneeKind
{
    PostKind,
    EnterprisePost,
    Person,
    SamePerson,
    Post,
}

public enum AssignmentState
{
    Open,
    Done,
    Transferred,
    Closed,
}

/// <summary>
/// Who owes a task, from when to when. To a post, whoever holds it (E8), or to one person. A transfer ends one row and begins the
/// next; rows are never changed afterwards, so they say for ever who was responsible.
/// </summary>
public sealed class TaskAssignment
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid TaskId { get; init; }

    /// <summary>Order of the assignees; 1 while a task has one.</summary>
    public int Position { get; init; }
    public AssigneeKind Kind { get; init; }
    public Guid? PostId { get; init; }
    public string? PostName { get; init; }
    public string? PostKind { get; init; }
    public Guid? PersonId { get; init; }
    public string? PersonName { get; init; }

    /// <summary>Scope of a transfer: the post's region, department or enterprise when it was assigned.</summary>
    public string? RegionCode { get; init; }
    public Guid? DepartmentId { get; init; }
    public Guid? EnterpriseId { get; init; }

    /// <summary>Receives what the post would when it is vacant.</summary>
    public Guid? SuperiorPostId { get; init; }

    /// <summary>Names of those who held the post at the beginning and at the end, as they stood then.</summary>
    public required string HoldersAtStart { get; init; }
    public string? HoldersAtEnd { get; set; }
    public AssignmentState State { get; set; }
    public DateTimeOffset AssignedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    public string AssigneeName => PersonName is null ? PostName ?? "" : PostName is null ? PersonName : $"{PostName} {PersonName}";
}
