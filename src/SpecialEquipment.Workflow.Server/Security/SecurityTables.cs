using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>What the server itself remembers: the key ring of cookies and tokens, and refused access.</summary>
public sealed class SecurityTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<DataProtectionKey>(key =>
        {
            key.ToTable("server_data_protection_key").HasKey(k => k.Id);
            key.Property(k => k.FriendlyName).HasMaxLength(256);
        });
        model.Entity<AccessRefusal>(refusal =>
        {
            refusal.ToTable("server_access_refusal").HasKey(r => r.Id);
            refusal.Property(r => r.UserName).HasMaxLength(64);
            refusal.Property(r => r.Method).HasMaxLength(16);
            refusal.Property(r => r.Path).HasMaxLength(512);
            refusal.Property(r => r.RemoteAddress).HasMaxLength(64);
            refusal.HasIndex(r => r.At);
        });
    }
}
