using System.Collections.Frozen;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Hazards.Sheets;

/// <summary>What a county's own ledger looks like: its columns and the words it uses for grade, source and state.</summary>
internal static class HazardSheet
{
    public const string Serial = "serial", Unit = "unit", CreditCode = "creditCode", Place = "place", Equipment = "equipment", EquipmentCode = "equipmentCode", Text = "text",
        Grade = "grade", FoundOn = "foundOn", Source = "source", RectifyBy = "rectifyBy", Owner = "owner", State = "state", ClosedOn = "closedOn";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Serial, "序号", false, ImportShape.Text, 40, "编号", "台账编号", "隐患编号"),
        new(Unit, "单位", true, ImportShape.Text, 200, "单位名称", "使用单位", "使用单位名称", "企业名称", "被检查单位") { MayBeEmpty = true, Hint = "与信用代码至少填一项" },
        new(CreditCode, "信用代码", false, ImportShape.Code, 18, "统一社会信用代码", "社会信用代码", "统一信用代码"),
        new(Place, "地址", false, ImportShape.Text, 300, "使用地点", "地点", "设备地址", "所在位置", "单位地址"),
        new(Equipment, "设备", true, ImportShape.Text, 200, "设备名称", "设备种类", "设备类别", "设备品种") { MayBeEmpty = true, Hint = "与设备代码至少填一项" },
        new(EquipmentCode, "设备代码", false, ImportShape.Code, 40, "设备注册代码", "注册代码", "设备编码"),
        new(Text, "隐患描述", true, ImportShape.Text, 2000, "隐患内容", "存在问题", "问题描述", "隐患情况", "存在的隐患"),
        new(Grade, "级别", true, ImportShape.Text, 20, "隐患级别", "隐患等级", "等级") { MayBeEmpty = true, Hint = "一般、重大" },
        new(FoundOn, "发现日期", true, ImportShape.Date, 40, "发现时间", "检查日期", "检查时间", "排查日期"),
        new(Source, "来源", true, ImportShape.Text, 40, "隐患来源", "发现途径", "检查类型") { Hint = string.Join("、", Enum.GetValues<HazardSource>().Select(s => s.Name())) },
        new(RectifyBy, "整改时限", true, ImportShape.Date, 40, "整改期限", "整改截止日期", "完成期限", "限期") { MayBeEmpty = true },
        new(Owner, "责任人", false, ImportShape.Text, 60, "整改责任人", "单位责任人", "负责人"),
        new(State, "状态", true, ImportShape.Text, 40, "整改状态", "整改情况", "办理状态", "当前状态") { Hint = "待核、已登记、已定级、整改中、待复查、已销号" },
        new(ClosedOn, "销号日期", false, ImportShape.Date, 40, "销号时间", "办结日期", "闭环日期"),
    ];

    private static readonly FrozenDictionary<string, HazardSource> Sources =
        Enum.GetValues<HazardSource>().Select(s => (s.Name(), s))
            .Concat(
            [
                ("日常检查", HazardSource.Routine), ("监督检查", HazardSource.Routine), ("常规检查", HazardSource.Routine), ("日常监督检查", HazardSource.Routine),
                ("专项检查", HazardSource.Special), ("检验", HazardSource.InspectionBody), ("检验机构", HazardSource.InspectionBody), ("检验检测", HazardSource.InspectionBody),
                ("定期检验", HazardSource.InspectionBody), ("制造单位", HazardSource.Manufacturer), ("乡镇巡查", HazardSource.TownPatrol), ("网格巡查", HazardSource.TownPatrol),
                ("部门通报", HazardSource.OtherDepartment), ("投诉举报", HazardSource.TipOff), ("企业自查", HazardSource.SelfCheck), ("自查", HazardSource.SelfCheck), ("其他", HazardSource.Other),
            ]).ToFrozenDictionary(p => p.Item1, p => p.Item2);

    /// <summary>Where a row begins its life here. What the words of the old ledger claim beyond that is kept as evidence.</summary>
    private static readonly FrozenDictionary<string, ImportedStage> States = new (ImportedStage Stage, string Words)[]
    {
        (ImportedStage.Reported, "待核 待核实 已上报 已上报待核 待登记 待研判"),
        (ImportedStage.Open, "已登记 待定级 已定级 待整改 未整改 整改中 正在整改 限期整改 逾期 逾期未整改 已逾期 已下达指令 已下达 已整改 已整改待复查 待复查 复查中 复查不合格 复查合格待销号 待销号 自行整改中 未销号 未闭环"),
        (ImportedStage.Closed, "已销号 销号 已办结 办结 已闭环 闭环 已关闭 已完成 复查合格已销号"),
    }.SelectMany(s => s.Words.Split(' ').Select(w => (w, s.Stage))).ToFrozenDictionary(p => p.w, p => p.Stage);

    public static HazardSource? SourceOf(string text) => Sources.TryGetValue(text, out var source) ? source : HazardSources.Parse(text.ToUpperInvariant());

    public static ImportedStage? StageOf(string text) => States.TryGetValue(text, out var stage) ? stage : null;

    public static HazardGrade? GradeOf(string text) => text.Replace("事故隐患", "", StringComparison.Ordinal).Replace("隐患", "", StringComparison.Ordinal) switch
    {
        "一般" or "GENERAL" => HazardGrade.General,
        "重大" or "MAJOR" => HazardGrade.Major,
        _ => null,
    };
}

/// <summary>Not yet looked at; somewhere on the way; over.</summary>
internal enum ImportedStage { Reported, Open, Closed }
