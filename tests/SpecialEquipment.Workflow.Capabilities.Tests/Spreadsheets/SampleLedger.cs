using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

/// <summary>
/// The ledger of the demo county as a county would keep it: two title and heading rows with merged cells, 200 rows of which 15 are ugly.
/// Made from the demo county's seed; the file beside this one is the same, made once and kept.
/// </summary>
internal static class SampleLedger
{
    public const int Rows = 200;
    public const int FirstRow = 4;

    /// <summary>Where an ugly row stands, what is ugly about it, and the column that is refused; null when it is read all the same.</summary>
    public sealed record Ugly(int Row, string What, string? Refused);

    public static IReadOnlyList<Ugly> UglyRows { get; } =
    [
        new(10, "日期是文字“2025年3月5日”", null), new(23, "日期是文字“2025.3.5”", null), new(36, "信用代码为全角数字字母", null), new(49, "设备代码为全角并夹空格", null),
        new(62, "描述为公式，只读其结果", null), new(75, "与第 74 行完全相同", ""), new(88, "与第 87 行相同，只多空格和全角标点", ""), new(101, "信用代码校验位错误", "creditCode"),
        new(114, "信用代码少一位", "creditCode"), new(127, "信用代码属于另一单位", "unit"), new(140, "日期为不存在的 1900-02-29（序列值 60）", "foundOn"),
        new(153, "日期为 1900 年（序列值 45）", "foundOn"), new(166, "整改时限早于发现日期", "rectifyBy"), new(179, "级别为“特大”", "grade"), new(192, "设备属于另一单位", "equipmentCode"),
    ];

    private static readonly string[] Findings =
    [
        "限速器未按期校验", "轿门门锁触点接触不良", "安全阀超期未校验", "叉车无有效检验合格标志", "压力表超过检定有效期", "吊钩防脱钩装置缺失", "作业人员证书过期", "机房未上锁且堆放杂物", "维保记录不全", "紧急停止按钮失灵",
    ];

    private static readonly string[] Sources = ["常规监督检查", "专项监督检查", "检验检测机构报告", "单位自查", "乡镇街道巡查"];

    public static SheetFile Make()
    {
        var plan = DemoPlan.Make(DemoCounty.DefaultSeed);
        var units = plan.Enterprises.ToDictionary(e => e.Id);
        var devices = plan.Equipment.OrderBy(e => e.Code, StringComparer.Ordinal).ToList();
        var rows = Enumerable.Range(0, Rows).Select(i => Plain(i, devices[i % devices.Count], units)).ToList();
        foreach (var ugly in UglyRows)
            Spoil(rows, ugly.Row - FirstRow, devices, units);
        var text = SheetFile.Row(1, "高平市特种设备隐患台账") +
            SheetFile.Row(2, "序号", "使用单位", null, "地址", "设备", null, "隐患描述", "级别", "发现日期", "来源", "整改时限", "责任人", "状态", "销号日期") +
            SheetFile.Row(3, null, "单位", "信用代码", null, "设备", "设备代码") +
            string.Concat(rows.Select((r, i) => SheetFile.Row(FirstRow + i, r)));
        string[] merges = ["A1:N1", "B2:C2", "E2:F2", "A2:A3", "D2:D3", "G2:G3", "H2:H3", "I2:I3", "J2:J3", "K2:K3", "L2:L3", "M2:M3", "N2:N3"];
        return SheetFile.Of(text, $"<mergeCells count=\"{merges.Length}\">{string.Concat(merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>");
    }

    private static object?[] Plain(int i, Equipment device, Dictionary<Guid, Enterprise> units)
    {
        var unit = units[device.EnterpriseId];
        var found = new DateOnly(2023, 1, 9).AddDays(i * 5);
        var (state, grade, closed) = (i % 10) switch
        {
            < 6 => ("已销号", i % 20 == 3 ? "重大" : "一般", SheetFile.Day.Of(found.Year, found.Month, found.Day) with { Serial = Serial(found) + 12 }),
            6 => ("待核", null, null),
            7 => ("整改中", "一般", null),
            8 => ("已整改待复查", "一般", null),
            _ => ("未整改", i % 20 == 9 ? "重大" : null, (SheetFile.Day?)null),
        };
        return
        [
            i + 1, unit.Name, unit.CreditCode, device.Place, device.Name, device.Code, $"{Findings[i % Findings.Length]}（第 {i + 1} 项）", grade,
            new SheetFile.Day(Serial(found), 2), Sources[i % Sources.Length], new SheetFile.Day(Serial(found) + 15), "责任人" + (char)('甲' + i % 3), state, closed,
        ];
    }

    private static void Spoil(List<object?[]> rows, int i, List<Equipment> devices, Dictionary<Guid, Enterprise> units)
    {
        var row = rows[i];
        var other = devices.First(d => units[d.EnterpriseId].CreditCode != (string)row[2]!);
        switch (i + FirstRow)
        {
            case 10: row[8] = "2025年3月5日"; row[10] = "2025-03-20"; row[13] = null; row[12] = "已销号"; break;
            case 23: row[8] = "2025.3.5"; row[10] = "2025.3.20"; row[13] = null; break;
            case 36: row[2] = Wide((string)row[2]!); break;
            case 49: row[5] = Wide(((string)row[5]!).Insert(4, " ")); break;
            case 62: row[6] = new SheetFile.Raw("<f>CONCATENATE(\"机房\",\"未上锁\")</f><v>机房未上锁</v>", " t=\"str\""); break;
            case 75: rows[i] = [.. rows[i - 1]]; break;
            case 88: rows[i] = [.. rows[i - 1]]; rows[i][6] = " " + rows[i - 1][6]!.ToString()!.Replace("（", "( ").Replace("）", " )") + "　"; break;
            case 101: row[1] = null; row[2] = "91140581MA0K1X2X3A"; break;
            case 114: row[1] = null; row[2] = ((string)row[2]!)[..17]; break;
            case 127: row[2] = units[other.EnterpriseId].CreditCode; break;
            case 140: row[8] = new SheetFile.Day(60); break;
            case 153: row[8] = new SheetFile.Day(45); break;
            case 166: row[10] = new SheetFile.Day(((SheetFile.Day)row[8]!).Serial - 3); break;
            case 179: row[7] = "特大"; break;
            default: row[5] = other.Code; break;
        }
    }

    private static int Serial(DateOnly day) => Shared.Spreadsheets.CellDates.ToSerial(day);

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c == ' ' ? '\u3000' : c)).ToString(CultureInfo.InvariantCulture);
}
