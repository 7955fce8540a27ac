using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Reports with their recipients, emergency measures, seizures.</summary>
public sealed class MajorTables : ITables
{
    public void Map(ModelBuilder model)
    {
        var report = model.Entity<HazardReport>();
        report.ToTable("hazard_report").HasHotKeys(r => r.Key, r => r.Id);
        report.Property(r => r.Situation).HasMaxLength(2000);
        report.Property(r => r.Measures).HasMaxLength(2000);
        report.Property(r => r.Advice).HasMaxLength(2000);
        report.Property(r => r.GovernmentReason).HasMaxLength(2000);
        report.Property(r => r.Grounds).HasMaxLength(200);
        report.Property(r => r.ReportedByName).HasMaxLength(60);
        report.HasIndex(r => new { r.MatterId, r.Serial }).IsUnique();

        var recipient = model.Entity<ReportRecipient>();
        recipient.ToTable("hazard_report_recipient").HasHotKeys(r => r.Key, r => r.Id);
        recipient.Property(r => r.DepartmentName).HasMaxLength(120);
        recipient.Property(r => r.RegionCode).HasMaxLength(20);
        recipient.Property(r => r.PostName).HasMaxLength(120);
        recipient.Property(r => r.Reason).HasMaxLength(200);
        recipient.Property(r => r.ReceivedByName).HasMaxLength(60);
        recipient.HasIndex(r => new { r.MatterId, r.ReceivedAt });
        recipient.HasIndex(r => r.ReportId);

        var measure = model.Entity<EmergencyMeasure>();
        measure.ToTable("hazard_emergency_measure").HasHotKeys(m => m.Key, m => m.Id);
        measure.Property(m => m.Text).HasMaxLength(2000);
        measure.Property(m => m.TakenBy).HasMaxLength(200);
        measure.Property(m => m.RecordedByName).HasMaxLength(60);
        measure.HasIndex(m => m.MatterId);

        var seizure = model.Entity<Seizure>();
        seizure.ToTable("hazard_seizure").HasHotKeys(s => s.Key, s => s.Id);
        seizure.Property(s => s.Objects).HasJson();
        seizure.Property(s => s.Reason).HasMaxLength(2000);
        seizure.Property(s => s.LegalBasis).HasMaxLength(1000);
        seizure.Property(s => s.KeptAt).HasMaxLength(300);
        seizure.Property(s => s.FirstInspectorName).HasMaxLength(60);
        seizure.Property(s => s.FirstCertificate).HasMaxLength(60);
        seizure.Property(s => s.SecondInspectorName).HasMaxLength(60);
        seizure.Property(s => s.SecondCertificate).HasMaxLength(60);
        seizure.Property(s => s.ApproverName).HasMaxLength(60);
        seizure.Property(s => s.Receiver).HasMaxLength(120);
        seizure.Property(s => s.ServiceNote).HasMaxLength(2000);
        seizure.Property(s => s.Proof).HasJsonObject();
        seizure.Property(s => s.ExtensionReason).HasMaxLength(2000);
        seizure.Property(s => s.ExtensionApproverName).HasMaxLength(60);
        seizure.Property(s => s.ReleaseNote).HasMaxLength(2000);
        seizure.Property(s => s.ReleaseReceiver).HasMaxLength(120);
        seizure.Property(s => s.ReleasedByNames).HasMaxLength(130);
        seizure.Property(s => s.ReleaseApproverName).HasMaxLength(60);
        seizure.HasIndex(s => new { s.MatterId, s.ReleasedAt });
    }
}
