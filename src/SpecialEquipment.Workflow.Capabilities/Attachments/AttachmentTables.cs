using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Attachments;

public sealed class AttachmentTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Attachment>(t =>
        {
            t.ToTable("att_attachment");
            t.HasHotKeys(a => a.Key, a => a.Id);
            t.Property(a => a.Sha256).HasMaxLength(64);
            t.Property(a => a.ContentType).HasMaxLength(40);
            t.Property(a => a.Name).HasMaxLength(200);
            t.Property(a => a.UploadedByName).HasMaxLength(80);
            t.HasIndex(a => a.Sha256);
            t.HasIndex(a => a.UploadedAt);
        });
        model.Entity<AttachmentBinding>(t =>
        {
            t.ToTable("att_binding");
            t.HasKey(b => b.Key);
            t.HasIndex(b => new { b.AttachmentId, b.MatterId, b.Kind }).IsUnique();
            t.HasIndex(b => b.MatterId);
        });
    }
}
