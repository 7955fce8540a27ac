using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>Which cell formats show a number as a day; nothing in the number itself says so.</summary>
internal sealed partial class CellFormats
{
    private const int MostFormats = 100_000;
    private readonly List<bool> isDate = [];

    public bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < isDate.Count && isDate[index];

    public static CellFormats Read(WorkbookPackage package)
    {
        var formats = new CellFormats();
        using var reader = package.Read("xl/styles.xml");
        if (reader is null)
            return formats;
        var custom = new Dictionary<int, bool>();
        WorkbookPackage.Guarded(reader, xml =>
        {
            var inCellFormats = false;
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs")
                    inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                if (xml.NodeType != XmlNodeType.Element || !int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                {
                    if (inCellFormats && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf")
                        formats.isDate.Add(false);
                    continue;
                }
                if (xml.LocalName == "numFmt")
                    custom[id] = ShowsDate(xml.GetAttribute("formatCode") ?? "");
                else if (inCellFormats && xml.LocalName == "xf")
                    formats.isDate.Add(custom.TryGetValue(id, out var shows) ? shows : IsBuiltInDate(id));
                if (formats.isDate.Count > MostFormats)
                    throw WorkbookRefusals.Damaged;
            }
        });
        return formats;
    }

    /// <summary>ECMA-376 part 1, 18.8.30, with the East Asian ones.</summary>
    private static bool IsBuiltInDate(int id) => id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    private static bool ShowsDate(string code)
    {
        var first = code.Split(';')[0];
        return !first.Equals("General", StringComparison.OrdinalIgnoreCase) && Quoted().Replace(first, "").AsSpan().IndexOfAny("ymdhsYMDHS") >= 0;
    }

    /// <summary>Literal text, escapes, colours and conditions; <c>[h]</c> counts elapsed time and stays.</summary>
    [GeneratedRegex(@"""[^""]*""|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();
}
