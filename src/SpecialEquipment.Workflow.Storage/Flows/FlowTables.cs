using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage.Flows;

/// <summary>Tables of the engine. <see cref="EfWorkflowStore"/> writes them in plain SQL; lists and searches read them through EF.</summary>
internal sealed class FlowTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<FlowDefinition>(t =>
        {
            t.ToTable("wf_definition");
            t.HasHotKeys(d => d.Key, d => d.VersionId);
            t.Property(d => d.DefinitionId).HasMaxLength(100);
            t.Property(d => d.Name).HasMaxLength(200);
            t.HasIndex(d => new { d.DefinitionId, d.Version }).IsUnique();
            t.HasIndex(d => new { d.IsPublished, d.DefinitionId });
        });
        model.Entity<Stamp>(t =>
        {
            t.ToTable("wf_stamp");
            t.HasKey(s => s.Name);
            t.Property(s => s.Name).HasMaxLength(40);
            t.HasData(new Stamp { Name = Stamp.Definitions, Value = 1 });
        });
        model.Entity<FlowInstance>(t =>
        {
            t.ToTable("wf_instance");
            t.HasHotKeys(i => i.Key, i => i.Id);
            t.Property(i => i.DefinitionId).HasMaxLength(100);
            t.Property(i => i.Status).HasMaxLength(20);
            t.Property(i => i.CorrelationId).HasMaxLength(64);
            t.Property(i => i.Name).HasMaxLength(200);
            t.HasIndex(i => i.CorrelationId);
            t.HasIndex(i => new { i.Status, i.UpdatedAt });
            t.HasIndex(i => i.OpenIncidents).HasFilter("open_incidents > 0");
        });
        model.Entity<FlowBookmark>(t =>
        {
            t.ToTable("wf_bookmark");
            t.HasHotKeys(b => b.Key, b => b.Id);
            t.Property(b => b.ActivityInstanceId).HasMaxLength(64);
            t.Property(b => b.Kind).HasMaxLength(20);
            t.Property(b => b.Name).HasMaxLength(200);
            t.Property(b => b.CorrelationId).HasMaxLength(64);
            t.Property(b => b.LeaseOwner).HasMaxLength(64);
            t.HasIndex(b => new { b.Name, b.CorrelationId });
            t.HasIndex(b => b.InstanceId);
            t.HasIndex(b => b.DueAt).HasFilter("due_at IS NOT NULL");
        });
        model.Entity<FlowJournal>(t =>
        {
            t.ToTable("wf_journal");
            t.HasKey(j => j.Key);
            t.Property(j => j.Key).HasColumnName("row_no");
            t.Property(j => j.ActivityInstanceId).HasMaxLength(64);
            t.Property(j => j.ParentActivityInstanceId).HasMaxLength(64);
            t.Property(j => j.ActivityId).HasMaxLength(100);
            t.Property(j => j.NodeId).HasMaxLength(400);
            t.Property(j => j.ActivityType).HasMaxLength(100);
            t.Property(j => j.ActivityName).HasMaxLength(200);
            t.Property(j => j.Status).HasMaxLength(20);
            t.HasIndex(j => new { j.InstanceId, j.ActivityInstanceId }).IsUnique();
        });
        model.Entity<FlowIncident>(t =>
        {
            t.ToTable("wf_incident");
            t.HasHotKeys(i => i.Key, i => i.Id);
            t.Property(i => i.ActivityInstanceId).HasMaxLength(64);
            t.Property(i => i.ActivityId).HasMaxLength(100);
            t.Property(i => i.ActivityType).HasMaxLength(100);
            t.Property(i => i.ActivityName).HasMaxLength(200);
            t.HasIndex(i => i.InstanceId);
            t.HasIndex(i => i.RetryAt).HasFilter("retry_at IS NOT NULL AND resolved_at IS NULL");
        });
        model.Entity<FlowSignal>(t =>
        {
            t.ToTable("wf_pending_signal");
            t.HasHotKeys(s => s.Key, s => s.Id);
            t.Property(s => s.Name).HasMaxLength(200);
            t.Property(s => s.CorrelationId).HasMaxLength(64);
            t.HasIndex(s => s.CorrelationId);
            t.HasIndex(s => s.RetryAt);
        });
    }
}
