using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

public sealed class DocumentTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<OfficialDocument>(t =>
        {
            t.ToTable("doc_document");
            t.HasHotKeys(d => d.Key, d => d.Id);
            t.Property(d => d.Number).HasMaxLength(80);
            t.Property(d => d.Template).HasMaxLength(60);
            t.Property(d => d.Title).HasMaxLength(100);
            t.Property(d => d.OrganName).HasMaxLength(200);
            t.Property(d => d.VoidedBy).HasMaxLength(60);
            t.Property(d => d.VoidReason).HasMaxLength(500);
            t.Property(d => d.Version).IsConcurrencyToken();
            t.Property(d => d.RegionCode).HasMaxLength(20).HasDefaultValue("");
            t.Property(d => d.DepartmentCode).HasMaxLength(60).HasDefaultValue("");
            t.Property(d => d.UnitName).HasMaxLength(200);
            t.Property(d => d.SearchText).HasMaxLength(400).HasDefaultValue("");
            t.Property(d => d.CorrectionReason).HasMaxLength(400);
            t.HasIndex(d => d.Number).IsUnique().HasFilter("number IS NOT NULL");
            t.HasIndex(d => new { d.MatterId, d.Key });
            t.HasIndex(d => new { d.Template, d.State, d.IssuedAt });
            t.HasIndex(d => d.CorrectsId);
        });
        model.Entity<OfficialSerial>(t =>
        {
            t.ToTable("doc_serial");
            t.HasKey(s => new { s.Organ, s.Kind, s.Year });
            t.Property(s => s.Organ).HasMaxLength(60);
            t.Property(s => s.Kind).HasMaxLength(20);
        });
    }
}
