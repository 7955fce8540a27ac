namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>One report about a hazard: of the case officer about a major hazard, or of a frontline person to his town and to the regulator.</summary>
public sealed class HazardReport
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public int Serial { get; init; }
    public HazardReportKind Kind { get; init; }

    /// <summary>Frontline reports only: what makes it one.</summary>
    public FrontlineTrigger? Trigger { get; init; }
    public required string Situation { get; init; }
    public string? Measures { get; init; }
    public string? Advice { get; init; }

    /// <summary>Major reports only, with the answer why, whichever it is.</summary>
    public bool? ToGovernment { get; init; }
    public string? GovernmentReason { get; init; }

    /// <summary>Codes of <see cref="GovernmentGround"/>, separated by commas: computed ones and those the officer added.</summary>
    public string Grounds { get; init; } = "";
    public Guid? ReportedById { get; init; }
    public required string ReportedByName { get; init; }
    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>Report to the town only: both receipts are in and the person has ended his duty.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>Who was told, why him, and when he signed for it.</summary>
public sealed class ReportRecipient
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid ReportId { get; init; }
    public Guid MatterId { get; init; }
    public RecipientRole Role { get; init; }
    public Guid DepartmentId { get; init; }
    public required string DepartmentName { get; init; }
    public required string RegionCode { get; init; }
    public Guid PostId { get; init; }
    public required string PostName { get; init; }

    /// <summary>The rule that made him a recipient, in words.</summary>
    public required string Reason { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? ReceivedAt { get; set; }
    public Guid? ReceivedById { get; set; }
    public string? ReceivedByName { get; set; }
}

/// <summary>Report of a major hazard, frontline report to the town, written frontline report to the regulator (DOMAIN §4.2).</summary>
public enum HazardReportKind { Major, ToTown, Written }

/// <summary>Same-level sector department, direct regulator, regulator of the next level, local government, town.</summary>
public enum RecipientRole { SectorDepartment, DirectRegulator, UpperRegulator, Government, Town }

/// <summary>What makes a frontline person report at once: a regional or prevalent major hazard, or a refusal to rectify.</summary>
public enum FrontlineTrigger { RegionalOrPrevalent, Refusal }

/// <summary>Cases in which reporting to the local government is taken to be necessary (DOMAIN §4.2).</summary>
public enum GovernmentGround { RegionalOrPrevalent, Refusal, SeveralDepartments, Livelihood, ClosureForeseen }

public static class ReportNames
{
    public static string Name(this RecipientRole role) => role switch
    {
        RecipientRole.SectorDepartment => "同级行业主管部门",
        RecipientRole.DirectRegulator => "直接监管部门",
        RecipientRole.UpperRegulator => "上一级监管部门",
        RecipientRole.Government => "本级人民政府",
        _ => "乡镇人民政府（街道办事处）",
    };

    public static string Name(this GovernmentGround ground) => ground switch
    {
        GovernmentGround.RegionalOrPrevalent => "区域性、普遍性重大隐患",
        GovernmentGround.Refusal => "拒不整改、拒不执行",
        GovernmentGround.SeveralDepartments => "需要多个部门共同处理",
        GovernmentGround.Livelihood => "涉及居民生活或者社会稳定",
        _ => "可能需要关停或者停止供电",
    };

    public static string Name(this FrontlineTrigger trigger) =>
        trigger == FrontlineTrigger.Refusal ? "使用单位拒不整改" : "区域性、普遍性重大隐患";

    public static string Name(this HazardReportKind kind) => kind switch
    {
        HazardReportKind.Major => "重大事故隐患报告",
        HazardReportKind.ToTown => "向乡镇街道报告",
        _ => "书面报告监管部门",
    };
}

/// <summary>Rules of the policy pack behind the duty to report a major hazard.</summary>
internal static class MajorReports
{
    public const string FirstReport = "majorFirstReport";
    public const string ReportUp = "majorReportUp";
}
