using System.Xml;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>A visible worksheet; <see cref="Part"/> is its place in the package.</summary>
public sealed record WorkbookSheet(string Name, string Part);

/// <summary>
/// An .xlsx that is read row by row: memory does not grow with the rows. Only the shared texts are held, under a limit.
/// Everything unreadable throws <see cref="UnreadableWorkbookException"/>.
/// </summary>
public sealed class Workbook : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly WorkbookPackage package;
    private readonly WorkbookLimits limits;
    private readonly CellFormats formats;
    private SharedTexts? texts;

    private Workbook(WorkbookPackage package, WorkbookLimits limits)
    {
        (this.package, this.limits) = (package, limits);
        formats = CellFormats.Read(package);
    }

    /// <summary>The workbook counts its days from 1904.</summary>
    public bool Is1904 { get; private set; }
    public IReadOnlyList<WorkbookSheet> Sheets { get; private set; } = [];

    /// <param name="file">Seekable; stays the caller's.</param>
    public static Workbook Open(Stream file, WorkbookLimits? limits = null)
    {
        var package = WorkbookPackage.Open(file, limits ?? WorkbookLimits.Default);
        try
        {
            var workbook = new Workbook(package, limits ?? WorkbookLimits.Default);
            workbook.ReadContents();
            return workbook.Sheets.Count > 0 ? workbook : throw WorkbookRefusals.NoSheet;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The rows that hold anything, as they come.</summary>
    /// <param name="merges">Receives merged areas; a sheet names them after its rows, so it is complete when the rows are through.</param>
    public IEnumerable<SheetRow> Rows(WorkbookSheet sheet, ICollection<MergedArea>? merges = null)
    {
        texts ??= SharedTexts.Read(package, limits);
        return new SheetRows(package.Read(sheet.Part) ?? throw WorkbookRefusals.Damaged, texts, formats, limits, merges).Read();
    }

    public void Dispose() => package.Dispose();

    private void ReadContents()
    {
        var targets = Targets();
        var sheets = new List<WorkbookSheet>();
        using var reader = package.Read("xl/workbook.xml")!;
        WorkbookPackage.Guarded(reader, xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "workbookPr")
                    Is1904 = xml.GetAttribute("date1904") is "1" or "true";
                else if (xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible"
                    && xml.GetAttribute("name") is { } name && targets.GetValueOrDefault(xml.GetAttribute("id", Relations) ?? "") is { } part && package.Has(part))
                    sheets.Add(new WorkbookSheet(name, part));
            }
        });
        Sheets = sheets;
    }

    private Dictionary<string, string> Targets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = package.Read("xl/_rels/workbook.xml.rels") ?? throw WorkbookRefusals.NoSheet;
        WorkbookPackage.Guarded(reader, xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target)
                    continue;
                if (xml.GetAttribute("TargetMode") == "External")
                    throw WorkbookRefusals.ExternalLinks;
                if (xml.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true)
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        });
        return targets;
    }
}
