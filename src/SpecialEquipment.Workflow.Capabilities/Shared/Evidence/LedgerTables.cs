using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

internal sealed class LedgerTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<LedgerEntry>(t =>
        {
            t.ToTable("ledger_entry");
            t.HasKey(e => e.Key);
            t.Property(e => e.Key).HasColumnName("row_no");
            t.HasIndex(e => new { e.MatterId, e.Sequence }).IsUnique();
            t.Property(e => e.Act).HasMaxLength(80);
            t.Property(e => e.Kind).HasMaxLength(20);
            t.Property(e => e.PersonName).HasMaxLength(80);
            t.Property(e => e.PostName).HasMaxLength(120);
            t.Property(e => e.OnBehalfOf).HasMaxLength(120);
            t.Property(e => e.StateAfter).HasMaxLength(40);
            t.Property(e => e.PreviousHash).HasMaxLength(32);
            t.Property(e => e.Hash).HasMaxLength(32);
        });
        model.Entity<LedgerHead>(t =>
        {
            t.ToTable("ledger_head");
            t.HasKey(h => h.MatterId);
            t.Property(h => h.Hash).HasMaxLength(32);
        });
    }
}
