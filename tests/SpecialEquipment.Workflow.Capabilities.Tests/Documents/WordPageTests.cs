using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Documents.Word;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Documents;

/// <summary>The .docx and the printed page are one document: same words, in the same order.</summary>
public class WordPageTests
{
    private static readonly TemplateCatalogue Templates = new();
    private static readonly DocumentPage Page = new(Templates);

    public static TheoryData<string, DocumentState> Every =>
        [.. from template in Templates.All from state in new[] { DocumentState.Draft, DocumentState.Issued, DocumentState.Served, DocumentState.Void } select (template.Code, state)];

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Word_says_word_for_word_what_the_page_says(string code, DocumentState state)
    {
        var document = await DocumentAsync(code, state, fields => fields);
        using var word = Open(new WordPage(Page).Write(document));
        var page = Page.Render(document);
        Assert.Equal(WordsOf(page), Squeezed(string.Concat(word.MainDocumentPart!.Document.Body!.Descendants<Text>().Select(t => t.Text))));
        Assert.Equal(Regex.Count(page, "<tr>"), word.MainDocumentPart.Document.Body.Descendants<TableRow>().Count());
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Word_accepts_the_file(string code, DocumentState state)
    {
        using var word = Open(new WordPage(Page).Write(await DocumentAsync(code, state, fields => fields)));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2010).Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task What_people_typed_stays_text_and_what_Word_cannot_hold_is_left_out()
    {
        const string typed = "<w:p>&amp; \"3号\"\u0001\u000B 𠮷野　限速器]]></main>";
        var document = await DocumentAsync(DocumentTemplates.SignOffSheet, DocumentState.Issued, fields => fields with
        {
            Values = new Dictionary<string, object?>(fields.Values) { ["place"] = typed, ["approverOpinion"] = "一\n二" },
        });
        using var word = Open(new WordPage(Page).Write(document));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2010).Validate(word).Select(e => e.Description));
        var cells = word.MainDocumentPart!.Document.Body!.Descendants<TableCell>().ToList();
        Assert.Contains(cells, c => c.InnerText == "<w:p>&amp; \"3号\" 𠮷野　限速器]]></main>");
        Assert.Equal(2, cells.Single(c => c.InnerText.StartsWith("一二", StringComparison.Ordinal)).Descendants<Break>().Count());
    }

    [Fact]
    public async Task The_sheet_is_A4_with_page_numbers_and_the_fonts_of_official_papers()
    {
        using var word = Open(new WordPage(Page).Write(await DocumentAsync(DocumentTemplates.SafetySupervisionInstruction, DocumentState.Issued, fields => fields)));
        var main = word.MainDocumentPart!;
        var section = main.Document.Body!.Elements<SectionProperties>().Single();
        Assert.Equal((11906u, 16838u), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value));
        Assert.Equal("第 1 页　共 1 页", main.FooterParts.Single().Footer.InnerText);
        Assert.Equal(["PAGE", "NUMPAGES"], main.FooterParts.Single().Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value!));
        string[] fonts = ["仿宋", "黑体", "宋体"];
        Assert.Empty(fonts.Except(main.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Select(f => f.EastAsia!.Value!)));
        Assert.Equal("Organ", main.Document.Body.Elements<Paragraph>().First().ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        Assert.Empty(main.HeaderParts);
    }

    [Fact]
    public async Task Every_sheet_of_a_void_paper_says_so_and_it_keeps_its_number()
    {
        var document = await DocumentAsync(DocumentTemplates.ReinspectionOpinion, DocumentState.Void, fields => fields);
        using var word = Open(new WordPage(Page).Write(document));
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("作　废", text);
        Assert.Contains(document.Number!, text);
        Assert.Contains("理由：文号误填", text);
        Assert.Equal("本文书已作废", word.MainDocumentPart.HeaderParts.Single().Header.InnerText);
    }

    [Fact]
    public void A_list_of_a_future_template_is_numbered_anew_and_unknown_markup_is_refused()
    {
        var lists = new List<bool>();
        var blocks = new WordBlocks(numbered => { lists.Add(numbered); return lists.Count; })
            .Of(DocumentSheet.Of("<main class=\"sheet\"><ul><li>甲</li></ul><ol><li>乙</li><li><strong>丙</strong></li></ol><h2>附</h2></main>")).ToList();
        Assert.Equal([false, true], lists);
        Assert.Equal(["甲", "乙", "丙", "附"], blocks.Select(b => b.InnerText));
        Assert.Equal([1, 2, 2], blocks.SelectMany(b => b.Descendants<NumberingId>()).Select(n => n.Val!.Value));
        Assert.Throws<FormatException>(() => new WordBlocks(_ => 1).Of(DocumentSheet.Of("<main><p>x<img src=\"y\"/></p></main>")).ToList());
        Assert.Throws<FormatException>(() => DocumentSheet.Of("<p>no sheet</p>"));
    }

    private static WordprocessingDocument Open(byte[] content) => WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);

    /// <summary>What the page shows, by another way than the writer takes: tags cut out, entities decoded.</summary>
    private static string WordsOf(string html) => Squeezed(WebUtility.HtmlDecode(Regex.Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], "<[^>]*>", "")));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    internal static async Task<OfficialDocument> DocumentAsync(string code, DocumentState state, Func<DocumentFields, DocumentFields> change)
    {
        var template = Templates.Find(code)!;
        var fields = await new SampleFacts { Change = change }.ReadAsync(code, Guid.Empty, null!, default);
        var issued = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
        return new OfficialDocument
        {
            Number = "高市监特令〔2026〕第0012号", Template = code, Title = template.Name, OrganName = "高平市市场监督管理局", IssuedAt = issued, State = state,
            Fields = FrozenFields.Freeze(template, fields, "高平市市场监督管理局", new DateOnly(2026, 3, 2)).ToJsonString(FrozenFields.Json),
            Service = state == DocumentState.Served ? FrozenFields.OfService(new DocumentService("DIRECT", "示例安全员", issued)).ToJsonString(FrozenFields.Json) : null,
            VoidedAt = state == DocumentState.Void ? issued : null, VoidedBy = state == DocumentState.Void ? "示例审批人" : null, VoidReason = state == DocumentState.Void ? "文号误填" : null,
        };
    }
}
