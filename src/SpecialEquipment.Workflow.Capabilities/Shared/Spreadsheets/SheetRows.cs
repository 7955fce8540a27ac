using System.Globalization;
using System.Xml;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>
/// The rows of one worksheet as a stream. What the sheet claims about its size (<c>dimension</c>) is not looked at; rows are counted as
/// they come, and only those that hold something count.
/// </summary>
internal sealed class SheetRows(XmlReader xml, SharedTexts texts, CellFormats formats, WorkbookLimits limits, ICollection<MergedArea>? merges)
{
    private const int LastRow = 1_048_576;
    private const int MostMerges = 20_000;

    public IEnumerable<SheetRow> Read()
    {
        using (xml)
        {
            var (count, number) = (0, 0);
            while (Next(number) is { } row)
            {
                number = row.Number;
                if (row.Cells.All(c => c.IsEmpty))
                    continue;
                if (++count > limits.Rows)
                    throw WorkbookRefusals.TooManyRows(limits.Rows);
                yield return row;
            }
        }
    }

    private SheetRow? Next(int before)
    {
        SheetRow? found = null;
        WorkbookPackage.Guarded(xml, _ =>
        {
            while (found is null && xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "row")
                    found = ReadRow(before);
                else if (xml.LocalName == "mergeCell" && merges is not null)
                    ReadMerge(xml.GetAttribute("ref"));
            }
        });
        return found;
    }

    private SheetRow ReadRow(int before)
    {
        var number = before + 1;
        if (xml.GetAttribute("r") is { } said && (!int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number <= before || number > LastRow))
            throw WorkbookRefusals.Damaged;
        var cells = new List<Cell>();
        if (xml.IsEmptyElement)
            return new SheetRow(number, cells);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            var column = xml.GetAttribute("r") is { } place ? (CellReference.Parse(place) ?? throw WorkbookRefusals.Damaged).Column : cells.Count;
            var cell = ReadCell(number);
            if (cell.IsEmpty)
                continue; // formatted far to the right, but nothing in it
            if (column >= limits.Columns)
                throw WorkbookRefusals.TooManyColumns(limits.Columns);
            while (cells.Count <= column)
                cells.Add(Cell.Empty);
            cells[column] = cell;
        }
        return new SheetRow(number, cells);
    }

    private Cell ReadCell(int row)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return Cell.Empty;
        var (value, isFormula, depth) = ((string?)null, false, xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "f":
                    isFormula = true;
                    RichText.Read(xml, limits.CellLength, row);
                    break;
                case "v" or "is":
                    value = RichText.Read(xml, limits.CellLength, row);
                    break;
            }
        }
        // a formula that was never computed is an error of the cell, not an empty cell
        return value is null ? (isFormula ? new Cell(CellKind.Error, "", 0, true) : Cell.Empty) : Value(type, style, value) with { IsFormula = isFormula };
    }

    private Cell Value(string? type, string? style, string value)
    {
        switch (type)
        {
            case "s":
                return Text(texts.Find(value) ?? throw WorkbookRefusals.Damaged);
            case "str" or "inlineStr":
                return Text(value);
            case "b":
                return new Cell(CellKind.Boolean, value is "1" or "true" ? "是" : "否");
            case "e":
                return new Cell(CellKind.Error, value);
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day)
                    ? Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : throw WorkbookRefusals.Damaged;
            default:
                if (string.IsNullOrWhiteSpace(value))
                    return Cell.Empty;
                if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                    throw WorkbookRefusals.Damaged;
                return new Cell(formats.IsDate(style) ? CellKind.Date : CellKind.Number, Decimal(number), number);
        }
    }

    private static Cell Text(string text) => string.IsNullOrWhiteSpace(text) ? Cell.Empty : new Cell(CellKind.Text, text);

    private static string Decimal(double number) => Math.Abs(number) < 1e18 && Math.Floor(number) == number
        ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    private void ReadMerge(string? area)
    {
        var parts = (area ?? "").Split(':');
        if (merges!.Count >= MostMerges || parts.Length != 2 || CellReference.Parse(parts[0]) is not { } first || CellReference.Parse(parts[1]) is not { } last)
            return;
        merges.Add(new MergedArea(first.Row, last.Row, first.Column, last.Column));
    }
}
