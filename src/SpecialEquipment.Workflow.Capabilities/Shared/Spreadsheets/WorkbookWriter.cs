using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>
/// Writes an .xlsx of one sheet straight into a stream, row by row, in constant memory: frozen and filtered heading, widths, real dates
/// and numbers. Texts are written in place; there is no table of shared texts to keep. Dispose to finish the file.
/// </summary>
/// <remarks>
/// The Open XML library builds packages in memory when they are written without seeking back, so the few parts are written by hand.
/// A text that Excel could take for a formula (it begins with = + - @ or a tab) is a text cell and marked as quoted, so it stays one even when saved again.
/// </remarks>
public sealed class WorkbookWriter : IAsyncDisposable
{
    private const int FlushAt = 24 * 1024;
    private readonly ZipArchive zip;
    private readonly DeferredWrites target;
    private readonly int columns;
    private readonly StringBuilder text = new(FlushAt + 8 * 1024);
    private Stream? sheet;
    private int row;

    private WorkbookWriter(ZipArchive zip, DeferredWrites target, int columns) => (this.zip, this.target, this.columns) = (zip, target, columns);

    /// <summary>Rows written, the heading not counted.</summary>
    public int Rows => row - 1;

    /// <param name="target">Need not seek; stays the caller's.</param>
    public static async Task<WorkbookWriter> BeginAsync(
        Stream target, string sheetName, IReadOnlyList<(string Heading, int Width)> columns, CancellationToken cancellation)
    {
        var deferred = new DeferredWrites(target);
        var zip = await ZipArchive.CreateAsync(deferred, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var writer = new WorkbookWriter(zip, deferred, columns.Count);
        foreach (var (part, content) in WorkbookParts.Of(SheetName(sheetName)))
            await writer.WritePartAsync(part, content, cancellation);
        writer.sheet = await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(cancellation);
        writer.Begin(columns);
        return writer;
    }

    public async Task WriteAsync(IReadOnlyList<SheetValue> values, CancellationToken cancellation)
    {
        BeginRow();
        for (var i = 0; i < values.Count; i++)
            Append(i, values[i]);
        text.Append("</row>");
        if (text.Length >= FlushAt)
            await FlushAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (sheet is not null)
        {
            text.Append("</sheetData><autoFilter ref=\"A1:").Append(CellReference.Column(Math.Max(columns - 1, 0))).Append(Math.Max(row, 1)).Append("\"/></worksheet>");
            await FlushAsync(CancellationToken.None);
            await sheet.DisposeAsync();
        }
        await zip.DisposeAsync();
        await target.SendAsync(CancellationToken.None);
    }

    private void Begin(IReadOnlyList<(string Heading, int Width)> headings)
    {
        text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
            .Append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < headings.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{headings[i].Width}\" customWidth=\"1\"/>");
        text.Append("</cols><sheetData>");
        BeginRow();
        for (var i = 0; i < headings.Count; i++)
            AppendText(i, headings[i].Heading, WorkbookParts.Heading);
        text.Append("</row>");
    }

    private void BeginRow() => text.Append("<row r=\"").Append(++row).Append("\">");

    private void Append(int column, SheetValue value)
    {
        switch (value.Kind)
        {
            case SheetValueKind.Empty:
                if (value.IsMarked)
                    Start(column, WorkbookParts.Marked).Append("/>");
                break;
            case SheetValueKind.Text:
                AppendText(column, value.Words!, LooksLikeFormula(value.Words!) ? (value.IsMarked ? WorkbookParts.MarkedQuoted : WorkbookParts.Quoted)
                    : value.IsMarked ? WorkbookParts.Marked : WorkbookParts.Text);
                break;
            default:
                var style = value.Kind switch { SheetValueKind.Date => WorkbookParts.Date, SheetValueKind.Time => WorkbookParts.Time, _ => WorkbookParts.Plain };
                Start(column, style).Append("><v>").Append(value.Serial.ToString("0.############", CultureInfo.InvariantCulture)).Append("</v></c>");
                break;
        }
    }

    private void AppendText(int column, string words, int style)
    {
        Start(column, style).Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        Escape(words.Length > 32_767 ? words[..32_767] : words);
        text.Append("</t></is></c>");
    }

    private StringBuilder Start(int column, int style) =>
        text.Append("<c r=\"").Append(CellReference.Column(column)).Append(row).Append("\" s=\"").Append(style).Append('"');

    private static bool LooksLikeFormula(string words) => words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠';

    private void Escape(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            switch (c)
            {
                case '&': text.Append("&amp;"); break;
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '\n' or '\t': text.Append(c); break;
                case '_' when i + 6 < words.Length && words[i + 1] == 'x' && words[i + 6] == '_': text.Append("_x005F_"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
                        text.Append(c).Append(words[++i]);
                    else if (c >= ' ' && !char.IsSurrogate(c) && c < '\ufffe')
                        text.Append(c);
                    break; // what XML cannot carry is left out
            }
        }
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        // as a whole: a character of two halves must not be cut between two chunks of the builder
        await sheet!.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.Clear();
        await target.SendAsync(cancellation);
    }

    private async Task WritePartAsync(string part, string content, CancellationToken cancellation)
    {
        await using var stream = await zip.CreateEntry(part, CompressionLevel.Fastest).OpenAsync(cancellation);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(content), cancellation);
    }

    /// <summary>Excel allows 31 characters and not : \ / ? * [ ].</summary>
    private static string SheetName(string name)
    {
        var clean = string.Concat(name.Where(c => !":\\/?*[]<>&\"'".Contains(c)));
        return clean.Length switch { 0 => "Sheet1", > 31 => clean[..31], _ => clean };
    }
}
