using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage.Flows;

/// <summary>Moves a stamp to a value it never had: a counter could come back to a number that a rolled-back act had shown to a cache.</summary>
public static class Stamps
{
    /// <summary>Call in the act that saves, publishes or retracts a definition.</summary>
    public static Task DefinitionsChangedAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        var value = Random.Shared.NextInt64(1, long.MaxValue);
        return db.Set<Stamp>().Where(s => s.Name == Stamp.Definitions).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, value), cancellation);
    }
}
