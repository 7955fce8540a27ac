using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Names of regions on today's map, for lists.</summary>
internal sealed class RegionNames(RegionMap regions, BusinessClock clock)
{
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(WorkflowDbContext db, CancellationToken cancellation) =>
        (await regions.TreeAsync(db, cancellation)).On(ShanghaiTime.DateOf(clock.GetUtcNow())).ToDictionary(r => r.Code, r => r.Name);
}
