using System.Globalization;
using System.Text;
using System.Xml;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>The texts that cells refer to by number.</summary>
internal sealed class SharedTexts
{
    private readonly List<string> texts = [];

    public string? Find(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : null;

    public static SharedTexts Read(WorkbookPackage package, WorkbookLimits limits)
    {
        var shared = new SharedTexts();
        using var reader = package.Read("xl/sharedStrings.xml");
        if (reader is null)
            return shared;
        var length = 0L;
        WorkbookPackage.Guarded(reader, xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                    continue;
                var text = RichText.Read(xml, limits.CellLength, 0);
                length += text.Length;
                shared.texts.Add(text);
                if (shared.texts.Count > limits.SharedTexts || length > limits.SharedLength)
                    throw WorkbookRefusals.Bomb;
            }
        });
        return shared;
    }
}

/// <summary>The text of an element: of all its runs, without phonetic guides, never longer than allowed.</summary>
internal static class RichText
{
    public static string Read(XmlReader xml, int most, int row)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text, skip) = (xml.Depth, new StringBuilder(), -1);
        var block = new char[512];
        while (xml.Read() && xml.Depth > depth)
        {
            if (skip >= 0 && xml.Depth > skip)
                continue;
            skip = -1;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                skip = xml.IsEmptyElement ? -1 : xml.Depth;
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            // in blocks: a text node may be as long as the whole part
            for (int read; (read = xml.ReadValueChunk(block, 0, block.Length)) > 0;)
            {
                text.Append(block, 0, read);
                if (text.Length > most)
                    throw WorkbookRefusals.TooMuchText(row);
            }
        }
        return Unescape(text.ToString());
    }

    /// <summary><c>_x000D_</c> stands for a character that XML cannot carry.</summary>
    private static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
                plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
