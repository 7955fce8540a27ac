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
        hazard.Property(h => h.GradedByName).HasMaxLength(60);
        hazard.Property(h => h.GradeApproverName).HasMaxLength(60);
        hazard.Property(h => h.SpotText).HasMaxLength(2000);
        hazard.Property(h => h.RelapseReason).HasMaxLength(2000);
        hazard.Property(h => h.DefectKey).HasMaxLength(DefectKeys.Length);
        hazard.Property(h => h.EquipmentModel).HasMaxLength(100);
        hazard.Property(h => h.MaintenanceUnit).HasMaxLength(200);
        hazard.Property(h => h.EquipmentKind).HasMaxLength(40);
        hazard.Ignore(h => h.EquipmentName);
        hazard.HasIndex(h => new { h.SourceSystem, h.SourceId }).IsUnique();
        hazard.HasIndex(h => h.EquipmentId);
        hazard.HasIndex(h => h.FoundAt);
        hazard.HasIndex(h => new { h.DefectKey, h.FoundAt });
        hazard.HasIndex(h => h.EquipmentCode).HasAnnotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });
        hazard.HasOne<Matter>().WithOne().HasForeignKey<Hazard>(h => h.MatterId).HasPrincipalKey<Matter>(m => m.Id).OnDelete(DeleteBehavior.Restrict);

        var message = model.Entity<HazardMessage>();
        message.ToTable("hazard_message").HasKey(m => m.Key);
        message.Property(m => m.SourceSystem).HasMaxLength(60);
        message.Property(m => m.SourceId).HasMaxLength(120);
        message.HasIndex(m => new { m.SourceSystem, m.SourceId, m.SentAt, m.Sequence }).IsUnique();

        var pattern = model.Entity<HazardPattern>();
        pattern.ToTable("hazard_pattern").HasHotKeys(p => p.Key, p => p.Id);
        pattern.Property(p => p.CountyCode).HasMaxLength(6);
        pattern.Property(p => p.DefectKey).HasMaxLength(DefectKeys.Length);
        pattern.Property(p => p.Value).HasMaxLength(200);
        pattern.Property(p => p.MatterIds).HasJson();
        pattern.Property(p => p.DecidedByName).HasMaxLength(60);
        pattern.Property(p => p.Reason).HasMaxLength(2000);
        pattern.HasIndex(p => new { p.DefectKey, p.CountyCode });
        pattern.HasIndex(p => p.MatterId);

        var closure = model.Entity<HazardClosure>();
        closure.ToTable("hazard_closure").HasKey(c => c.Key);
        closure.Property(c => c.Reason).HasMaxLength(2000);
        closure.Property(c => c.ReferenceNumber).HasMaxLength(60);
        closure.Property(c => c.Authority).HasMaxLength(100);
        closure.Property(c => c.NewRegionName).HasMaxLength(60);
        closure.Property(c => c.NewUnitName).HasMaxLength(200);
        closure.Property(c => c.NewPlace).HasMaxLength(200);
        closure.Property(c => c.OfficerName).HasMaxLength(60);
        closure.Property(c => c.ApproverName).HasMaxLength(60);
        closure.HasIndex(c => c.MatterId).IsUnique();

        var routing = model.Entity<HazardRouting>();
        routing.ToTable("hazard_routing").HasKey(r => r.Key);
        routing.Property(r => r.DepartmentCode).HasMaxLength(40);
        routing.Property(r => r.DepartmentName).HasMaxLength(120);
        routing.Property(r => r.Reason).HasMaxLength(2000);
        routing.Property(r => r.RoutedByName).HasMaxLength(60);
        routing.Property(r => r.ReceivedByName).HasMaxLength(60);
        routing.Property(r => r.ReceiptNote).HasMaxLength(2000);
        routing.HasIndex(r => r.MatterId);

        var view = model.Entity<SavedView>();
        view.ToTable("hazard_view").HasHotKeys(v => v.Key, v => v.Id);
        view.Property(v => v.Name).HasMaxLength(KeepViews.NameLength);
        view.Property(v => v.OwnerName).HasMaxLength(60);
        view.Property(v => v.RegionCode).HasMaxLength(20);
        view.Property(v => v.Query).HasMaxLength(KeepViews.QueryLength);
        view.Property(v => v.Columns).HasMaxLength(KeepViews.QueryLength);
        view.Property(v => v.Version).IsConcurrencyToken();
        view.HasIndex(v => v.OwnerUserId);
        view.HasIndex(v => v.DepartmentId);
        view.HasIndex(v => v.RegionCode);
        model.Entity<ViewStar>().ToTable("hazard_view_star").HasKey(s => new { s.ViewId, s.UserId });

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
        instruction.Property(i => i.Proof).HasJsonObject();
        instruction.HasIndex(i => new { i.MatterId, i.Serial }).IsUnique();
    }
}
