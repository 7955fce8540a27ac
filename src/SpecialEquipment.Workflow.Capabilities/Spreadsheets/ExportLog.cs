using Microsoft.EntityFrameworkCore;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>Every export is on record before it leaves: a row to look it up by, and an entry in the ledger that nobody can take back.</summary>
internal sealed class ExportLog(IActRing ring) : IExportLog
{
    /// <summary>One export, for auditors.</summary>
    public sealed record Entry(Guid Id, string Kind, string Name, string Filter, int Rows, string UserName, string PersonName, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/spreadsheets/exports", async (WorkflowDbContext db, string? after, int? limit, CancellationToken cancellation) =>
            {
                var records = db.Set<SheetExportRecord>().AsNoTracking();
                var total = await records.CountToCapAsync(cancellation);
                var (size, cursor) = (ListPages.Limit(limit), long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : long.MaxValue);
                var page = await records.Where(e => e.Key < cursor).OrderByDescending(e => e.Key).Take(size + 1).ToListAsync(cancellation);
                return Results.Ok(ListPages.Of(page, size, total, e => e.Key.ToString(CultureInfo.InvariantCulture),
                    e => new Entry(e.Id, e.Kind, e.Name, e.Filter, e.Rows, e.UserName, e.PersonName, e.At)));
            })
            .RequireAuthorization(Policies.Auditors).WithName("find-exports").WithTags("spreadsheets").Produces<ListPage<Entry>>();

    public Task RecordAsync(Actor actor, string kind, string name, string filter, int rows, CancellationToken cancellation) =>
        ring.RunAsync<bool>("spreadsheets/export", actor, (act, _) =>
        {
            var record = new SheetExportRecord
            {
                Id = Guid.CreateVersion7(act.Now), Kind = kind, Name = name, Filter = filter.Length > 1000 ? filter[..1000] : filter, Rows = rows,
                UserId = actor.UserId, UserName = actor.UserName, PersonName = actor.PersonName, At = act.Now,
            };
            act.Db.Add(record);
            act.Record(new LedgerFact(record.Id, "export-list", $"导出{name} {rows} 行")
            {
                Kind = "access", Detail = new Dictionary<string, object?> { ["list"] = kind, ["filter"] = record.Filter, ["rows"] = rows },
            });
            return Task.FromResult<Result<bool>>(true);
        }, cancellation: cancellation);
}
