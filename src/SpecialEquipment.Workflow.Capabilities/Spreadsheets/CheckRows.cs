using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>
/// Checks every row of the mapped sheet, at most <see cref="BatchSize"/> per commit. How far it has come stands in the import itself, in the
/// same commit as the rows: after a crash the file is read again and what was checked is passed over.
/// </summary>
internal sealed class CheckRows(ImportTargets targets, WorkflowDatabase database, ImportWork work)
{
    public const int BatchSize = 200;

    public async Task RunAsync(SheetImport import, CancellationToken cancellation)
    {
        if (import.Round > 1)
            await ForgetEarlierRoundsAsync(import, cancellation);
        try
        {
            await using var db = database.CreateContext();
            await using var file = await UploadWorkbook.FetchAsync(import.Id, db, cancellation);
            using var workbook = Workbook.Open(file);
            var first = Math.Max(import.CheckedThrough + 1, import.HeadingRow + import.HeadingRows);
            foreach (var batch in workbook.Rows(workbook.Sheets[import.Sheet]).Where(r => r.Number >= first).Chunk(BatchSize))
            {
                if (!await CheckAsync(import, batch, workbook.Is1904, cancellation))
                    return;
            }
            await work.StepAsync("spreadsheets/checked", import, (tracked, _, _) =>
            {
                tracked.State = ImportState.Ready;
                return Task.CompletedTask;
            }, cancellation);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            await work.FailAsync(import, unreadable.Message, cancellation);
        }
    }

    private Task<bool> CheckAsync(SheetImport import, IReadOnlyList<SheetRow> batch, bool is1904, CancellationToken cancellation)
    {
        var target = targets.Of(import);
        var reading = new ReadCells(target.Columns, import.Mapping, is1904);
        return work.StepAsync("spreadsheets/check-rows", import, async (tracked, act, stop) =>
        {
            // read anew at every try: what a row has been told stays with it
            var rows = batch.Select(reading.Do).ToList();
            await target.CheckAsync(rows, act, stop);
            await FindRepeatsAsync(tracked, rows, act, stop);
            for (var i = 0; i < rows.Count; i++)
                act.Db.Add(Kept(tracked, rows[i], batch[i], reading));
            tracked.CheckedRows += rows.Count;
            tracked.CheckedThrough = batch[^1].Number;
        }, cancellation);
    }

    private static SheetImportRow Kept(SheetImport import, ImportRow row, SheetRow cells, ReadCells reading)
    {
        var state = row.HasErrors ? ImportRowState.Bad : row.KnownAs is not null ? ImportRowState.Known : ImportRowState.Good;
        switch (state)
        {
            case ImportRowState.Bad: import.BadRows++; break;
            case ImportRowState.Known: import.KnownRows++; break;
            default: import.GoodRows++; break;
        }
        return new SheetImportRow
        {
            ImportId = import.Id, Round = import.Round, Number = row.Number, RowKey = row.HasErrors ? null : row.Key, State = state, ValuesJson = RowJson.Write(row.Values),
            CellsJson = state == ImportRowState.Known ? null : RowJson.Write(cells.Cells.Select(reading.Shown)), Remarks = row.Remarks, KnownAs = row.KnownAs,
        };
    }

    /// <summary>The same thing twice in one file: the first is taken, the later ones go back.</summary>
    private static async Task FindRepeatsAsync(SheetImport import, List<ImportRow> rows, ActContext act, CancellationToken cancellation)
    {
        var keys = rows.Where(r => r.Key is not null && !r.HasErrors).Select(r => r.Key!).Distinct().ToList();
        var first = await act.Db.Set<SheetImportRow>().AsNoTracking()
            .Where(r => r.ImportId == import.Id && r.Round == import.Round && r.RowKey != null && keys.Contains(r.RowKey))
            .GroupBy(r => r.RowKey!).Select(g => new { g.Key, Number = g.Min(r => r.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, cancellation);
        foreach (var row in rows.Where(r => r.Key is not null && !r.HasErrors))
        {
            if (!first.TryAdd(row.Key!, row.Number))
                row.Refuse("", $"与第 {first[row.Key!]} 行重复");
        }
    }

    private async Task ForgetEarlierRoundsAsync(SheetImport import, CancellationToken cancellation)
    {
        while (true)
        {
            var removed = 0;
            var goesOn = await work.StepAsync("spreadsheets/forget-rows", import, async (_, act, stop) =>
                removed = await act.Db.Set<SheetImportRow>().Where(r => r.ImportId == import.Id && r.Round < import.Round)
                    .OrderBy(r => r.Key).Take(BatchSize).ExecuteDeleteAsync(stop), cancellation);
            if (!goesOn || removed < BatchSize)
                return;
        }
    }
}
