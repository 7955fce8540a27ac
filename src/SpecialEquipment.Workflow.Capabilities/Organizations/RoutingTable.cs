using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>DOMAIN §2.4: the higher priority is responsible, a tie makes both; the funding office never receives a case.</summary>
internal sealed class RoutingTable(WorkflowDbContext db, RegionMap regions, BusinessClock clock) : IRoutingTable
{
    public async Task<IReadOnlyList<Receiver>> ReceiversAsync(string regionCode, string? placeType, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        var path = (await regions.TreeAsync(db, cancellation)).Ancestors(regionCode, today).Select(r => r.Code).ToList();
        var departments = await db.Set<Department>().AsNoTracking()
            .Where(d => path.Contains(d.RegionCode) && d.Priority > 0 && d.ValidFrom <= today && (d.ValidTo == null || d.ValidTo > today)).ToListAsync(cancellation);
        var ids = departments.Select(d => (Guid?)d.Id).ToList();
        var posts = await db.Set<Post>().AsNoTracking()
            .Where(p => p.Kind == PostKinds.DepartmentLeader && ids.Contains(p.DepartmentId) && p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo > today))
            .OrderBy(p => p.Key).ToListAsync(cancellation);
        return
        [
            .. departments.GroupBy(d => d.Code).Select(same => same.MinBy(d => path.IndexOf(d.RegionCode))!)
                .Select(d => new Receiver(
                    d.Id, d.Code, d.Name, d.Duty, d.Priority, placeType is not null && d.Places.Contains(placeType), posts.Find(p => p.DepartmentId == d.Id)?.Id))
                .OrderByDescending(r => r.IsNamed).ThenByDescending(r => r.Priority).ThenBy(r => r.Code, StringComparer.Ordinal),
        ];
    }
}
