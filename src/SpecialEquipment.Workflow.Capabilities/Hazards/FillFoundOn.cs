using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A database from before the statistics: the days by which matters are counted, the earliest finding and the kind of defect are
/// taken over from their hazards once.</summary>
internal sealed class FillFoundOn(IActRing ring, WorkflowDatabase database) : IStartupStep
{
    private const int BatchSize = 200;

    public int Order => 55;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using (var db = database.CreateContext())
        {
            if (await db.Set<MatterTally>().AnyAsync(cancellation) || !await db.Set<Matter>().AnyAsync(cancellation))
                return;
        }
        while (await FillAsync(cancellation) == BatchSize)
        {
        }
    }

    private async Task<int> FillAsync(CancellationToken cancellation) =>
        (await ring.RunAsync<int>("hazards/fill-found-on", Actor.System, async (act, stop) =>
        {
            var rows = await (from m in act.Db.Set<Matter>()
                              join h in act.Db.Set<Hazard>() on m.Id equals h.MatterId
                              where m.FoundOn == default
                              orderby m.Key
                              select new { Matter = m, Hazard = h }).Take(BatchSize).ToListAsync(stop);
            foreach (var row in rows)
            {
                row.Matter.FoundOn = ShanghaiTime.DateOf(row.Hazard.FoundAt);
                row.Matter.RegisteredOn = row.Hazard.RegisteredAt is { } at ? ShanghaiTime.DateOf(at) : null;
                row.Matter.IsFixedOnSpot = row.Hazard.FixedAt is not null;
                row.Hazard.EarliestFoundAt = row.Hazard.FoundAt;
                row.Hazard.DefectKey ??= row.Hazard.Clause is null ? null : DefectKeys.Of(row.Hazard.EquipmentKindName, row.Hazard.Clause);
            }
            return rows.Count;
        }, cancellation: cancellation)).Value;
}
