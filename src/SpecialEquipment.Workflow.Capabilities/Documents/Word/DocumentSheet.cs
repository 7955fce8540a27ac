using System.Xml;
using System.Xml.Linq;

namespace SpecialEquipment.Workflow.Capabilities.Documents.Word;

/// <summary>
/// The sheet of a rendered page as a tree. The pages are our own templates with encoded data, so they are XML but for <c>br</c>;
/// a template that is not is a defect of the template and named as such.
/// </summary>
internal static class DocumentSheet
{
    private const string End = "</main>";

    // a page may carry any character somebody typed; what Word cannot hold is dropped where text becomes runs
    private static readonly XmlReaderSettings Lenient = new() { CheckCharacters = false, DtdProcessing = DtdProcessing.Prohibit };

    public static XElement Of(string html)
    {
        var (start, end) = (html.IndexOf("<main", StringComparison.Ordinal), html.IndexOf(End, StringComparison.Ordinal));
        if (start < 0 || end < start)
        {
            throw new FormatException("page: there is no <main> sheet");
        }
        using var reader = XmlReader.Create(new StringReader(html[start..(end + End.Length)].Replace("<br>", "<br/>", StringComparison.Ordinal)), Lenient);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static string Name(this XElement element) => element.Name.LocalName;

    public static bool Is(this XElement element, string cssClass) =>
        element.Attribute("class")?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(cssClass) == true;
}
