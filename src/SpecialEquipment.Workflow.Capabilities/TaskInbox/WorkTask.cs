namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

public enum WorkTaskState
{
    Open,
    Completed,
    Cancelled,
}

/// <summary>How many of the assignees must act. One for now; the others have their rows already (DESIGN D9).</summary>
public enum TaskMode
{
    One,
}

/// <summary>What happens when the deadline passes: the task stays open, or the flow goes on through the port <c>Overdue</c>.</summary>
public enum OnOverdue
{
    Stay,
    Leave,
}

/// <summary>
/// Something a post or a person owes on a matter (待办). Opened and closed only by <see cref="AssignTask"/>; what people do to it
/// reaches the flow as a signal, so a task and the bookmark that waits for it change in one commit.
/// </summary>
public sealed class WorkTask
{
    /// <summary>Clustering key; tie-break of lists.</summary>
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }

    /// <summary>Of the matter when the task was given: which version of a policy rule holds.</summary>
    public required string RegionCode { get; init; }

    // The place in the flow that waits for the task.
    public Guid InstanceId { get; init; }
    public required string ActivityInstanceId { get; init; }
    public required string ActivityId { get; init; }

    public required string Title { get; set; }

    /// <summary>Which form the console shows; a command name or one of its own.</summary>
    public string? Form { get; init; }
    public string? Message { get; init; }
    public TaskMode Mode { get; init; }

    /// <summary>JSON list of <see cref="TaskOutcome"/>: the ports a person can choose.</summary>
    public required string OutcomesJson { get; init; }

    /// <summary>JSON object: what the task is about within its matter (a confirmation, a request); commands find it in their form.</summary>
    public string? AboutJson { get; init; }

    public WorkTaskState State { get; set; }
    public string? Outcome { get; set; }

    /// <summary>Kebab-case name of the signal or reason that closed it; null when it was completed by hand.</summary>
    public string? ClosedBy { get; set; }

    /// <summary>Why it ended undone, when its matter was closed.</summary>
    public string? CloseReason { get; set; }
    public Guid? CompletedByPersonId { get; set; }
    public string? CompletedByName { get; set; }

    /// <summary>The deadline object, if the task runs against one.</summary>
    public Guid? DeadlineId { get; set; }

    /// <summary>The task started the deadline and ends it; false when it runs against one that an act of the matter keeps.</summary>
    public bool OwnsDeadline { get; set; }
    public DateOnly? DueDate { get; set; }

    /// <summary>Last instant at which it is in time.</summary>
    public DateTimeOffset? DueInstant { get; set; }

    /// <summary>From here on it is overdue (E1).</summary>
    public DateTimeOffset? OverdueAt { get; set; }

    /// <summary><see cref="OverdueAt"/>, or a far future without one: lists are ordered by it.</summary>
    public DateTimeOffset Urgency { get; set; }
    public bool Paused { get; set; }
    public OnOverdue OnOverdue { get; init; }
    public bool Escalate { get; init; }

    public Guid? ClaimedByPersonId { get; set; }
    public string? ClaimedByName { get; set; }
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>First time somebody who can act looked at it: "opened but not done" differs from "untouched".</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>Whose act made the flow assign it; null when a timer did.</summary>
    public Guid? SentByPersonId { get; init; }
    public string? SentByName { get; init; }
    public int UrgeCount { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Counts what happened to the task alone; starts at 0. See <see cref="TaskVersions"/>.</summary>
    public long Version { get; set; }

    public bool IsOpen => State == WorkTaskState.Open;

    public static readonly DateTimeOffset NotUrgent = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>One port of the task as people see it. With a command, choosing it runs the command on the matter.</summary>
public sealed record TaskOutcome(string Name, string DisplayName, string? Command);

/// <summary>
/// The one version a user sees on a task: of the task and its matter together. Both only ever grow, so their sum is unchanged
/// exactly when neither has changed; and a fresh task has the version of its matter.
/// </summary>
public static class TaskVersions
{
    public static long Seen(WorkTask task, long matterVersion) => matterVersion + task.Version;
}
