namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>Articles this capability rests on, as shown with a refusal.</summary>
internal static class Articles
{
    public const string FiveImplementations = "整改“五落实”（目标、措施、时限、责任、资金）要求";
    public const string NamedDate = "《特种设备安全监督检查办法》第二十九条";
    public const string Reinspection = "《特种设备安全监督检查办法》第二十九条";
    public const string TwoInspectors = "《特种设备安全法》第六十五条、《特种设备安全监督检查办法》第十九条";
    public const string SeparationOfDuties = "办理岗位分离要求（销号审批人不得为复查人员）";
    public const string Holds = "《特种设备安全法》第六十一条；挂牌督办须先摘牌后销号";
    public const string Silence = "边界规则 E2（逾期不答复不视为同意，审查逾期不由使用单位承担）";
    public const string Quality = "重大隐患整改质量要求（方案每项措施须有佐证）、《特种设备安全监督检查办法》第二十九条";
}
