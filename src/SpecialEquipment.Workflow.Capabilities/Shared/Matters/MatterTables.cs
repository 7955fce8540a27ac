using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

internal sealed class MatterTables : ITables
{
    public void Saving(WorkflowDbContext db) => TallyKeeping.Keep(db);

    public void Map(ModelBuilder model)
    {
        var matter = model.Entity<Matter>();
        matter.ToTable("matter").HasHotKeys(m => m.Key, m => m.Id);
        matter.Property(m => m.Kind).HasMaxLength(20);
        matter.Property(m => m.Number).HasMaxLength(60);
        matter.Property(m => m.Title).HasMaxLength(300);
        matter.Property(m => m.RegionCode).HasMaxLength(20);
        matter.Property(m => m.CloseReason).HasMaxLength(Matter.CloseReasonLength);
        matter.Property(m => m.PlaceType).HasMaxLength(40);
        // Two commands that saw the same version: the second writer's UPDATE finds no row (E9).
        matter.Property(m => m.Version).IsConcurrencyToken();
        // Set by a timer, cleared by a report: neither may overwrite the other unseen.
        matter.Property(m => m.IsOverdue).IsConcurrencyToken();
        matter.HasIndex(m => m.Number).IsUnique().HasFilter("number IS NOT NULL");
        matter.HasIndex(m => new { m.State, m.UpdatedAt });
        matter.HasIndex(m => new { m.EnterpriseId, m.State });
        matter.HasIndex(m => new { m.RegionCode, m.State });
        matter.HasIndex(m => m.CreatedAt);
        matter.HasIndex(m => new { m.RegionCode, m.FoundOn });

        var tally = model.Entity<MatterTally>();
        tally.ToTable("matter_tally").HasKey(t => t.Key);
        tally.HasIndex(t => t.RegionCode);

        var confirmation = model.Entity<Confirmation>();
        confirmation.ToTable("matter_confirmation").HasHotKeys(c => c.Key, c => c.Id);
        confirmation.Property(c => c.Command).HasMaxLength(40);
        confirmation.Property(c => c.ProposerName).HasMaxLength(60);
        confirmation.Property(c => c.ConfirmerPostKind).HasMaxLength(40);
        confirmation.Property(c => c.ConfirmerName).HasMaxLength(120);
        confirmation.Property(c => c.DecidedByName).HasMaxLength(60);
        confirmation.Property(c => c.Reason).HasMaxLength(2000);
        confirmation.Property(c => c.State).IsConcurrencyToken();
        confirmation.HasIndex(c => new { c.MatterId, c.State });
        confirmation.HasIndex(c => new { c.ConfirmerPersonId, c.State });
        confirmation.HasIndex(c => c.ChainId);

        var party = model.Entity<MatterParty>();
        party.ToTable("matter_party").HasKey(p => p.Key);
        party.Property(p => p.PersonName).HasMaxLength(60);
        party.Property(p => p.PostName).HasMaxLength(120);
        party.Property(p => p.DepartmentName).HasMaxLength(120);
        party.Property(p => p.EnterpriseName).HasMaxLength(200);
        party.HasIndex(p => new { p.MatterId, p.Role });
        party.HasIndex(p => p.PersonId);

        var link = model.Entity<MatterLink>();
        link.ToTable("matter_link").HasKey(l => l.Key);
        link.Property(l => l.Kind).HasMaxLength(40);
        link.HasIndex(l => l.MatterId);
        link.HasIndex(l => l.OtherMatterId);

        var hold = model.Entity<Hold>();
        hold.ToTable("matter_hold").HasHotKeys(h => h.Key, h => h.Id);
        hold.Property(h => h.Article).HasMaxLength(200);
        hold.Property(h => h.DocumentNumber).HasMaxLength(60);
        hold.Property(h => h.Template).HasMaxLength(60);
        hold.HasIndex(h => new { h.EquipmentId, h.LiftedAt });
        hold.Ignore(h => h.KindName);
        hold.HasIndex(h => new { h.MatterId, h.LiftedAt });
    }
}
