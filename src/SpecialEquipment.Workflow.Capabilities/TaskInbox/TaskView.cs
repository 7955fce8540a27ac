namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>A task as people see it; who holds a post is resolved as it is read (E8).</summary>
/// <param name="Version">Of the task and its matter together (<see cref="TaskVersions"/>); sent back with every act.</param>
/// <param name="DueText">Due status in words: 已逾期 2 个工作日, 今日到期, 还有 3 个工作日, 暂停计时.</param>
/// <param name="CanAct">The reader answers for it and may complete it now.</param>
/// <param name="RefusedReason">Why the reader, who answers for it, cannot complete it just now.</param>
/// <param name="CanTransfer">The reader may give it on: his own, or of a vacant post below him.</param>
public sealed record TaskView(
    Guid Id, string Title, Guid MatterId, string? MatterNumber, string MatterTitle, Guid? EnterpriseId, string? EnterpriseName,
    string? Form, string? Message, IReadOnlyList<TaskOutcomeView> Outcomes, string State, string? Outcome, string AssigneeKind, Guid? PostId, string? PostName, string? PersonName,
    Guid? ClaimedByPersonId, string? ClaimedBy, Guid? DeadlineId, DateOnly? DueDate, DateTimeOffset? DueInstant, string DueStatus, string DueText,
    int OverdueWorkingDays, int WorkingDaysLeft, DateTimeOffset CreatedAt, DateTimeOffset? OpenedAt, DateTimeOffset? CompletedAt, string? CompletedByName, string? CloseReason, string? SentByName,
    long Version, long MatterVersion, int UrgeCount, bool CanAct, bool CanTransfer, bool CanUrge, string? RefusedReason,
    IReadOnlyList<TaskCommentView> Comments, IReadOnlyList<TaskAssignmentView> Assignments, IReadOnlyList<TaskTransferView> Transfers, IReadOnlyList<TaskCommentView> Urges)
{
    /// <summary>Given under a rule that a newer policy pack reads otherwise; its date stays (E10).</summary>
    public bool RuleChanged { get; init; }

    /// <summary>A request to withdraw it that waits for an approver.</summary>
    public TaskWithdrawalView? Withdrawal { get; init; }
}

public sealed record TaskWithdrawalView(Guid Id, string Reason, string ProposedBy, DateTimeOffset ProposedAt);

/// <summary>A port, and whether its command is open to the reader now; lists leave that unsaid (null), the task itself says it with the reason.</summary>
public sealed record TaskOutcomeView(string Name, string DisplayName, string? Command, string? Status = null, string? Reason = null, string? Article = null);

public sealed record TaskCommentView(string PersonName, DateTimeOffset At, string Text);

public sealed record TaskAssignmentView(string? PostName, string? PersonName, string State, string HoldersAtStart, string? HoldersAtEnd, DateTimeOffset AssignedAt, DateTimeOffset? EndedAt);

public sealed record TaskTransferView(string ByName, string From, string To, string Reason, DateTimeOffset At);

public sealed record TaskPage(IReadOnlyList<TaskView> Items, string? Next, int Total, bool TotalIsCapped);
