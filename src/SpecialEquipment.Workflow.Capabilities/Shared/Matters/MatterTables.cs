using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

internal sealed class MatterTables : ITables
{
    public const int SearchTextLength = 3000;

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
        matter.Property(m => m.Source).HasMaxLength(40);
        matter.Property(m => m.EquipmentKind).HasMaxLength(40);
        matter.Property(m => m.SearchText).HasMaxLength(SearchTextLength);
        matter.Property(m => m.DueOrder).HasDefaultValue(DateOnly.MaxValue);
        model.HasGrams<Matter>(m => m.SearchText, "matter_gram");
        // the beginning of a number is compared by code unit there, whatever the database's language
        matter.HasIndex(m => m.Number, "IX_matter_number_prefix").HasAnnotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });
        // one per order of the ledger: a page with many matches walks it (docs/decisions/0011-lists-at-size.md)
        matter.HasIndex(m => new { m.Kind, m.UpdatedAt, m.Key });
        matter.HasIndex(m => new { m.Kind, m.CreatedAt, m.Key });
        matter.HasIndex(m => new { m.Kind, m.FoundAt, m.Key });
        matter.HasIndex(m => new { m.Kind, m.DueOrder, m.Key });
        matter.HasIndex(m => new { m.Kind, m.State, m.UpdatedAt, m.Key });
        // one per way of narrowing: each filter together with the region, the kind before them so that no row is fetched only to look at it
        matter.HasIndex(m => new { m.EnterpriseId, m.State });
        matter.HasIndex(m => new { m.Kind, m.RegionCode, m.State, m.Grade, m.Source, m.EquipmentKind, m.IsOverdue, m.PlaceType, m.UpdatedAt });
        matter.HasIndex(m => new { m.Kind, m.State, m.RegionCode, m.IsOverdue });
        matter.HasIndex(m => new { m.Kind, m.Source, m.RegionCode, m.State });
        matter.HasIndex(m => new { m.Kind, m.Grade, m.RegionCode, m.State });
        matter.HasIndex(m => new { m.Kind, m.EquipmentKind, m.RegionCode, m.State });
        matter.HasIndex(m => new { m.Kind, m.IsOverdue, m.RegionCode, m.State });
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
