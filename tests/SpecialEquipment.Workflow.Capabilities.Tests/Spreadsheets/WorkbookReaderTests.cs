using System.IO.Compression;
using System.Text;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

public sealed class WorkbookReaderTests
{
    private static readonly WorkbookLimits Small = new() { Rows = 50, Columns = 20, Part = 2_000_000, Total = 3_000_000, RatioMatters = 100_000, Ratio = 50, SharedTexts = 1000, SharedLength = 10_000 };

    [Fact]
    public void Cells_of_every_kind_are_read_as_what_they_are()
    {
        var file = SheetFile.Of(
            SheetFile.Row(2, "文本", new SheetFile.Raw("<v>0</v>", " t=\"s\""), 12.5, SheetFile.Day.Of(2025, 3, 5), SheetFile.Day.Of(2025, 3, 5, 2),
                new SheetFile.Raw("<f>1+1</f><v>2</v>"), new SheetFile.Raw("<f>A9</f>"), new SheetFile.Raw("<v>#N/A</v>", " t=\"e\""), new SheetFile.Raw("<v>1</v>", " t=\"b\"")),
            before: "<dimension ref=\"A1:XFD10000000\"/>")
            .With("xl/sharedStrings.xml", """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>电</t></r><r><t xml:space="preserve">梯 </t></r><rPh sb="0" eb="1"><t>diàn</t></rPh></si></sst>""");
        var row = Assert.Single(Read(file));

        Assert.Equal(2, row.Number);
        Assert.Equal(["文本", "电梯 ", "12.5", "45721", "45721", "2", "", "#N/A", "是"], row.Cells.Select(c => c.Text));
        Assert.Equal([CellKind.Text, CellKind.Text, CellKind.Number, CellKind.Date, CellKind.Date, CellKind.Number, CellKind.Error, CellKind.Error, CellKind.Boolean], row.Cells.Select(c => c.Kind));
        Assert.Equal([5, 6], Enumerable.Range(0, 9).Where(i => row[i].IsFormula));
        Assert.True(row[99].IsEmpty);
    }

    [Theory]
    [InlineData(45721, false, "2025-03-05")]
    [InlineData(1, false, "1900-01-01")]
    [InlineData(59, false, "1900-02-28")]
    [InlineData(60, false, null)] // 29 February 1900 never was
    [InlineData(61, false, "1900-03-01")]
    [InlineData(44259, true, "2025-03-05")]
    [InlineData(0, true, "1904-01-01")]
    [InlineData(45721.75, false, "2025-03-05")]
    [InlineData(-1, false, null)]
    [InlineData(99999999, false, null)]
    [InlineData(double.NaN, false, null)]
    public void Serials_are_days_of_the_right_system(double serial, bool is1904, string? day) =>
        Assert.Equal(day, CellDates.FromSerial(serial, is1904)?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("2025-03-05", "2025-03-05")]
    [InlineData("2025.3.5", "2025-03-05")]
    [InlineData("2025年3月5日", "2025-03-05")]
    [InlineData("２０２５／３／５", "2025-03-05")]
    [InlineData("20250305", "2025-03-05")]
    [InlineData("2025-3-5 14:30:00", "2025-03-05")]
    [InlineData(" 45721 ", "2025-03-05")]
    [InlineData("2025-02-30", null)]
    [InlineData("25.3.5", null)]
    [InlineData("三月五日", null)]
    [InlineData("立即整改", null)]
    public void Written_days_are_recognised_or_refused(string text, string? day)
    {
        var (read, objection, _) = CellDates.Read(new Cell(CellKind.Text, text), false);

        Assert.Equal(day, read?.ToString("yyyy-MM-dd"));
        Assert.Equal(day is null, objection is not null);
    }

    [Fact]
    public void Every_day_survives_the_way_to_its_serial_and_back()
    {
        for (var day = new DateOnly(1900, 1, 1); day.Year < 2100; day = day.AddDays(1))
            Assert.Equal(day, CellDates.FromSerial(CellDates.ToSerial(day), false));
    }

    [Fact]
    public void Full_width_letters_spaces_and_hidden_characters_are_undone()
    {
        Assert.Equal("91140581MA0K12345X", CellTexts.Code("９１１４０５８１ｍａ０Ｋ１２３４５Ｘ\u200b "));
        Assert.Equal("更换限速器", CellTexts.Plain("　更换限速器 \u00a0\ufeff"));
        Assert.Equal("整改时限", CellTexts.Heading(" 整改 时限（必填）*"));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "spreadsheets.no-workbook", "text" }, { "spreadsheets.no-workbook", "empty-zip" }, { "spreadsheets.no-workbook", "docx" }, { "spreadsheets.no-workbook", "truncated" },
        { "spreadsheets.old-format", "xls" }, { "spreadsheets.encrypted", "encrypted" },
        { "spreadsheets.macros", "vba" }, { "spreadsheets.macros", "macro-type" }, { "spreadsheets.macros", "macro-sheet" },
        { "spreadsheets.external-links", "links" }, { "spreadsheets.external-links", "external-target" },
        { "spreadsheets.expands-too-much", "bomb" }, { "spreadsheets.expands-too-much", "shared-bomb" }, { "spreadsheets.expands-too-much", "many-parts" },
        { "spreadsheets.damaged", "dtd" }, { "spreadsheets.damaged", "broken-xml" }, { "spreadsheets.damaged", "rows-backwards" }, { "spreadsheets.damaged", "no-such-text" },
        { "spreadsheets.damaged", "row-beyond" }, { "spreadsheets.damaged", "no-number" },
        { "spreadsheets.too-many-rows", "rows" }, { "spreadsheets.too-many-columns", "columns" }, { "spreadsheets.cell-too-long", "long-cell" }, { "spreadsheets.no-sheet", "hidden" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_honest_workbook_is_refused_in_chinese(string code, string kind)
    {
        var refusal = Assert.Throws<UnreadableWorkbookException>(() =>
        {
            using var workbook = Workbook.Open(new MemoryStream(Bad(kind)), Small with { Parts = kind == "many-parts" ? 5 : 2000 });
            foreach (var _ in workbook.Rows(workbook.Sheets[0])) { }
        }).Rejection;

        Assert.Equal(code, refusal.Code);
        Assert.Matches("[\u4e00-\u9fff]", refusal.Detail);
        Assert.Contains("应", refusal.Detail + refusal.Errors[0].Expected);
    }

    /// <summary>20 MB of spaces pack into some 20 kB; reading stops long before they are all unpacked.</summary>
    [Fact]
    public void A_bomb_is_given_up_before_it_is_unpacked()
    {
        var bomb = Bad("bomb");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<UnreadableWorkbookException>(() => { using var w = Workbook.Open(new MemoryStream(bomb), Small); w.Rows(w.Sheets[0]).Count(); });
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8_000_000);
    }

    [Fact]
    public void A_workbook_of_the_1904_system_says_so()
    {
        var file = SheetFile.OfRows([SheetFile.Day.Of(2025, 3, 5)]);
        file.Parts["xl/workbook.xml"] = file.Parts["xl/workbook.xml"].Replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>");
        using var workbook = Workbook.Open(file.Open());

        Assert.True(workbook.Is1904);
    }

    private static List<SheetRow> Read(SheetFile file)
    {
        using var workbook = Workbook.Open(file.Open());
        return [.. workbook.Rows(workbook.Sheets[0])];
    }

    private static byte[] Bad(string kind)
    {
        var good = SheetFile.OfRows(["单位"], ["甲"]);
        switch (kind)
        {
            case "text": return Encoding.UTF8.GetBytes("单位,信用代码");
            case "empty-zip": return new SheetFile().Parts.Count > 0 ? Zip([]) : [];
            case "docx": return Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<d/>")]);
            case "truncated": return good.Bytes()[..^40];
            case "xls": return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("Workbook")];
            case "encrypted": return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
            case "vba": return good.With("xl/vbaProject.bin", "x").Bytes();
            case "macro-sheet": return good.With("xl/macrosheets/sheet1.xml", "<x/>").Bytes();
            case "macro-type": return good.With("[Content_Types].xml", good.Parts["[Content_Types].xml"].Replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")).Bytes();
            case "links": return good.With("xl/externalLinks/externalLink1.xml", "<x/>").Bytes();
            case "external-target": return good.With("xl/_rels/workbook.xml.rels", good.Parts["xl/_rels/workbook.xml.rels"].Replace("Target=\"styles.xml\"", "Target=\"https://example.org/x\" TargetMode=\"External\"")).Bytes();
            case "bomb": return SheetFile.Of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + new string(' ', 20_000_000)).Bytes(CompressionLevel.SmallestSize);
            case "shared-bomb": return SheetFile.Of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").With("xl/sharedStrings.xml", "<sst>" + string.Concat(Enumerable.Range(0, 1100).Select(i => $"<si><t>文{i}</t></si>")) + "</sst>").Bytes();
            case "many-parts": return good.Bytes();
            case "dtd": return SheetFile.Of("").With("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>").Bytes();
            case "broken-xml": return SheetFile.Of("<row r=\"1\"><c r=\"A1\"><v>1</v></row>").Bytes();
            case "rows-backwards": return SheetFile.Of(SheetFile.Row(5, "a") + SheetFile.Row(4, "b")).Bytes();
            case "row-beyond": return SheetFile.Of(SheetFile.Row(1_048_577, "a")).Bytes();
            case "no-such-text": return SheetFile.Of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>").Bytes();
            case "no-number": return SheetFile.Of("<row r=\"1\"><c r=\"A1\"><v>十二</v></c></row>").Bytes();
            case "rows": return SheetFile.Of(string.Concat(Enumerable.Range(1, 60).Select(i => SheetFile.Row(i, i)))).Bytes();
            case "columns": return SheetFile.OfRows([.. Enumerable.Range(0, 25).Select(i => (object)i)]).Bytes();
            case "long-cell": return SheetFile.OfRows([string.Concat(Enumerable.Range(0, 10_000).Select(i => (i * 7919).ToString("x6")))]).Bytes();
            default: return good.With("xl/workbook.xml", good.Parts["xl/workbook.xml"].Replace("sheetId", "state=\"hidden\" sheetId")).Bytes();
        }
    }

    private static byte[] Zip(IReadOnlyList<(string, string)> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return memory.ToArray();
    }
}
