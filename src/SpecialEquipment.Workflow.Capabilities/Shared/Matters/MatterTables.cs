using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

internal sealed class MatterTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<Matter>(t =>
    {
        t.ToTable("matter");
        t.HasHotKeys(m => m.Key, m => m.Id);
        t.Property(m => m.Kind).HasMaxLength(20);
        t.Property(m => m.Number).HasMaxLength(60);
        t.Property(m => m.Title).HasMaxLength(200);
        t.Property(m => m.RegionCode).HasMaxLength(20);
        // raised by the command itself; two commands at once meet here and the second is tried again on what the first left
        t.Property(m => m.Version).IsConcurrencyToken();
        t.HasIndex(m => m.Number).IsUnique().HasFilter("number IS NOT NULL");
        t.HasIndex(m => new { m.RegionCode, m.State });
        t.HasIndex(m => m.EnterpriseId);
        t.HasIndex(m => m.CreatedAt);
    });
}
