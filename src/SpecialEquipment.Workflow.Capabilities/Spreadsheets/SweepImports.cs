using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>
/// Each night lets go of the files and rows of old imports: they hold people's names and are no evidence any more, for what came of a row has
/// its own ledger entry with file hash and cells. The import itself stays as a record; one that nobody finished is cancelled.
/// </summary>
internal sealed class SweepImports(IActRing ring, IConfiguration configuration) : IDuty
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Night = new(3, 30, 0);
    private readonly int keepDays = configuration.GetValue("Spreadsheets:KeepDays", 90);

    public string Name => "spreadsheets/sweep-imports";

    public DateTimeOffset? NextSlot(DateTimeOffset after)
    {
        var today = ShanghaiTime.StartOf(ShanghaiTime.DateOf(after)) + Night;
        return today > after ? today : today.AddDays(1);
    }

    public async Task RunAsync(DateTimeOffset slot, CancellationToken cancellation)
    {
        var before = slot.AddDays(-keepDays);
        while (await SweepBatchAsync(slot, before, cancellation) > 0)
        {
        }
    }

    /// <returns>How much was let go of; 0 when nothing old is left.</returns>
    private async Task<int> SweepBatchAsync(DateTimeOffset slot, DateTimeOffset before, CancellationToken cancellation) =>
        (await ring.RunAsync<int>("spreadsheets/sweep-imports", Actor.System, async (act, stop) =>
        {
            var old = act.Db.Set<SheetImport>().Where(i => i.UploadedAt < before && i.State != ImportState.Running && i.State != ImportState.Checking);
            var forgotten = await old.Where(i => i.State == ImportState.Uploaded || i.State == ImportState.Ready).OrderBy(i => i.Key).Take(BatchSize).ToListAsync(stop);
            foreach (var import in forgotten)
            {
                (import.State, import.EndedAt) = (ImportState.Cancelled, act.Now);
                import.Version++;
                act.Record(new LedgerFact(import.Id, "cancel-import", "逾期未办理，导入自动取消") { Kind = "progress" });
            }
            var ids = await old.Where(i => act.Db.Set<SheetFilePiece>().Any(p => p.ImportId == i.Id) || act.Db.Set<SheetImportRow>().Any(r => r.ImportId == i.Id))
                .OrderBy(i => i.Key).Select(i => i.Id).Take(1).ToListAsync(stop);
            var rows = await act.Db.Set<SheetImportRow>().Where(r => ids.Contains(r.ImportId)).OrderBy(r => r.Key).Take(BatchSize).ExecuteDeleteAsync(stop);
            var pieces = await act.Db.Set<SheetFilePiece>().Where(p => ids.Contains(p.ImportId)).OrderBy(p => p.Key).Take(BatchSize).ExecuteDeleteAsync(stop);
            return forgotten.Count + rows + pieces;
        }, slot, cancellation)).Value;
}
