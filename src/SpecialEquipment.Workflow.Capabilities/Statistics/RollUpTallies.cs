using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>
/// Each night folds the rows of a counter into one. Exactly the rows that were read are removed, by their keys: what others add
/// meanwhile stays, and two nodes that fold the same rows collide instead of counting twice.
/// </summary>
internal sealed class RollUpTallies(IActRing ring) : IDuty
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Night = new(2, 0, 0);

    public string Name => "statistics/roll-up-tallies";

    public DateTimeOffset? NextSlot(DateTimeOffset after)
    {
        var today = ShanghaiTime.StartOf(ShanghaiTime.DateOf(after)) + Night;
        return today > after ? today : today.AddDays(1);
    }

    public async Task RunAsync(DateTimeOffset slot, CancellationToken cancellation)
    {
        while (await FoldAsync(slot, cancellation))
        {
        }
    }

    private async Task<bool> FoldAsync(DateTimeOffset slot, CancellationToken cancellation) =>
        (await ring.RunAsync<bool>("statistics/roll-up-tallies", Actor.System, async (act, stop) =>
        {
            var tallies = act.Db.Set<MatterTally>();
            var group = await tallies.GroupBy(t => new { t.RegionCode, t.PlaceType, t.Grade, t.FoundMonth }).Where(g => g.Count() > 1)
                .OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefaultAsync(stop);
            if (group is null)
                return false;
            var rows = await tallies
                .Where(t => t.RegionCode == group.RegionCode && t.PlaceType == group.PlaceType && t.Grade == group.Grade && t.FoundMonth == group.FoundMonth)
                .OrderBy(t => t.Key).Take(BatchSize).ToListAsync(stop);
            tallies.RemoveRange(rows);
            var sum = new MatterTally
            {
                RegionCode = group.RegionCode, PlaceType = group.PlaceType, Grade = group.Grade, FoundMonth = group.FoundMonth, Unjudged = rows.Sum(r => r.Unjudged),
                Registered = rows.Sum(r => r.Registered), Treated = rows.Sum(r => r.Treated), ClosedUntreated = rows.Sum(r => r.ClosedUntreated),
                Open = rows.Sum(r => r.Open), Overdue = rows.Sum(r => r.Overdue),
            };
            if ((sum.Unjudged, sum.Registered, sum.Treated, sum.ClosedUntreated, sum.Open, sum.Overdue) != (0, 0, 0, 0, 0, 0))
                tallies.Add(sum);
            return true;
        }, slot, cancellation)).Value;
}
