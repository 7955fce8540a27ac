using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>
/// The one model of engine and capability rows. One derived class per database (Server assembly) carries its migrations.
/// Instants are UTC, truncated to milliseconds, stored in a form that sorts; enums are stored as UPPER_SNAKE_CASE text.
/// </summary>
public abstract class WorkflowDbContext(DbContextOptions options, IEnumerable<ITables> tables) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in tables)
        {
            part.Map(modelBuilder);
        }
    }
}
