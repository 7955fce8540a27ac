using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>What this capability tells the flows.</summary>
public static class RectificationSignals
{
    public const string PlanSubmitted = "PlanSubmitted";
    public const string PlanApproved = "PlanApproved";
    public const string PlanReturned = "PlanReturned";

    /// <summary>Work on a major hazard begins, or begins again: progress is owed at intervals from now on.</summary>
    public const string MajorWorkBegun = "MajorWorkBegun";
    public const string ProgressReported = "ProgressReported";
    public const string ExtensionRequested = "ExtensionRequested";
    public const string ExtensionGranted = "ExtensionGranted";
    public const string ExtensionRefused = "ExtensionRefused";
    public const string ReportSubmitted = "ReportSubmitted";
    public const string ReinspectionPassed = "ReinspectionPassed";
    public const string ReinspectionFailed = "ReinspectionFailed";
    public const string SignedOff = "HazardSignedOff";
    public const string LookBackRecorded = "LookBackRecorded";
    public const string Overdue = "RectificationOverdue";

    internal static Effect MajorWorkBegins(this Effect effect, Matter matter) => matter.Grade == HazardGrade.Major ? effect.Raising(MajorWorkBegun) : effect;
}
