using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

/// <summary>Workbooks as other programs write them, part by part, so that a test can put anything into any of them.</summary>
internal sealed class SheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Cell formats: 0 general, 1 a built-in day, 2 a day of a custom format, 3 text.</summary>
    private const string Styles = $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="49"/></cellXfs></styleSheet>""";

    public Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""",
        ["_rels/.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><workbookPr/><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        ["xl/_rels/workbook.xml.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""",
        ["xl/styles.xml"] = Styles,
    };

    /// <summary>A workbook with this content between <c>sheetData</c>'s tags, and this after it.</summary>
    public static SheetFile Of(string rows, string after = "", string before = "")
    {
        var file = new SheetFile();
        file.Parts["xl/worksheets/sheet1.xml"] = $"""<worksheet xmlns="{Main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>""";
        return file;
    }

    public static SheetFile OfRows(params object?[][] rows) => Of(string.Concat(rows.Select((r, i) => Row(i + 1, r))));

    public SheetFile With(string part, string content)
    {
        Parts[part] = content;
        return this;
    }

    public byte[] Bytes(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in Parts)
            {
                var entry = zip.CreateEntry(part, level);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return memory.ToArray();
    }

    public Stream Open() => new MemoryStream(Bytes());

    /// <summary>Texts in place; days as <see cref="Day"/>; numbers as numbers; a <see cref="Raw"/> as it is.</summary>
    public static string Row(int number, params object?[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((c, i) => Cell($"{CellReference.Column(i)}{number}", c)))}</row>""";

    public static string Cell(string place, object? value) => value switch
    {
        null => "",
        Raw raw => $"""<c r="{place}"{raw.Attributes}>{raw.Content}</c>""",
        Day day => $"""<c r="{place}" s="{day.Style}"><v>{day.Serial.ToString(CultureInfo.InvariantCulture)}</v></c>""",
        int or long or double or decimal => $"""<c r="{place}"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>""",
        _ => $"""<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(value.ToString())}</t></is></c>""",
    };

    public sealed record Raw(string Content, string Attributes = "");

    public sealed record Day(double Serial, int Style = 1)
    {
        public static Day Of(int year, int month, int day, int style = 1) => new(CellDates.ToSerial(new DateOnly(year, month, day)), style);
    }
}
