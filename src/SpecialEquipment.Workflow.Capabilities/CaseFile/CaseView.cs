using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>一案一档: everything about one case on one page, for whoever may see it.</summary>
public sealed record CaseView
{
    public required Guid Id { get; init; }
    public required string? Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string State { get; init; }
    public required string StateName { get; init; }
    public required string? Grade { get; init; }
    public required string? GradeName { get; init; }
    public required bool IsOverdue { get; init; }
    public required int OverdueWorkingDays { get; init; }
    public required string Source { get; init; }
    public required string SourceName { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
    public required Guid? EnterpriseId { get; init; }
    public required string? EnterpriseName { get; init; }
    public required string? EquipmentCode { get; init; }
    public required string? EquipmentKindName { get; init; }
    public required string Place { get; init; }
    public required string RegionCode { get; init; }
    public required string? RegionName { get; init; }
    public required HazardRowView.DeadlineView? Deadline { get; init; }
    public required string? CurrentHolder { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required long Version { get; init; }

    /// <summary>Null for a tip-off when the reader is not one of those who handle it (TSJB art. 33).</summary>
    public required string? FinderName { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string? LateReason { get; init; }
    public required bool ImmediateDanger { get; init; }
    public required string? Clause { get; init; }
    public required IReadOnlyList<string> GradingBasis { get; init; }
    public required string? GradingText { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required EnterpriseView? Enterprise { get; init; }
    public required EquipmentView? Equipment { get; init; }
    public required string? EquipmentText { get; init; }
    public required PlanView? Plan { get; init; }
    public required IReadOnlyList<PlanView> Plans { get; init; }
    public required InstructionView? Instruction { get; init; }
    public required IReadOnlyList<InstructionView> Instructions { get; init; }
    public required IReadOnlyList<ReportView> Reports { get; init; }
    public required IReadOnlyList<ReinspectionView> Reinspections { get; init; }
    public required IReadOnlyList<ExtensionView> Extensions { get; init; }
    public required IReadOnlyList<ProgressView> Progress { get; init; }
    public required IReadOnlyList<HazardReportView> HazardReports { get; init; }
    public required IReadOnlyList<EmergencyMeasureView> EmergencyMeasures { get; init; }
    public required IReadOnlyList<SeizureView> Seizures { get; init; }

    /// <summary>The date an instruction issued today would name by default: the limit of the policy pack for the grade; null before the grading.</summary>
    public required DateOnly? DefaultDeadline { get; init; }
    public required IReadOnlyList<RunningDeadlineView> Deadlines { get; init; }
    public required IReadOnlyList<DocumentView> Documents { get; init; }
    public required IReadOnlyList<TaskView> Tasks { get; init; }
    public required IReadOnlyList<ConfirmationView> Confirmations { get; init; }
    public required IReadOnlyList<PartyView> Parties { get; init; }
    public required IReadOnlyList<AttachmentView> Attachments { get; init; }
    /// <summary>Why it was closed when it did not end by its own course.</summary>
    public string? CloseReason { get; init; }
    public ClosureView? Closure { get; init; }
    public RoutingView? Routing { get; init; }
    public LookBackView? LookBack { get; init; }
    public required IReadOnlyList<LinkView> Links { get; init; }
    public required IReadOnlyList<HoldView> Holds { get; init; }
    public required EscalationView? Escalation { get; init; }
    public required IReadOnlyList<CommandView> Commands { get; init; }
    public required IReadOnlyList<FlowView> Flows { get; init; }
}

public sealed record PlanView(
    int Serial, string Goal, IReadOnlyList<MeasureView> Measures, DateOnly Deadline, ResponsibilityView Responsibility, FundingView Funding,
    string? ContingencyPlan, string? InterimControl, string? InterimControlMode, string? InterimControlModeName, string State, string? Opinion, string SubmittedByName, DateTimeOffset SubmittedAt, string? ReviewedByName, DateTimeOffset? ReviewedAt);

public sealed record MeasureView(string Text, DateOnly Date, string Owner);

public sealed record ResponsibilityView(string Unit, string Leader, string Doer, string Supervisor);

public sealed record FundingView(decimal Amount, string? Source, DateOnly? ArrivalDate, string? ZeroReason);

public sealed record InstructionView(
    int Serial, IReadOnlyList<InstructionItem> Items, string LegalBasis, DateOnly Deadline, bool StopUse, string FirstInspectorName, string SecondInspectorName,
    string? ServiceMode, string? Receiver, DateTimeOffset? ServedAt, bool Refused, string? ServiceNote, string? ProofOfService, DateTimeOffset IssuedAt);

public sealed record ReportView(
    int Serial, string Text, IReadOnlyList<ReportItemView> Items, decimal FundsSpent, string SubmittedByName, DateTimeOffset SubmittedAt, bool Late);

public sealed record ReportItemView(string? Measure, DateOnly? DoneDate, string? Note, IReadOnlyList<Guid> Evidence);

public sealed record ReinspectionView(
    int Serial, string Method, string Result, IReadOnlyList<ReinspectionItemView> Items, DateOnly? NewDeadline, string FirstInspectorName, string SecondInspectorName, DateTimeOffset At);

public sealed record ReinspectionItemView(string? Item, bool? Passed, string? Note);

public sealed record ExtensionView(
    Guid Id, DateOnly OldDate, DateOnly NewDate, string Reason, string InterimControl, string State, string RequestedByName, DateTimeOffset RequestedAt,
    DateOnly? GrantedDate, string? DecisionReason, string? DecidedByName, DateTimeOffset? DecidedAt);

public sealed record HazardReportView(
    int Serial, string Kind, string KindName, string? TriggerName, string Situation, string? Measures, string? Advice, bool? ToGovernment, string? GovernmentReason,
    IReadOnlyList<string> Grounds, string ReportedByName, DateTimeOffset ReportedAt, IReadOnlyList<RecipientView> Recipients);

/// <param name="ReceivedAt">Null until somebody has signed for it.</param>
public sealed record RecipientView(
    Guid Id, string Role, string RoleName, string DepartmentName, string PostName, string Reason, DateTimeOffset SentAt, DateTimeOffset? ReceivedAt, string? ReceivedByName);

public sealed record EmergencyMeasureView(string Text, string TakenBy, DateTimeOffset TakenAt, string RecordedByName, DateTimeOffset RecordedAt, DateTimeOffset? SupplementedAt);

public sealed record SeizureView(
    Guid Id, string Kind, string KindName, IReadOnlyList<SeizedObject> Objects, string Reason, string KeptAt, string InspectorNames, string ApproverName, DateTimeOffset DecidedAt,
    DateOnly Until, bool ClockStopped, DateTimeOffset? ExtendedAt, string? ExtensionReason, DateTimeOffset? ReleasedAt, string? ReleaseGroundName, string? ReleaseNote);

public sealed record ProgressView(string Text, string PersonName, DateTimeOffset At);

public sealed record RunningDeadlineView(
    Guid Id, string RuleId, string Name, string? Article, string Source, string StartEvent, DateTimeOffset StartAt, string Unit, int Amount, DateOnly? DueDate, DateTimeOffset DueInstant,
    string State, string Status, bool Provisional, int WorkingDaysLeft, int OverdueWorkingDays, DateTimeOffset? MetAt, bool MetLate,
    IReadOnlyList<PauseView> Pauses, IReadOnlyList<DeadlineChangeView> Extensions, bool RuleChanged);

public sealed record PauseView(DateTimeOffset From, DateTimeOffset? To, string Reason);

public sealed record DeadlineChangeView(DateOnly? From, DateOnly? To, string Reason, DateTimeOffset At);

/// <param name="SignedBy">Who of several others has signed already, in order.</param>
/// <param name="Form">What the first person filled in, for those who answer for it while it waits; nobody confirms what he has not read.</param>
public sealed record ConfirmationView(
    Guid Id, string Command, string CommandName, string ProposedBy, DateTimeOffset ProposedAt, string ConfirmerName, string State, string? DecidedBy, DateTimeOffset? DecidedAt,
    string? Reason, bool CanConfirm, bool CanWithdraw, JsonElement? Form, IReadOnlyList<string> SignedBy);

public sealed record PartyView(string Role, string RoleName, string? PersonName, string? PostName, string? DepartmentName, string? EnterpriseName, DateTimeOffset Since);

public sealed record LinkView(string Kind, Guid MatterId, string? Number);

public sealed record HoldView(string Kind, string KindName, string Article, string? DocumentNumber, DateTimeOffset PlacedAt, string? EquipmentCode);

public sealed record EscalationView(string Level, string LevelName, string Fact, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt);

public sealed record CommandView(string Name, string DisplayName, string Status, string? Reason, string? Article);

public sealed record FlowView(
    string DefinitionId, string Name, int Version, Guid InstanceId, string Status, IReadOnlyList<FlowNodeView> Activities, IReadOnlyList<FlowLineView> Connections);

public sealed record FlowNodeView(string Id, string Type, string Name, double X, double Y, double Width, double Height, string Status);

public sealed record FlowLineView(string From, string To, string Port);
