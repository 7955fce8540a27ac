using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>A capability's share of the model. Table names carry the capability's prefix, e.g. <c>hazard_</c> (SQLite has no schemas).</summary>
public interface ITables
{
    void Map(ModelBuilder model);

    /// <summary>Told before changed rows are saved: adds the rows that follow from them (counters), so that both are one commit.</summary>
    void Saving(WorkflowDbContext db) { }
}
