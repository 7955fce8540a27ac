using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed class HazardTables : ITables
{
    public void Map(ModelBuilder model)
    {
        var hazard = model.Entity<Hazard>();
        hazard.ToTable("hazard").HasHotKeys(h => h.Key, h => h.MatterId);
        hazard.Property(h => h.SourceSystem).HasMaxLength(60);
        hazard.Property(h => h.SourceId).HasMaxLength(120);
        hazard.Property(h => h.FinderName).HasMaxLength(60);
        hazard.Property(h => h.ReportedByName).HasMaxLength(60);
        hazard.Property(h => h.LateReason).HasMaxLength(2000);
        hazard.Property(h => h.EnterpriseName).HasMaxLength(200);
        hazard.Property(h => h.EquipmentCode).HasMaxLength(40);
        hazard.Property(h => h.EquipmentKindName).HasMaxLength(60);
        hazard.Property(h => h.EquipmentText).HasMaxLength(200);
        hazard.Property(h => h.Place).HasMaxLength(300);
        hazard.Property(h => h.RegionName).HasMaxLength(60);
        hazard.Property(h => h.Text).HasMaxLength(2000);
        hazard.Property(h => h.Clause).HasMaxLength(500);
        hazard.Property(h => h.RegistrationNote).HasMaxLength(2000);
        hazard.Property(h => h.DismissReason).HasMaxLength(2000);
        hazard.Property(h => h.BasisCodes).HasMaxLength(400);
        hazard.Property(h => h.BasisText).HasMaxLength(2000);
        hazard.Property(h => h.SpotText).HasMaxLength(2000);
        hazard.Property(h => h.SearchText).HasMaxLength(1000);
        hazard.Ignore(h => h.EquipmentName);
        hazard.HasIndex(h => new { h.SourceSystem, h.SourceId }).IsUnique();
        hazard.HasIndex(h => h.EquipmentId);
        hazard.HasOne<Matter>().WithOne().HasForeignKey<Hazard>(h => h.MatterId).HasPrincipalKey<Matter>(m => m.Id).OnDelete(DeleteBehavior.Restrict);

        var instruction = model.Entity<Instruction>();
        instruction.ToTable("hazard_instruction").HasHotKeys(i => i.Key, i => i.Id);
        instruction.Property(i => i.Items).HasJson();
        instruction.Property(i => i.LegalBasis).HasMaxLength(1000);
        instruction.Property(i => i.FirstInspectorName).HasMaxLength(60);
        instruction.Property(i => i.SecondInspectorName).HasMaxLength(60);
        instruction.Property(i => i.FirstCertificate).HasMaxLength(60);
        instruction.Property(i => i.SecondCertificate).HasMaxLength(60);
        instruction.Property(i => i.Receiver).HasMaxLength(120);
        instruction.Property(i => i.ServiceNote).HasMaxLength(2000);
        instruction.HasIndex(i => new { i.MatterId, i.Serial }).IsUnique();
    }
}
