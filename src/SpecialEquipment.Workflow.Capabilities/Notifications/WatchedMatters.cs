using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>
/// The matters that screens of this node watch, with the version last told. Only these are asked for, so that the cost follows
/// what people look at and not how many matters there are.
/// </summary>
public sealed class WatchedMatters
{
    public const int MaxPerConnection = 50;
    private const int Batch = 500;
    private readonly Lock door = new();
    private readonly Dictionary<string, HashSet<Guid>> byConnection = [];
    private readonly Dictionary<Guid, Watched> matters = [];

    /// <returns>False when the connection watches as many as it may.</returns>
    public bool Add(string connectionId, Guid matterId)
    {
        lock (door)
        {
            if (!byConnection.TryGetValue(connectionId, out var own))
                byConnection.Add(connectionId, own = []);
            if (own.Contains(matterId))
                return true;
            if (own.Count >= MaxPerConnection)
                return false;
            own.Add(matterId);
            if (!matters.TryGetValue(matterId, out var watched))
                matters.Add(matterId, watched = new Watched());
            watched.Watchers++;
            return true;
        }
    }

    public void Remove(string connectionId, Guid matterId)
    {
        lock (door)
        {
            if (byConnection.TryGetValue(connectionId, out var own) && own.Remove(matterId))
                Release(matterId);
        }
    }

    public void Forget(string connectionId)
    {
        lock (door)
        {
            if (!byConnection.Remove(connectionId, out var own))
                return;
            foreach (var matterId in own)
                Release(matterId);
        }
    }

    /// <summary>Version of a matter now; from here on greater ones are told.</summary>
    public async Task<long> VersionAsync(Guid matterId, WorkflowDbContext db, CancellationToken cancellation)
    {
        var version = await db.Set<Matter>().Where(m => m.Id == matterId).Select(m => m.Version).FirstAsync(cancellation);
        lock (door)
        {
            if (matters.TryGetValue(matterId, out var watched))
                watched.Told ??= version;
        }
        return version;
    }

    /// <summary>Those of the given matters (null: of all watched) whose version has grown since it was last told.</summary>
    public async Task<IReadOnlyList<ChangedMatter>> ChangesAsync(IReadOnlyCollection<Guid>? among, WorkflowDbContext db, CancellationToken cancellation)
    {
        var changes = new List<ChangedMatter>();
        foreach (var ids in Watching(among).Chunk(Batch))
        {
            var versions = await db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Version }).ToListAsync(cancellation);
            lock (door)
            {
                foreach (var matter in versions)
                {
                    if (!matters.TryGetValue(matter.Id, out var watched) || watched.Told >= matter.Version)
                        continue;
                    // The first look after somebody began to watch has nothing to tell yet.
                    if (watched.Told is not null)
                        changes.Add(new ChangedMatter(matter.Id, matter.Version));
                    watched.Told = matter.Version;
                }
            }
        }
        return changes;
    }

    private List<Guid> Watching(IReadOnlyCollection<Guid>? among)
    {
        lock (door)
            return among is null ? [.. matters.Keys] : [.. among.Where(matters.ContainsKey)];
    }

    private void Release(Guid matterId)
    {
        if (matters.TryGetValue(matterId, out var watched) && --watched.Watchers == 0)
            matters.Remove(matterId);
    }

    private sealed class Watched
    {
        public int Watchers { get; set; }
        public long? Told { get; set; }
    }
}
