using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpecialEquipment.Workflow.Capabilities.Documents.Word;

/// <summary>A table as wide as the text. Columns are as wide as their class says (w1, w2, w3); the others share what is left.</summary>
internal sealed class WordTable(Func<XElement, IEnumerable<OpenXmlElement>> contentOf)
{
    private const int TallRow = 1361; // 24 mm
    private static readonly Dictionary<string, int> Widths = new() { ["w1"] = 794, ["w2"] = 1588, ["w3"] = 1928 };

    public Table Of(XElement table)
    {
        var rows = table.Descendants().Where(e => e.Name() == "tr").ToList();
        var columns = ColumnsOf(rows);
        var word = new Table(
            new TableProperties(
                new TableWidth { Width = WordStyles.TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                Borders(), new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "57", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 113, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "57", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 113, Type = TableWidthValues.Dxa })),
            new TableGrid(columns.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        foreach (var row in rows)
        {
            word.AppendChild(Row(row, columns));
        }
        return word;
    }

    private static TableBorders Borders()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" };
        return new TableBorders(
            Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }

    private TableRow Row(XElement row, int[] columns)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (row.Elements().Any(cell => cell.Is("tall")))
        {
            properties.AppendChild(new TableRowHeight { Val = TallRow, HeightType = HeightRuleValues.AtLeast });
        }
        if (row.Parent?.Name() == "thead")
        {
            properties.AppendChild(new TableHeader());
        }
        var word = new TableRow(properties);
        var at = 0;
        foreach (var cell in row.Elements())
        {
            var span = SpanOf(cell);
            word.AppendChild(Cell(cell, columns.Skip(at).Take(span).Sum(), span));
            at += span;
        }
        return word;
    }

    private TableCell Cell(XElement cell, int width, int span)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.AppendChild(new GridSpan { Val = span });
        }
        properties.AppendChild(new TableCellVerticalAlignment { Val = cell.Is("tall") ? TableVerticalAlignmentValues.Top : TableVerticalAlignmentValues.Center });
        var word = new TableCell(properties);
        word.Append(contentOf(cell));
        // a cell without a paragraph is no cell to Word
        if (word.LastChild is not Paragraph)
        {
            word.AppendChild(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Cell" })));
        }
        foreach (var paragraph in word.Elements<Paragraph>().Where(p => p.ParagraphProperties!.ParagraphStyleId!.Val == "Cell"))
        {
            paragraph.ParagraphProperties!.ParagraphStyleId!.Val = cell.Name() == "th" ? "CellHead" : cell.Is("c") ? "CellCentre" : cell.Is("r") ? "CellRight" : "Cell";
        }
        return word;
    }

    private static int SpanOf(XElement cell) => (int?)cell.Attribute("colspan") ?? 1;

    private static int[] ColumnsOf(List<XElement> rows)
    {
        var columns = new int[Math.Max(1, rows.Max(row => row.Elements().Sum(SpanOf)))];
        foreach (var row in rows)
        {
            var at = 0;
            foreach (var cell in row.Elements())
            {
                if (SpanOf(cell) == 1 && Widths.FirstOrDefault(w => cell.Is(w.Key)).Value is > 0 and var width)
                {
                    columns[at] = width;
                }
                at += SpanOf(cell);
            }
        }
        var free = columns.Count(width => width == 0);
        var left = WordStyles.TextWidth - columns.Sum();
        return [.. columns.Select(width => width > 0 ? width : left / Math.Max(1, free))];
    }
}
