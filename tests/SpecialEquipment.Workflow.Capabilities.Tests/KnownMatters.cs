using System.Collections.Concurrent;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Tests;

/// <summary>Stands in for the capability that owns matters: the test says who may see which.</summary>
public sealed class KnownMatters : IMatterAccess
{
    private readonly ConcurrentDictionary<(Guid Matter, Guid User), bool> seen = new();

    public void Show(Guid matterId, params Actor[] actors)
    {
        foreach (var actor in actors)
        {
            seen[(matterId, actor.UserId)] = true;
        }
    }

    public Task<bool> MaySeeAsync(Guid matterId, Actor actor, WorkflowDbContext db, CancellationToken cancellation) =>
        Task.FromResult(seen.ContainsKey((matterId, actor.UserId)));

    public Task<bool> HandlesAsync(Guid matterId, IReadOnlyList<string> postKinds, Actor actor, WorkflowDbContext db, CancellationToken cancellation) =>
        Task.FromResult(seen.ContainsKey((matterId, actor.UserId)) && actor.Posts.Any(p => postKinds.Contains(p.PostKind)));
}
