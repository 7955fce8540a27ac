using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpecialEquipment.Workflow.Capabilities.Documents.Word;

/// <summary>Lists that Word numbers: bullets, and numbers that begin anew with every list.</summary>
internal sealed class WordLists(MainDocumentPart main)
{
    private const int Bullets = 0;
    private const int Numbers = 1;
    private readonly List<NumberingInstance> lists = [];

    public int New(bool isNumbered)
    {
        var id = lists.Count + 1;
        var list = new NumberingInstance(new AbstractNumId { Val = isNumbered ? Numbers : Bullets }) { NumberID = id };
        if (isNumbered)
        {
            list.AppendChild(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
        }
        lists.Add(list);
        return id;
    }

    public void Save()
    {
        if (lists.Count == 0)
        {
            return;
        }
        var numbering = new Numbering(Kind(Bullets, NumberFormatValues.Bullet, "●"), Kind(Numbers, NumberFormatValues.Decimal, "%1."));
        numbering.Append(lists);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering;
    }

    private static AbstractNum Kind(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "640", Hanging = "480" })) { LevelIndex = 0 })
    {
        AbstractNumberId = id,
    };
}
