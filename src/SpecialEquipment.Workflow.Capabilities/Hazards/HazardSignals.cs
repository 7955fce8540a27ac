namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What this capability tells the flows.</summary>
public static class HazardSignals
{
    public const string Reported = "HazardReported";

    /// <summary>An open hazard came in from an old ledger: its flow begins in the middle.</summary>
    public const string Imported = "HazardImported";
    public const string Registered = "HazardRegistered";
    public const string Dismissed = "HazardDismissed";
    public const string Merged = "HazardMerged";
    public const string RoutedOut = "HazardRoutedOut";
    public const string RoutedReceived = "RoutedHazardReceived";
    public const string Decommissioned = "HazardDecommissioned";
    public const string MovedOut = "HazardMovedOut";
    public const string ShutDown = "HazardShutDown";

    /// <summary>The unit ceased to exist while the case was open: somebody has to say what becomes of the device (E5).</summary>
    public const string UnitGone = "HazardUnitGone";
    public const string UnitTransferred = "HazardUnitTransferred";
    public const string DeviceMissing = "HazardDeviceMissing";
    public const string PrevalentProposed = "PrevalentHazardProposed";
    public const string PrevalentAccepted = "PrevalentHazardAccepted";
    public const string PrevalentRejected = "PrevalentHazardRejected";
    public const string Relapsed = "HazardRelapsed";
    public const string Graded = "HazardGraded";

    /// <summary>Beside <see cref="Graded"/>: starts the story that only a major hazard has.</summary>
    public const string GradedMajor = "MajorHazardGraded";
    public const string MajorReported = "MajorHazardReported";
    public const string ReportSent = "ReportSentToRecipient";
    public const string ReportReceived = "ReportReceived";
    public const string FrontlineReported = "FrontlineReported";
    public const string FrontlineWritten = "FrontlineWrittenReport";
    public const string FrontlineReceipts = "FrontlineReceiptsComplete";
    public const string FrontlineClosed = "FrontlineReportClosed";
    public const string EmergencyMeasureTaken = "EmergencyMeasureTaken";
    public const string InstructionSupplemented = "InstructionSupplemented";
    public const string SeizureDecided = "SeizureDecided";
    public const string SeizureExtended = "SeizureExtended";
    public const string SeizureReleased = "SeizureReleased";

    /// <summary>A running limit stands elsewhere now; tasks that follow it look again.</summary>
    public const string DeadlineMoved = "DeadlineMoved";
    public const string InstructionIssued = "InstructionIssued";

    /// <summary>Another one instead of an instruction that has not been served; the flow that waits for the service goes on with it.</summary>
    public const string InstructionReissued = "InstructionReissued";
    public const string InstructionServed = "InstructionServed";
    public const string FixedOnTheSpot = "HazardFixedOnTheSpot";
    public const string SelfRectificationStarted = "SelfRectificationStarted";
}
