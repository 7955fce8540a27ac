using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>A capability's share of the model. Table names carry the capability's prefix, e.g. <c>hazard_</c> (SQLite has no schemas).</summary>
public interface ITables
{
    void Map(ModelBuilder model);
}
