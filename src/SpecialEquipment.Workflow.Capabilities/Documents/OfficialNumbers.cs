using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>
/// The serial's row is raised first and read afterwards, so the database's own row lock holds everyone else until this act commits or gives up:
/// no gap, no repeat, and a rolled-back act returns its number.
/// </summary>
internal sealed class OfficialNumbers(IDirectory directory) : IOfficialNumbers
{
    public async Task<string> NextAsync(WorkflowDbContext db, string regionCode, string departmentCode, string kind, int year, CancellationToken cancellation)
    {
        var department = await directory.FindDepartmentAsync(regionCode, departmentCode, cancellation)
            ?? throw new InvalidOperationException($"no department {departmentCode} is responsible for region {regionCode}, so nothing can be numbered");
        var region = await directory.FindRegionAsync(department.RegionCode, cancellation)
            ?? throw new InvalidOperationException($"department {department.Name} stands in the unknown region {department.RegionCode}");
        var serial = await NextSerialAsync(db, $"{department.RegionCode}/{department.Code}", kind, year, cancellation);
        return $"{region.ShortName}{department.NumberMark}{kind}〔{year}〕第{serial:0000}号";
    }

    private static async Task<int> NextSerialAsync(WorkflowDbContext db, string organ, string kind, int year, CancellationToken cancellation)
    {
        var row = db.Set<OfficialSerial>().Where(s => s.Organ == organ && s.Kind == kind && s.Year == year);
        while (await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellation) == 0)
        {
            await BeginSeriesAsync(db, organ, kind, year, cancellation);
        }
        return await row.Select(s => s.Last).SingleAsync(cancellation);
    }

    /// <summary>Two acts may open a new year's series at once; the loser must wait for the winner instead of failing on the key.</summary>
    private static Task<int> BeginSeriesAsync(WorkflowDbContext db, string organ, string kind, int year, CancellationToken cancellation) =>
        db.Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal)
            ? db.Database.ExecuteSqlAsync(
                $"INSERT INTO doc_serial (organ, kind, year, last) SELECT {organ}, {kind}, {year}, 0 WHERE NOT EXISTS (SELECT 1 FROM doc_serial WITH (UPDLOCK, HOLDLOCK) WHERE organ = {organ} AND kind = {kind} AND year = {year})",
                cancellation)
            : db.Database.ExecuteSqlAsync($"INSERT INTO doc_serial (organ, kind, year, last) VALUES ({organ}, {kind}, {year}, 0) ON CONFLICT DO NOTHING", cancellation);
}
