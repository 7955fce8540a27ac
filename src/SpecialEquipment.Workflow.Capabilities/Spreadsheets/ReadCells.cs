using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>
/// From cells to values, with what is wrong with their shape: missing, too long, no date, digits that Excel has already rounded away,
/// formulas. Whether a value is true is the target's to say.
/// </summary>
internal sealed class ReadCells(IReadOnlyList<ImportColumn> columns, IReadOnlyList<MappedColumn> mapping, bool is1904)
{
    /// <summary>Beyond fifteen digits Excel keeps a number no longer exactly.</summary>
    private const double ExactUpTo = 1e15;

    public ImportRow Do(SheetRow row)
    {
        var (values, remarks) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<CellRemark>());
        foreach (var column in columns)
        {
            if (mapping.FirstOrDefault(m => m.Name == column.Name) is not { } mapped)
                continue;
            var cell = row[mapped.Column];
            if (cell.IsFormula)
                remarks.Add(new CellRemark(column.Name, "单元格为公式，按其保存的结果读取", false));
            var value = cell.IsEmpty ? "" : Value(column, cell, remarks);
            if (value.Length > 0)
                values[column.Name] = value;
            else if (column is { Required: true, MayBeEmpty: false } && !remarks.Exists(r => r.IsError && r.Column == column.Name))
                remarks.Add(new CellRemark(column.Name, $"应填写{column.Heading}，实际为空", true));
        }
        var read = new ImportRow(row.Number, values);
        read.Add(remarks);
        return read;
    }

    /// <summary>A cell as people see it, for the rows that go back.</summary>
    public string Shown(Cell cell) => cell.Kind == CellKind.Date && CellDates.FromSerial(cell.Number, is1904) is { } day ? ShanghaiTime.Text(day) : cell.Text;

    private string Value(ImportColumn column, Cell cell, List<CellRemark> remarks)
    {
        void Refuse(string text) => remarks.Add(new CellRemark(column.Name, text, true));

        if (cell.Kind == CellKind.Error)
        {
            Refuse(cell.Text.Length == 0 ? $"应为{column.Heading}，实际为未计算的公式" : $"应为{column.Heading}，实际为错误值“{cell.Text}”");
            return "";
        }
        if (column.Shape == ImportShape.Date)
            return Date(column, cell, remarks);
        var text = column.Shape == ImportShape.Code ? CellTexts.Code(cell.Text) : CellTexts.Plain(Shown(cell));
        if (column.Shape == ImportShape.Code && cell.Kind is CellKind.Number or CellKind.Date && Math.Abs(cell.Number) >= ExactUpTo)
            Refuse($"应为文本格式的{column.Heading}，实际为数值，15 位以后的数字已丢失");
        else if (column.Shape == ImportShape.Code && text != cell.Text)
            remarks.Add(new CellRemark(column.Name, "全角字符、空格或小写已规范", false));
        if (text.Length > column.Max)
        {
            Refuse($"{column.Heading}应不超过 {column.Max} 字，实际 {text.Length} 字");
            return text[..column.Max];
        }
        return text;
    }

    private string Date(ImportColumn column, Cell cell, List<CellRemark> remarks)
    {
        var (day, objection, remark) = CellDates.Read(cell, is1904);
        if (remark is not null)
            remarks.Add(new CellRemark(column.Name, remark, false));
        if (day is { } date)
            return ShanghaiTime.Text(date);
        remarks.Add(new CellRemark(column.Name, objection!, true));
        var shown = CellTexts.Plain(cell.Text);
        return shown.Length > column.Max ? shown[..column.Max] : shown;
    }
}
