using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed class RectificationTables : ITables
{
    public void Map(ModelBuilder model)
    {
        var plan = model.Entity<RectificationPlan>();
        plan.ToTable("rectification_plan").HasHotKeys(p => p.Key, p => p.Id);
        plan.Property(p => p.Goal).HasMaxLength(2000);
        plan.Property(p => p.Measures).HasJson();
        plan.Property(p => p.ResponsibleUnit).HasMaxLength(200);
        plan.Property(p => p.Leader).HasMaxLength(60);
        plan.Property(p => p.Doer).HasMaxLength(60);
        plan.Property(p => p.Supervisor).HasMaxLength(60);
        plan.Property(p => p.FundingSource).HasMaxLength(200);
        plan.Property(p => p.ZeroFundingReason).HasMaxLength(500);
        plan.Property(p => p.ContingencyPlan).HasMaxLength(2000);
        plan.Property(p => p.InterimControl).HasMaxLength(2000);
        plan.Property(p => p.SubmittedByName).HasMaxLength(60);
        plan.Property(p => p.ReviewedByName).HasMaxLength(60);
        plan.Property(p => p.Opinion).HasMaxLength(2000);
        plan.HasIndex(p => new { p.MatterId, p.Serial }).IsUnique();

        var progress = model.Entity<ProgressReport>();
        progress.ToTable("rectification_progress").HasKey(p => p.Key);
        progress.Property(p => p.Text).HasMaxLength(2000);
        progress.Property(p => p.ReportedByName).HasMaxLength(60);
        progress.HasIndex(p => p.MatterId);

        var extension = model.Entity<ExtensionRequest>();
        extension.ToTable("rectification_extension").HasHotKeys(e => e.Key, e => e.Id);
        extension.Property(e => e.Reason).HasMaxLength(2000);
        extension.Property(e => e.InterimControl).HasMaxLength(2000);
        extension.Property(e => e.DecisionReason).HasMaxLength(2000);
        extension.Property(e => e.RequestedByName).HasMaxLength(60);
        extension.Property(e => e.DecidedByName).HasMaxLength(60);
        extension.HasIndex(e => new { e.MatterId, e.State });

        var report = model.Entity<RectificationReport>();
        report.ToTable("rectification_report").HasHotKeys(r => r.Key, r => r.Id);
        report.Property(r => r.Text).HasMaxLength(4000);
        report.Property(r => r.Items).HasJson();
        report.Property(r => r.SubmittedByName).HasMaxLength(60);
        report.HasIndex(r => new { r.MatterId, r.Serial }).IsUnique();

        var reinspection = model.Entity<Reinspection>();
        reinspection.ToTable("rectification_reinspection").HasHotKeys(r => r.Key, r => r.Id);
        reinspection.Property(r => r.Items).HasJson();
        reinspection.Property(r => r.FirstInspectorName).HasMaxLength(60);
        reinspection.Property(r => r.SecondInspectorName).HasMaxLength(60);
        reinspection.Property(r => r.FirstCertificate).HasMaxLength(60);
        reinspection.Property(r => r.SecondCertificate).HasMaxLength(60);
        reinspection.HasIndex(r => new { r.MatterId, r.Serial }).IsUnique();

        var lookBack = model.Entity<LookBackCheck>();
        lookBack.ToTable("rectification_look_back").HasKey(c => c.Key);
        lookBack.Property(c => c.Reason).HasMaxLength(500);
        lookBack.Property(c => c.Text).HasMaxLength(2000);
        lookBack.Property(c => c.FirstInspectorName).HasMaxLength(60);
        lookBack.Property(c => c.SecondInspectorName).HasMaxLength(60);
        lookBack.HasIndex(c => c.MatterId).IsUnique();

        var signOff = model.Entity<SignOffDecision>();
        signOff.ToTable("rectification_sign_off").HasKey(s => s.Key);
        signOff.Property(s => s.Opinion).HasMaxLength(2000);
        signOff.Property(s => s.ApproverName).HasMaxLength(60);
        signOff.HasIndex(s => s.MatterId).IsUnique();
    }
}
