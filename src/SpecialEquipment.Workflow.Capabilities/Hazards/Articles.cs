namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Articles this capability rests on, as shown with a refusal.</summary>
internal static class Articles
{
    public const string InstructionInWriting = "《特种设备安全法》第六十二条";
    public const string TwoInspectors = "《特种设备安全法》第六十五条、《特种设备安全监督检查办法》第十九条";
    public const string GradingBasis = "《特种设备安全监督检查办法》第二十五条、GB 45067-2024";
    public const string StopUse = "《特种设备安全法》第六十二条、第八十四条";
    public const string Service = "《特种设备安全监督检查办法》第二十七条";
    public const string OnTheSpot = "《特种设备安全监督检查办法》第二十六条";
    public const string NamedDate = "《特种设备安全监督检查办法》第二十九条";
    public const string Duplicates = "边界规则 E12（同一对象同一隐患并案）";
    public const string Relapse = "边界规则 E3（销号后复发）";
    public const string RouteOut = "《特种设备安全监督检查办法》第三十一条、部门职责分工";
    public const string Decommission = "《特种设备安全法》第四十八条";
    public const string UnitGone = "边界规则 E5（单位注销、设备迁移的隐患处置）";
    public const string Prevalent = "《特种设备安全监督检查办法》第三十一条、普遍性重大隐患归并规则";
    public const string SealedMoved = "《特种设备安全法》第九十五条";
    public const string Shutdown = "《安全生产法》第一百一十三条";
    public const string OfflineCapture = "边界规则 E11（真实时间与收到时间分别记录）";
    public const string ReportUp = "《特种设备安全法》第六十三条、《特种设备安全监督检查办法》第三十条";
    public const string ReportGovernment = "《特种设备安全法》第六十三条、《特种设备安全监督检查办法》第三十一条";
    public const string Frontline = "基层发现重大隐患“向属地报告并书面报告监管部门”要求（相政办〔2018〕28号）";
    public const string Emergency = "《特种设备安全法》第六十二条";
    public const string Seizure = "《特种设备安全法》第六十一条、《行政强制法》第二十四条";
    public const string SeizureHead = "《行政强制法》第十八条、第二十四条（报经行政机关负责人批准）";
    public const string SeizurePeriod = "《行政强制法》第二十五条";
    public const string SeizureRelease = "《行政强制法》第二十八条";
    public const string TipOffSecrecy = "《市场监督管理投诉举报处理暂行办法》第三十三条";
}
