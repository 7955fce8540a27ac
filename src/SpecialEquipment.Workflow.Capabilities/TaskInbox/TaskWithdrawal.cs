namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

public enum WithdrawalState { Proposed, Approved, Rejected }

/// <summary>因规则变化撤回 (E10): a task given under an old rule is withdrawn and given anew under the new one; asked for by one, decided by an approver.</summary>
public sealed class TaskWithdrawal
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid TaskId { get; init; }
    public required string Reason { get; init; }
    public Guid ProposedBy { get; init; }
    public required string ProposedByName { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public WithdrawalState State { get; set; }
    public string? DecidedByName { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? Opinion { get; set; }
    public long Version { get; set; }
}
