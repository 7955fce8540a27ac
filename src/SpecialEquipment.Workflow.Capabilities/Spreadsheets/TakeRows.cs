using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>
/// Hands the good rows to their target, at most <see cref="CheckRows.BatchSize"/> per commit (DESIGN D2). A row's state changes in the same
/// commit as what it becomes, so a crash repeats nothing and loses nothing. A batch that faults is done again row by row: only the faulty row goes back.
/// </summary>
internal sealed partial class TakeRows(ImportTargets targets, ImportWork work, ILogger<TakeRows> log)
{
    public async Task RunAsync(SheetImport import, CancellationToken cancellation)
    {
        for (var singly = 0; ;)
        {
            var size = singly > 0 ? 1 : CheckRows.BatchSize;
            try
            {
                if (!await TakeAsync(import, size, cancellation))
                    return;
                singly = Math.Max(0, singly - 1);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Faulted(log, e, import.Id, size);
                if (size == 1)
                    await RefuseNextAsync(import, cancellation);
                singly = size == 1 ? Math.Max(0, singly - 1) : CheckRows.BatchSize;
            }
        }
    }

    private async Task<bool> TakeAsync(SheetImport import, int size, CancellationToken cancellation)
    {
        var target = targets.Of(import);
        var isDone = false;
        var goesOn = await work.StepAsync("spreadsheets/take-rows", import, async (tracked, act, stop) =>
        {
            var kept = await NextAsync(import, size, act, stop);
            if (kept.Count == 0)
            {
                isDone = true;
                Finish(tracked, target, act);
                return;
            }
            var rows = kept.Select(r => new ImportRow(r.Number, RowJson.Values(r))).ToList();
            var origin = new ImportOrigin(tracked.Id, tracked.FileName, tracked.FileSha256, tracked.SheetName);
            var taken = (await target.TakeAsync(rows, origin, act, stop)).ToDictionary(t => t.Number);
            for (var i = 0; i < kept.Count; i++)
                Mark(tracked, kept[i], rows[i], taken.GetValueOrDefault(kept[i].Number));
        }, cancellation);
        return goesOn && !isDone;
    }

    private static Task<List<SheetImportRow>> NextAsync(SheetImport import, int size, ActContext act, CancellationToken cancellation) =>
        act.Db.Set<SheetImportRow>().Where(r => r.ImportId == import.Id && r.Round == import.Round && r.State == ImportRowState.Good)
            .OrderBy(r => r.Number).Take(size).ToListAsync(cancellation);

    private static void Mark(SheetImport import, SheetImportRow kept, ImportRow row, TakenRow? taken)
    {
        import.GoodRows--;
        if (taken is null or { Refused: not null })
        {
            import.BadRows++;
            kept.State = ImportRowState.Bad;
            kept.Remarks = [.. kept.Remarks, .. row.Remarks, .. taken?.Refused is { } reason ? [new CellRemark("", reason, true)] : Array.Empty<CellRemark>()];
        }
        else if (taken.KnownAs is not null)
        {
            import.KnownRows++;
            (kept.State, kept.KnownAs, kept.SubjectId) = (ImportRowState.Known, taken.KnownAs, taken.SubjectId);
        }
        else
        {
            import.ImportedRows++;
            (kept.State, kept.SubjectId) = (ImportRowState.Imported, taken.SubjectId);
        }
    }

    private static void Finish(SheetImport import, IImportTarget target, ActContext act)
    {
        (import.State, import.EndedAt, import.LeaseOwner, import.LeaseUntil) = (ImportState.Done, act.Now, null, null);
        act.Record(new LedgerFact(import.Id, "finish-import",
            $"导入{target.Name}完成：导入 {import.ImportedRows} 行，已有 {import.KnownRows} 行未重复导入，退回 {import.BadRows} 行") { Kind = "progress" });
    }

    private Task RefuseNextAsync(SheetImport import, CancellationToken cancellation) =>
        work.StepAsync("spreadsheets/refuse-row", import, async (tracked, act, stop) =>
        {
            foreach (var row in await NextAsync(import, 1, act, stop))
                Mark(tracked, row, new ImportRow(row.Number, RowJson.Values(row)), new TakenRow(row.Number, null, null, "系统未能导入该行，已跳过，原因见系统日志"));
        }, cancellation);

    [LoggerMessage(Level = LogLevel.Error, Message = "import {Import}: a batch of {Size} rows faulted")]
    private static partial void Faulted(ILogger logger, Exception e, Guid import, int size);
}
