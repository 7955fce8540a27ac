using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>A kind of sheet that can be imported.</summary>
public sealed record ImportKindView(string Kind, string Name, IReadOnlyList<ImportColumnView> Columns)
{
    internal static ImportKindView Of(IImportTarget target) => new(target.Kind, target.Name,
        [.. target.Columns.Select(c => new ImportColumnView(c.Name, c.Heading, c.Required, c.MayBeEmpty, UpperSnake.From(c.Shape), c.Hint))]);
}

public sealed record ImportColumnView(string Name, string Heading, bool Required, bool MayBeEmpty, string Shape, string? Hint);

/// <summary>An import as people see it.</summary>
/// <param name="Percent">Of what is going on now: checking or importing.</param>
public sealed record ImportView(
    Guid Id, string Kind, string KindName, string FileName, string FileSha256, long FileSize, IReadOnlyList<string> SheetNames, int Sheet, int HeadingRow, int HeadingRows,
    IReadOnlyList<string> Headings, IReadOnlyList<MappedColumn> Mapping, string State, string StateName, int TotalRows, int CheckedRows, int GoodRows, int BadRows,
    int KnownRows, int ImportedRows, int Percent, string? Failure, string PersonName, DateTimeOffset UploadedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, long Version)
{
    internal static ImportView Of(SheetImport i, ImportTargets targets) => new(
        i.Id, i.Kind, targets.Find(i.Kind)?.Name ?? i.Kind, i.FileName, i.FileSha256, i.FileSize, i.SheetNames, i.Sheet, i.HeadingRow, i.HeadingRows, i.Headings, i.Mapping,
        UpperSnake.From(i.State), i.State.Name(), i.TotalRows, i.CheckedRows, i.GoodRows, i.BadRows, i.KnownRows, i.ImportedRows, PercentOf(i), i.Failure, i.PersonName,
        i.UploadedAt, i.StartedAt, i.EndedAt, i.Version);

    private static int PercentOf(SheetImport i) => i.State switch
    {
        ImportState.Uploaded => 0,
        ImportState.Checking => Share(i.CheckedRows, i.TotalRows),
        ImportState.Running => Share(i.ImportedRows, i.ImportedRows + i.GoodRows),
        _ => 100,
    };

    private static int Share(int done, int all) => all == 0 ? 0 : (int)Math.Min(99, done * 100L / all);
}

/// <summary>One row of the preview: its values by column, and what there is to say about row and cells (an empty column means the row).</summary>
public sealed record ImportRowView(int Number, string State, IReadOnlyDictionary<string, string> Values, IReadOnlyList<CellRemark> Remarks, string? KnownAs, Guid? SubjectId)
{
    internal static ImportRowView Of(SheetImportRow r) => new(r.Number, UpperSnake.From(r.State), RowJson.Values(r), r.Remarks, r.KnownAs, r.SubjectId);
}
