namespace SpecialEquipment.Workflow.Capabilities.Shared.Documents;

/// <summary>Templates that can be issued now (DOMAIN §4.12).</summary>
public static class DocumentTemplates
{
    public const string SafetySupervisionInstruction = "SAFETY_SUPERVISION_INSTRUCTION";
    public const string RectificationPlan = "RECTIFICATION_PLAN";
    public const string ExtensionDecision = "EXTENSION_DECISION";
    public const string ReinspectionOpinion = "REINSPECTION_OPINION";
    public const string SignOffSheet = "SIGN_OFF_SHEET";
    public const string InspectionRecord = "INSPECTION_RECORD";
    public const string RectificationReport = "RECTIFICATION_REPORT";
    public const string CopyNotification = "COPY_NOTIFICATION";
    public const string CaseTransferLetter = "CASE_TRANSFER_LETTER";
    public const string MoveOutLetter = "MOVE_OUT_LETTER";
    public const string RectificationList = "RECTIFICATION_LIST";
    public const string GradingSheet = "GRADING_SHEET";
    public const string MajorHazardReport = "MAJOR_HAZARD_REPORT";
    public const string SeizureDecision = "SEIZURE_DECISION";
    public const string SeizureExtension = "SEIZURE_EXTENSION";
    public const string SeizureRelease = "SEIZURE_RELEASE";
}
