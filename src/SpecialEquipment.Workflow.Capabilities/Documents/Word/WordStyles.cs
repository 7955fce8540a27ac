using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpecialEquipment.Workflow.Capabilities.Documents.Word;

/// <summary>
/// The look of an official paper in Word: A4, the margins and sizes of <c>Templates/style.css</c>, fonts by the names every Chinese
/// office has. Lengths are twips (1/20 pt), font sizes half points.
/// </summary>
internal static class WordStyles
{
    public const string Fang = "仿宋";
    public const string Hei = "黑体";
    public const string Song = "宋体";
    public const string Red = "D9001B";
    public const string PaleRed = "E29AA2";

    /// <summary>A4 less 28 mm left and 26 mm right.</summary>
    public const int TextWidth = 11906 - 1588 - 1474;

    public static RunFonts Font(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name };

    public static SectionProperties Page(string footer, string? header)
    {
        var section = new SectionProperties();
        if (header is not null)
        {
            section.AppendChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = header });
        }
        section.AppendChild(new FooterReference { Type = HeaderFooterValues.Default, Id = footer });
        section.AppendChild(new PageSize { Width = 11906, Height = 16838 });
        section.AppendChild(new PageMargin { Top = 1417, Right = 1474, Bottom = 1361, Left = 1588, Header = 709, Footer = 794, Gutter = 0 });
        return section;
    }

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Font(Fang), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }, new Languages { Val = "zh-CN", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { Before = "0", After = "0", Line = "540", LineRule = LineSpacingRuleValues.Exact }))),
        Style("Normal", isDefault: true, p => p.Append(new Justification { Val = JustificationValues.Both })),
        Style("Organ", p =>
        {
            p.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 19, Space = 10, Color = Red }));
            p.Append(new SpacingBetweenLines { After = "510", Line = "240", LineRule = LineSpacingRuleValues.Auto }, Centred());
        }, r => r.Append(Font(Song), new Bold(), new Color { Val = Red }, new Spacing { Val = 60 }, new FontSize { Val = "60" })),
        Style("Title", p => p.Append(new SpacingBetweenLines { After = "227", Line = "264", LineRule = LineSpacingRuleValues.Auto }, Centred()),
            r => r.Append(Font(Song), new Bold(), new FontSize { Val = "44" })),
        Style("Heading", p => p.Append(new KeepNext(), new SpacingBetweenLines { Before = "113" }), r => r.Append(Font(Hei))),
        Style("Number", p => p.Append(new SpacingBetweenLines { After = "454" }, Centred())),
        Style("To", _ => { }),
        Style("Text", p => p.Append(new Indentation { FirstLineChars = 200, FirstLine = "640" }, new Justification { Val = JustificationValues.Both })),
        Style("Gap", p => p.Append(new SpacingBetweenLines { Line = "170", LineRule = LineSpacingRuleValues.Exact }), r => r.Append(new FontSize { Val = "10" })),
        Style("Cell", Cell(JustificationValues.Left), Small),
        Style("CellHead", Cell(JustificationValues.Center), r => r.Append(Font(Hei), new FontSize { Val = "24" })),
        Style("CellCentre", Cell(JustificationValues.Center), Small),
        Style("CellRight", Cell(JustificationValues.Right), Small),
        Style("Signature", p => p.Append(new KeepLines(), new SpacingBetweenLines { Before = "113" })),
        Style("Signing", p => p.Append(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "113" }, new Indentation { Right = "340" }, new Justification { Val = JustificationValues.Right })),
        Style("Receipt", p => p.Append(new KeepLines()), r => r.Append(new FontSize { Val = "28" })),
        Style("ReceiptFirst", p => p.Append(
            new KeepNext(), new KeepLines(), new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 8, Color = "000000" }), new SpacingBetweenLines { Before = "567" }),
            r => r.Append(new FontSize { Val = "28" })),
        Style("CopyTo", p => p.Append(
            new ParagraphBorders(
                new TopBorder { Val = BorderValues.Single, Size = 6, Space = 4, Color = "000000" }, new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 4, Color = "000000" }),
            new SpacingBetweenLines { Before = "567" }, new Indentation { Left = "280", Right = "280" }), r => r.Append(new FontSize { Val = "28" })),
        Style("VoidMark", p => p.Append(
            new ParagraphBorders(Box<TopBorder>(), Box<LeftBorder>(), Box<BottomBorder>(), Box<RightBorder>()),
            new SpacingBetweenLines { After = "227", Line = "264", LineRule = LineSpacingRuleValues.Auto }, new Indentation { Left = "2835", Right = "2835" }, Centred()),
            r => r.Append(Font(Song), new Bold(), new Color { Val = Red }, new FontSize { Val = "72" })),
        Style("Note", p => p.Append(new SpacingBetweenLines { Before = "454", Line = "400", LineRule = LineSpacingRuleValues.Exact }),
            r => r.Append(new Color { Val = "B00016" }, new FontSize { Val = "24" })),
        Style("Foot", p => p.Append(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, Centred()), r => r.Append(Font(Song), new FontSize { Val = "21" })));

    private static Justification Centred() => new() { Val = JustificationValues.Center };

    private static Action<StyleParagraphProperties> Cell(JustificationValues align) =>
        p => p.Append(new SpacingBetweenLines { Line = "288", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = align });

    private static void Small(StyleRunProperties r) => r.Append(new FontSize { Val = "24" });

    private static T Box<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 24, Space = 4, Color = Red };

    private static Style Style(string id, Action<StyleParagraphProperties> paragraph, Action<StyleRunProperties>? run = null) => Style(id, false, paragraph, run);

    private static Style Style(string id, bool isDefault, Action<StyleParagraphProperties> paragraph, Action<StyleRunProperties>? run = null)
    {
        var style = new Style(new StyleName { Val = id }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.AppendChild(new BasedOn { Val = "Normal" });
        }
        style.AppendChild(new PrimaryStyle());
        var paragraphProperties = new StyleParagraphProperties();
        paragraph(paragraphProperties);
        style.AppendChild(paragraphProperties);
        if (run is not null)
        {
            var runProperties = new StyleRunProperties();
            run(runProperties);
            style.AppendChild(runProperties);
        }
        return style;
    }
}
