using System.Globalization;
using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>
/// Days as ledgers write them. Excel counts days from 1900 and believes, as Lotus 1-2-3 did, that 1900 was a leap year: serial 60 is a day
/// that never was, and everything before it is one off. Workbooks of the 1904 system count from another day.
/// </summary>
public static partial class CellDates
{
    private const int LastSerial = 2_958_465; // 9999-12-31
    private static readonly DateOnly Epoch1900 = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);

    /// <returns>Null for a serial that is no day.</returns>
    public static DateOnly? FromSerial(double serial, bool is1904)
    {
        if (double.IsNaN(serial) || serial < (is1904 ? 0 : 1) || serial >= LastSerial + 1)
            return null;
        var day = (int)Math.Floor(serial);
        if (is1904)
            return day > LastSerial - 1462 ? null : Epoch1904.AddDays(day);
        return day == 60 ? null : Epoch1900.AddDays(day < 60 ? day + 1 : day);
    }

    /// <summary>Serial of a day in the 1900 system.</summary>
    public static int ToSerial(DateOnly day) => day.DayNumber - Epoch1900.DayNumber - (day < new DateOnly(1900, 3, 1) ? 1 : 0);

    /// <summary>The day of a cell: a real date, a bare serial, or text in one of the usual ways of writing.</summary>
    /// <returns>The day, or what was expected; a remark when the cell was no real date.</returns>
    public static (DateOnly? Day, string? Objection, string? Remark) Read(Cell cell, bool is1904)
    {
        const string expected = "应为日期（如 2026-03-05）";
        switch (cell.Kind)
        {
            case CellKind.Date:
                return FromSerial(cell.Number, is1904) is { } day ? (day, null, null) : (null, $"{expected}，实际为不存在的日期（序列值 {cell.Text}）", null);
            case CellKind.Number:
                return FromCompact(cell.Text) is { } compact ? (compact, null, "数字按年月日识别")
                    : FromSerial(cell.Number, is1904) is { } serial ? (serial, null, "数字按日期序列值识别") : (null, $"{expected}，实际为“{cell.Text}”", null);
            case CellKind.Text:
                var text = CellTexts.HalfWidth(cell.Text).Trim();
                if (FromText(text) is { } written)
                    return (written, null, "文本日期已识别");
                return text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bare) && FromSerial(bare, is1904) is { } found
                    ? (found, null, "数字按日期序列值识别")
                    : (null, $"{expected}，实际为“{cell.Text}”", null);
            default:
                return (null, $"{expected}，实际为“{cell.Text}”", null);
        }
    }

    private static DateOnly? FromText(string text)
    {
        var match = Written().Match(text);
        return match.Success ? Day(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : FromCompact(text);
    }

    private static DateOnly? FromCompact(string text) =>
        text.Length == 8 && text.All(char.IsAsciiDigit) ? Day(text[..4], text[4..6], text[6..]) : null;

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?(?:[\sT]+[0-9:：.]+)?\z")]
    private static partial Regex Written();
}
