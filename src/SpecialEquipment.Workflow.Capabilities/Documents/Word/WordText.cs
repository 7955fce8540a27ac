using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpecialEquipment.Workflow.Capabilities.Documents.Word;

/// <summary>Inline content as runs. White space collapses as in a browser; the wide space of Chinese typesetting is none.</summary>
internal sealed class WordText(Paragraph paragraph)
{
    private const int SignedWidth = 4;
    private const int BlankWidth = 8;
    private bool spaceWaits;
    private bool hasText;

    /// <summary>How a run looks; each element around it adds its own.</summary>
    private readonly record struct Look(bool Bold, bool Italic, bool Label, bool Underline, bool Small, bool Seal);

    public static void Write(Paragraph paragraph, IEnumerable<XNode> nodes, bool small)
    {
        var text = new WordText(paragraph);
        foreach (var node in nodes)
        {
            text.Write(node, new Look { Small = small });
        }
    }

    private void Write(XNode node, Look look)
    {
        switch (node)
        {
            case XText text:
                Add(text.Value, look);
                break;
            case XElement { Name.LocalName: "br" }:
                spaceWaits = false;
                hasText = false;
                paragraph.AppendChild(new Run(new Break()));
                break;
            case XElement element when element.Is("line"):
                Add(Padded(element.Value), look with { Underline = true });
                break;
            case XElement element:
                var inner = With(look, element);
                foreach (var child in element.Nodes())
                {
                    Write(child, inner);
                }
                break;
        }
    }

    private static Look With(Look look, XElement element) => element.Name() switch
    {
        "b" or "strong" => look with { Bold = true },
        "i" or "em" => look with { Italic = true },
        "u" => look with { Underline = true },
        "span" or "a" or "small" => look with { Label = look.Label || element.Is("label"), Small = look.Small || element.Is("small"), Seal = look.Seal || element.Is("seal") },
        _ => throw new FormatException($"page: <{element.Name()}> cannot be written to Word; see Documents/README.md"),
    };

    /// <summary>A place to sign is long enough to be signed by hand.</summary>
    private static string Padded(string text)
    {
        var name = text.Trim();
        var missing = Math.Max(0, (name.Length == 0 ? BlankWidth : SignedWidth) - name.Length);
        return string.Concat(new string('　', (missing + 1) / 2), name, new string('　', missing / 2));
    }

    private void Add(string text, Look look)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is ' ' or '\t' or '\r' or '\n')
            {
                spaceWaits = hasText || shown.Length > 0;
            }
            else if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                if (spaceWaits)
                {
                    shown.Append(' ');
                    spaceWaits = false;
                }
                shown.Append(rune);
            }
        }
        if (shown.Length > 0)
        {
            hasText = true;
            paragraph.AppendChild(new Run(PropertiesOf(look), new Text(shown.ToString()) { Space = SpaceProcessingModeValues.Preserve }));
        }
    }

    private static RunProperties PropertiesOf(Look look)
    {
        // the schema fixes the order of these
        var properties = new RunProperties();
        if (look.Label)
        {
            properties.AppendChild(WordStyles.Font(WordStyles.Hei));
        }
        if (look.Bold)
        {
            properties.AppendChild(new Bold());
        }
        if (look.Italic)
        {
            properties.AppendChild(new Italic());
        }
        if (look.Seal)
        {
            properties.AppendChild(new Color { Val = WordStyles.PaleRed });
        }
        if (look.Small || look.Seal)
        {
            properties.AppendChild(new FontSize { Val = look.Seal ? "21" : "24" });
        }
        if (look.Underline)
        {
            properties.AppendChild(new Underline { Val = UnderlineValues.Single });
        }
        return properties;
    }
}
