namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>What this capability tells the flows.</summary>
public static class RectificationSignals
{
    public const string PlanSubmitted = "PlanSubmitted";
    public const string PlanApproved = "PlanApproved";
    public const string PlanReturned = "PlanReturned";
    public const string ProgressReported = "ProgressReported";
    public const string ExtensionRequested = "ExtensionRequested";
    public const string ExtensionGranted = "ExtensionGranted";
    public const string ExtensionRefused = "ExtensionRefused";
    public const string ReportSubmitted = "ReportSubmitted";
    public const string ReinspectionPassed = "ReinspectionPassed";
    public const string ReinspectionFailed = "ReinspectionFailed";
    public const string SignedOff = "HazardSignedOff";
    public const string Overdue = "RectificationOverdue";
}
