using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Documents;

/// <summary>A source with believable facts for every template; a test may change them before the issue.</summary>
public sealed class SampleFacts : IDocumentSource
{
    private static readonly DateOnly Found = new(2026, 2, 9);

    public Func<DocumentFields, DocumentFields> Change { get; set; } = fields => fields;

    public bool Supports(string template) => true;

    public Task<DocumentFields> ReadAsync(string template, Guid matterId, DocumentReading reading, CancellationToken cancellation) =>
        Task.FromResult(Change(Of(template)));

    private static DocumentFields Of(string template) => template switch
    {
        DocumentTemplates.SafetySupervisionInstruction => Organ(Instruction(), Inspectors) with
        {
            DueDate = new DateOnly(2026, 3, 20), CopyTo = ["高平市住房和城乡建设局", "米山镇人民政府"],
        },
        DocumentTemplates.RectificationPlan => Organ(Plan(), []) with { IssuedByUnit = "高平市示例物业服务有限公司", DueDate = new DateOnly(2026, 3, 18), Addressees = [] },
        DocumentTemplates.ExtensionDecision => Organ(Extension(), [new DocumentSigner(PostKinds.Approver, "示例审批人")]),
        DocumentTemplates.ReinspectionOpinion => Organ(Reinspection(), Inspectors),
        DocumentTemplates.InspectionRecord => Organ(Inspection(), Inspectors),
        DocumentTemplates.RectificationReport => Organ(Report(), []) with { IssuedByUnit = "高平市示例物业服务有限公司", DueDate = new DateOnly(2026, 3, 20), Addressees = [] },
        DocumentTemplates.CopyNotification or DocumentTemplates.CaseTransferLetter => Organ(Letter(), []) with
        {
            Addressees = ["高平市住房和城乡建设局"], LegalBasis = "《特种设备安全监督检查办法》第三十一条",
        },
        DocumentTemplates.MoveOutLetter => Organ(Letter(), [new DocumentSigner(PostKinds.Approver, "示例审批人")]) with { Addressees = ["示例县市场监督管理局"] },
        DocumentTemplates.RectificationList => Organ(RectificationList(), []),
        _ => Organ(SignOff(), []) with { Addressees = [] },
    };

    private static IReadOnlyList<DocumentSigner> Inspectors =>
        [new(PostKinds.Inspector, "示例甲", "晋E特监0002"), new(PostKinds.Inspector, "示例乙", "晋E特监0003")];

    private static DocumentFields Organ(Dictionary<string, object?> values, IReadOnlyList<DocumentSigner> signers)
    {
        values["unitName"] = "高平市示例物业服务有限公司";
        values["hazardNumber"] = "高市监隐〔2026〕第0137号";
        values["hazardText"] = "3号乘客电梯限速器与安全钳联动试验不合格，限速器动作后电梯未能制停。";
        values["equipmentName"] = "3号乘客电梯";
        values["equipmentCode"] = "31101001220190123";
        values["place"] = "示例小区3号楼一单元";
        values["gradeName"] = "一般事故隐患";
        values["instructionNumber"] = "高市监特令〔2026〕第0012号";
        return new DocumentFields
        {
            RegionCode = "140581100", DepartmentCode = DepartmentCodes.MarketRegulator, Addressees = ["高平市示例物业服务有限公司"], Signers = signers, Values = values,
        };
    }

    private static Dictionary<string, object?> Instruction() => new()
    {
        ["unitAddress"] = "高平市米山镇示例路18号", ["creditCode"] = "91140581MA0T000119", ["stopUse"] = true,
        ["devices"] = new object[] { new { Code = "31101001220190123", Name = "3号乘客电梯", RegistrationNumber = "梯11晋E1023(19)" } },
        ["items"] = new object[]
        {
            new { Problem = "3号乘客电梯限速器—安全钳联动试验时，限速器动作后电梯未能制停。", Clause = "《中华人民共和国特种设备安全法》第三十九条", Measure = "委托原维保单位更换限速器及钢丝绳，重新进行联动试验并取得合格记录。" },
            new { Problem = "电梯机房未设置应急照明，维保记录缺少1月份两次签字。", Clause = "《特种设备使用管理规则》", Measure = "补装应急照明，核实维保情况并补正记录，于整改报告中附照片。" },
        },
    };

    private static Dictionary<string, object?> Letter() => new()
    {
        ["foundOn"] = Found, ["reason"] = "房屋建筑工地起重机械的使用由住房和城乡建设部门监督管理。", ["officer"] = "示例承办人", ["sourceName"] = "乡镇街道巡查",
        ["immediateDanger"] = true, ["movedOn"] = new DateOnly(2026, 3, 2), ["newRegionName"] = "示例县", ["newPlace"] = "示例县示例工业园", ["newUnitName"] = "示例县示例机械有限公司",
        ["deadline"] = new DateOnly(2026, 3, 20),
    };

    private static Dictionary<string, object?> Plan() => new()
    {
        ["goal"] = "3号乘客电梯限速器—安全钳联动试验合格，恢复安全运行。",
        ["measures"] = new object[]
        {
            new { Text = "停用3号电梯，张贴停用告示，安排专人值守", Date = new DateOnly(2026, 3, 3), Owner = "示例安全员" },
            new { Text = "维保单位更换限速器及钢丝绳", Date = new DateOnly(2026, 3, 12), Owner = "示例维保员" },
            new { Text = "联动试验并申请检验机构复检", Date = new DateOnly(2026, 3, 16), Owner = "示例安全总监" },
        },
        ["responsibility"] = new { Unit = "高平市示例物业服务有限公司", Leader = "示例负责人", Doer = "示例安全总监", Supervisor = "示例甲" },
        ["funding"] = new { Amount = 42000m, Source = "住宅专项维修资金", ArrivalDate = new DateOnly(2026, 3, 10), ZeroReason = (string?)null },
        ["interimControl"] = "整改期间停止使用3号电梯。\n2号电梯加强巡查。", ["submittedBy"] = "示例安全总监", ["submittedOn"] = new DateOnly(2026, 3, 3),
    };

    private static Dictionary<string, object?> RectificationList() => new()
    {
        ["asOf"] = new DateOnly(2026, 3, 12), ["openCount"] = "1", ["overdueCount"] = "0", ["closedCount"] = "1",
        ["rows"] = new object[]
        {
            new
            {
                Number = "高市监隐〔2026〕第0137号", Problem = "3号乘客电梯限速器与安全钳联动试验不合格", Grade = "一般", Goal = "联动试验合格", Measures = "更换限速器（2026-03-12，示例维保员）",
                Deadline = new DateOnly(2026, 3, 20), Responsible = "示例负责人、示例安全总监", Funding = "42000 元（住宅专项维修资金）", State = "整改中", SignedOffOn = (DateOnly?)null,
            },
            new
            {
                Number = "高市监隐〔2026〕第0101号", Problem = "机房未设置应急照明", Grade = "一般", Goal = "补装应急照明", Measures = "补装（2026-02-20，示例安全员）",
                Deadline = new DateOnly(2026, 2, 28), Responsible = "示例负责人、示例安全员", Funding = "0 元（自有材料）", State = "已销号", SignedOffOn = (DateOnly?)new DateOnly(2026, 3, 2),
            },
        },
    };

    private static Dictionary<string, object?> Extension() => new()
    {
        ["granted"] = true, ["reason"] = "限速器配件由厂家定制，到货时间晚于计划。", ["requestedOn"] = new DateOnly(2026, 3, 6), ["oldDate"] = new DateOnly(2026, 3, 20),
        ["newDate"] = new DateOnly(2026, 4, 3), ["interimControl"] = "设备持续停用，断电上锁。", ["decisionReason"] = "配件订货凭证属实，管控措施可行",
    };

    private static Dictionary<string, object?> Reinspection() => new()
    {
        ["method"] = "SITE", ["inspectedOn"] = new DateOnly(2026, 3, 24), ["reportedOn"] = new DateOnly(2026, 3, 18), ["passed"] = true,
        ["items"] = new object[]
        {
            new { Item = "限速器—安全钳联动试验", Passed = true, Note = "现场试验三次，均可靠制停" },
            new { Item = "机房应急照明", Passed = true, Note = "已安装并通电" },
        },
    };

    private static Dictionary<string, object?> Inspection() => new()
    {
        ["taskSource"] = "常规监督检查", ["inspectedOn"] = new DateOnly(2026, 3, 2), ["content"] = "3号乘客电梯的安全状况和使用管理情况", ["unitAddress"] = "高平市米山镇示例路18号",
        ["items"] = new object[] { new { Problem = "限速器动作后电梯未能制停", Clause = "《中华人民共和国特种设备安全法》第三十九条", Measure = "更换限速器并重新试验" } },
        ["result"] = "已下达监察指令书，责令于2026年3月20日前改正", ["receiver"] = "示例安全员", ["stopUse"] = true,
    };

    private static Dictionary<string, object?> Report() => new()
    {
        ["reportText"] = "已更换限速器及钢丝绳。\n联动试验合格。", ["fundsSpent"] = 41800.5m, ["submittedBy"] = "示例安全总监", ["submittedOn"] = new DateOnly(2026, 3, 18), ["late"] = false,
        ["items"] = new object[] { new { Measure = "更换限速器及钢丝绳", DoneDate = new DateOnly(2026, 3, 12), Note = "附合格证" } }, ["evidence"] = new[] { "整改前照片2张", "整改后照片3张" },
    };

    private static Dictionary<string, object?> SignOff() => new()
    {
        ["creditCode"] = "91140581MA0T000119", ["foundOn"] = Found, ["signedOffOn"] = new DateOnly(2026, 3, 26), ["approver"] = "示例审批人", ["caseOfficer"] = "示例承办人",
        ["sourceName"] = "常规监督检查", ["deadline"] = new DateOnly(2026, 3, 20), ["reportedOn"] = new DateOnly(2026, 3, 18), ["reinspectedOn"] = new DateOnly(2026, 3, 24),
        ["reinspectionNumber"] = "高市监复查〔2026〕第0009号", ["reinspectionResult"] = "合格", ["inspectors"] = new[] { "示例甲", "示例乙" },
        ["evidence"] = new[] { "整改前照片2张", "整改后照片3张", "联动试验记录" }, ["fundsSpent"] = 41800.5m, ["officerOpinion"] = "整改到位，资料齐全，建议销号。", ["approverOpinion"] = "同意销号。",
    };
}
