using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>One row that changes whenever the tree does, so that every node notices with one cheap read.</summary>
public sealed class RegionStamp
{
    public int Id { get; init; }

    /// <summary>Random, not counted: a count reached in a transaction that rolled back would come round again with another tree behind it.</summary>
    public Guid Value { get; set; }
}

/// <summary>Keeps the region tree of one database in memory for as long as its stamp stays the same.</summary>
public sealed class RegionMap
{
    private const int TheOnlyRow = 1;
    private volatile Loaded? loaded;

    public async Task<RegionTree> TreeAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        var stamp = await db.Set<RegionStamp>().AsNoTracking().Where(s => s.Id == TheOnlyRow).Select(s => s.Value).FirstOrDefaultAsync(cancellation);
        if (loaded is { } known && known.Stamp == stamp && stamp != Guid.Empty)
        {
            return known.Tree;
        }
        var tree = new RegionTree(
            await db.Set<Region>().AsNoTracking().ToListAsync(cancellation), await db.Set<RegionSuccession>().AsNoTracking().ToListAsync(cancellation));
        loaded = new Loaded(stamp, tree);
        return tree;
    }

    /// <summary>To be called in the same act as any change of regions.</summary>
    public static async Task ChangedAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        var row = await db.Set<RegionStamp>().FindAsync([TheOnlyRow], cancellation);
        if (row is null)
        {
            db.Add(row = new RegionStamp { Id = TheOnlyRow });
        }
        row.Value = Guid.CreateVersion7();
    }

    private sealed record Loaded(Guid Stamp, RegionTree Tree);
}
