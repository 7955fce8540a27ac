using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Escalation;

public sealed class EscalationTables : ITables
{
    public void Map(ModelBuilder model)
    {
        var row = model.Entity<EscalationCase>();
        row.ToTable("escalation_case").HasHotKeys(e => e.Key, e => e.Id);
        row.Property(e => e.Fact).HasMaxLength(500);
        row.Property(e => e.CloseReason).HasMaxLength(500);
        row.HasIndex(e => new { e.MatterId, e.ClosedAt });
    }
}
