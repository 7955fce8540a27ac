using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpecialEquipment.Workflow.Capabilities.Documents.Word;

/// <summary>
/// Turns the sheet into paragraphs and tables: the place where the words of <c>Templates/style.css</c> become Word's styles, once for
/// every template there is and will be.
/// </summary>
internal sealed class WordBlocks(Func<bool, int> newList)
{
    private static readonly HashSet<string> BlockNames =
        ["main", "div", "section", "header", "footer", "p", "h1", "h2", "h3", "table", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"];

    /// <summary>Classes of the style sheet that make a paragraph what it is.</summary>
    private static readonly Dictionary<string, string> StyleOfClass = new()
    {
        ["organ"] = "Organ", ["number"] = "Number", ["to"] = "To", ["text"] = "Text", ["copy-to"] = "CopyTo",
        ["void-mark"] = "VoidMark", ["draft-mark"] = "VoidMark", ["void-note"] = "Note", ["signing"] = "Signing", ["signatures"] = "Signature", ["receipt"] = "Receipt",
    };

    public IEnumerable<OpenXmlElement> Of(XElement sheet) => Inside(sheet, "Normal");

    /// <summary>The blocks of a container; words that stand between blocks are a paragraph of their own.</summary>
    private IEnumerable<OpenXmlElement> Inside(XElement container, string style)
    {
        var words = new List<XNode>();
        foreach (var node in container.Nodes())
        {
            if (node is XElement element && BlockNames.Contains(element.Name()))
            {
                foreach (var block in Flush(words, style))
                {
                    yield return block;
                }
                foreach (var block in Block(element, style))
                {
                    yield return block;
                }
            }
            else
            {
                words.Add(node);
            }
        }
        foreach (var block in Flush(words, style))
        {
            yield return block;
        }
    }

    private static List<OpenXmlElement> Flush(List<XNode> words, string style)
    {
        var block = new List<OpenXmlElement>();
        if (words.Exists(w => w is XElement || w is XText { Value: var text } && !string.IsNullOrWhiteSpace(text)))
        {
            block.Add(Paragraph(words, style, small: false));
        }
        words.Clear();
        return block;
    }

    private IEnumerable<OpenXmlElement> Block(XElement element, string style) => element.Name() switch
    {
        "h1" => [Paragraph(element.Nodes(), "Title", small: false)],
        "h2" or "h3" => [Paragraph(element.Nodes(), "Heading", small: false)],
        "table" => [Paragraph([], "Gap", small: false), new WordTable(cell => Inside(cell, "Cell")).Of(element), Paragraph([], "Gap", small: false)],
        "ul" or "ol" => List(element),
        "p" or "li" or "dt" or "dd" => [Paragraph(element.Nodes(), StyleOf(element) ?? style, element.Is("small"))],
        "div" when element.Is("receipt") => Boxed(Inside(element, "Receipt")),
        _ => Inside(element, StyleOf(element) ?? style),
    };

    /// <summary>The items of a template number themselves; another list is numbered by Word.</summary>
    private List<OpenXmlElement> List(XElement list)
    {
        if (list.Is("items"))
        {
            return [.. list.Elements().Select(item => Paragraph(item.Nodes(), "Text", small: false))];
        }
        var number = newList(list.Name() == "ol");
        return [.. list.Elements().Select(OpenXmlElement (item) =>
        {
            var paragraph = Paragraph(item.Nodes(), "Normal", item.Is("small"));
            paragraph.ParagraphProperties!.AppendChild(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = number }));
            return paragraph;
        })];
    }

    /// <summary>What the receiver signs is set off by a line above.</summary>
    private static List<OpenXmlElement> Boxed(IEnumerable<OpenXmlElement> blocks)
    {
        var list = blocks.ToList();
        if (list.Find(b => b is Paragraph) is Paragraph first)
        {
            first.ParagraphProperties!.ParagraphStyleId!.Val = "ReceiptFirst";
        }
        return list;
    }

    private static string? StyleOf(XElement element) => StyleOfClass.Where(pair => element.Is(pair.Key)).Select(pair => pair.Value).FirstOrDefault();

    private static Paragraph Paragraph(IEnumerable<XNode> words, string style, bool small)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        WordText.Write(paragraph, words, small);
        return paragraph;
    }
}
