using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using Workbook = SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets.Workbook;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Spreadsheets;

/// <summary>What we write is judged by the Open XML library, not by our own reader alone.</summary>
public sealed class WorkbookWriterTests
{
    private sealed record Line(string? Text, decimal? Number, DateOnly? Day, DateTimeOffset? At);

    private static readonly SheetColumn<Line>[] Columns =
        [SheetColumn<Line>.Text("信用代码", 22, r => r.Text), SheetColumn<Line>.Number("数量", 8, r => r.Number), SheetColumn<Line>.Date("日期", r => r.Day), SheetColumn<Line>.Time("时间", r => r.At)];

    [Fact]
    public async Task The_file_is_valid_with_types_a_frozen_heading_and_a_filter()
    {
        var file = await WriteAsync(new Line("911405810000000001", 12.5m, new DateOnly(2026, 3, 2), new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero)), new Line(null, null, null, null));
        using var document = SpreadsheetDocument.Open(file, false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((PaneStateValues.Frozen, 1d, "A2"), (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("A1:D3", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal([22d, 8, 12, 17], sheet.Descendants<Column>().Select(c => c.Width!.Value));
        var cells = sheet.Descendants<Row>().ElementAt(1).Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList();
        Assert.Equal(CellValues.InlineString, cells[0].DataType!.Value); // a code is a text, or Excel rounds it
        Assert.Equal(["12.5", "46083", "46083.395833333333"], cells.Skip(1).Select(c => c.CellValue!.Text));
        Assert.Empty(sheet.Descendants<CellFormula>());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1+1")]
    public async Task A_text_that_looks_like_a_formula_stays_a_quoted_text(string text)
    {
        var file = await WriteAsync(new Line(text, null, null, null));
        using var document = SpreadsheetDocument.Open(file, false);
        var cell = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ElementAt(1).Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Single();

        Assert.Equal((CellValues.InlineString, text), (cell.DataType!.Value, cell.InlineString!.InnerText));
        Assert.True(document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value);
    }

    [Fact]
    public async Task Whatever_text_comes_is_read_back_as_it_was()
    {
        string[] texts = ["<a&b>\"'", "换\n行", "😀𠮷", "_x000D_", " 前后空格 ", "a\u0001\u0008b", "\ud800 lone"];
        var file = await WriteAsync([.. texts.Select(t => new Line(t, null, null, null))]);
        using var workbook = Workbook.Open(file);

        Assert.Equal([.. texts.Take(5), "ab", " lone"], workbook.Rows(workbook.Sheets[0]).Skip(1).Select(r => r[0].Text));
    }

    /// <summary>100,000 rows leave no trace in memory: neither the rows nor the file are held.</summary>
    [Fact]
    public async Task A_hundred_thousand_rows_are_written_in_constant_memory()
    {
        await new SheetAnswer<Line>("预热", Columns, Lines(100)).WriteAsync(Stream.Null, CancellationToken.None);
        var peak = 0L;
        var before = Live();
        await new SheetAnswer<Line>("台账", Columns, Lines(100_000, i => { if (i % 20_000 == 0) peak = Math.Max(peak, Live()); })).WriteAsync(new CountingSink(), CancellationToken.None);

        Assert.True(peak - before < 4_000_000, $"{(peak - before) / 1024} KiB more were alive while writing");
    }

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);

    private static async IAsyncEnumerable<Line> Lines(int count, Action<int>? at = null)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            at?.Invoke(i);
            yield return new Line($"91140581{i:0000000000}", i, new DateOnly(2026, 1, 1), null);
        }
    }

    private static async Task<MemoryStream> WriteAsync(params Line[] lines)
    {
        var file = new MemoryStream();
        await new SheetAnswer<Line>("隐患台账", Columns, lines.ToAsyncEnumerable()).WriteAsync(file, CancellationToken.None);
        file.Position = 0;
        return file;
    }

    /// <summary>Can only be written, and only by who waits, like a network.</summary>
    private sealed class CountingSink : Stream
    {
        private long written;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => written; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous operations are disallowed");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) { written += buffer.Length; return default; }
    }
}
