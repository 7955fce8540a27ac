using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpecialEquipment.Workflow.Capabilities.Documents.Word;

/// <summary>
/// A document as .docx. It is made from the very page that is printed, so paper and file say the same in every word; only the look is
/// said twice (<see cref="WordStyles"/> and <c>Templates/style.css</c>).
/// </summary>
public sealed class WordPage(DocumentPage page)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public byte[] Write(OfficialDocument document)
    {
        var content = new MemoryStream();
        using (var word = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Title = $"{document.Title} {document.Number}".Trim();
            word.PackageProperties.Creator = document.OrganName;
            word.PackageProperties.Created = document.IssuedAt.UtcDateTime;
            var main = word.AddMainDocumentPart();
            // a line that is broken on purpose is not stretched to the margin; tables stand at the margin, not in it
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(
                new DoNotExpandShiftReturn(),
                new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All();
            var lists = new WordLists(main);
            var body = new Body();
            body.Append(new WordBlocks(lists.New).Of(DocumentSheet.Of(page.Render(document))));
            body.AppendChild(WordStyles.Page(Foot(main), document.State == DocumentState.Void ? VoidHead(main) : null));
            main.Document = new Document(body);
            lists.Save();
        }
        return content.ToArray();
    }

    /// <summary>第 n 页　共 m 页; Word counts.</summary>
    private static string Foot(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(Line(Words("第 "), Field("PAGE"), Words(" 页　共 "), Field("NUMPAGES"), Words(" 页")));
        return main.GetIdOfPart(part);
    }

    /// <summary>Each sheet of a void paper says so: sheets get separated.</summary>
    private static string VoidHead(MainDocumentPart main)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(Line(new Run(new RunProperties(new Bold(), new Color { Val = WordStyles.Red }), new Text("本文书已作废"))));
        return main.GetIdOfPart(part);
    }

    private static Paragraph Line(params OpenXmlElement[] content)
    {
        var line = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Foot" }));
        line.Append(content);
        return line;
    }

    private static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static SimpleField Field(string code) => new(new Run(new Text("1"))) { Instruction = code };
}
