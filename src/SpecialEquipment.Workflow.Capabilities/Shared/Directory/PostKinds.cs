namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>What a post is for; tasks are addressed to these (DOMAIN §2.2, §2.3).</summary>
public static class PostKinds
{
    public const string Inspector = "INSPECTOR";
    public const string CaseOfficer = "CASE_OFFICER";
    public const string Approver = "APPROVER";
    public const string BureauLeader = "BUREAU_LEADER";
    public const string BureauOffice = "BUREAU_OFFICE";
    public const string DepartmentLeader = "DEPARTMENT_LEADER";
    public const string LiaisonOfficer = "LIAISON_OFFICER";
    public const string AssistantSupervisor = "ASSISTANT_SUPERVISOR";
    public const string GridWorker = "GRID_WORKER";
    public const string TownLeader = "TOWN_LEADER";
    public const string Principal = "PRINCIPAL";
    public const string SafetyDirector = "SAFETY_DIRECTOR";
    public const string SafetyOfficer = "SAFETY_OFFICER";

    private static readonly Dictionary<string, string> Names = new()
    {
        [Inspector] = "安全监察人员", [CaseOfficer] = "承办人", [Approver] = "审批人", [BureauLeader] = "局领导", [BureauOffice] = "局办公室",
        [DepartmentLeader] = "部门负责人", [LiaisonOfficer] = "联络员", [AssistantSupervisor] = "协管员", [GridWorker] = "网格员", [TownLeader] = "乡镇街道负责人",
        [Principal] = "主要负责人", [SafetyDirector] = "安全总监", [SafetyOfficer] = "安全员",
    };

    public static IReadOnlyCollection<string> All => Names.Keys;
    public static string NameOf(string kind) => Names.GetValueOrDefault(kind, kind);
    public static bool IsEnterprisePost(string kind) => kind is Principal or SafetyDirector or SafetyOfficer;
}
