using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

public sealed class OrganizationTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Region>(t =>
        {
            t.ToTable("org_region");
            t.HasHotKeys(r => r.Key, r => r.Id);
            t.Property(r => r.Code).HasMaxLength(12);
            t.Property(r => r.Name).HasMaxLength(100);
            t.Property(r => r.ShortName).HasMaxLength(20);
            t.Property(r => r.ParentCode).HasMaxLength(12);
            t.HasIndex(r => new { r.Code, r.ValidFrom }).IsUnique();
        });
        model.Entity<RegionSuccession>(t =>
        {
            t.ToTable("org_region_succession");
            t.HasKey(s => s.Key);
            t.Property(s => s.Code).HasMaxLength(12);
            t.Property(s => s.SuccessorCode).HasMaxLength(12);
            t.Property(s => s.Addresses).HasMaxLength(2000);
            t.HasIndex(s => new { s.Code, s.SuccessorCode, s.EffectiveOn }).IsUnique();
        });
        model.Entity<RegionReorganization>(t =>
        {
            t.ToTable("org_region_reorganization");
            t.HasHotKeys(r => r.Key, r => r.Id);
            t.Property(r => r.FromCodes).HasMaxLength(400);
            t.Property(r => r.ToCodes).HasMaxLength(400);
            t.Property(r => r.Basis).HasMaxLength(500);
            t.Property(r => r.EnactedByName).HasMaxLength(60);
            t.Ignore(r => r.From);
            t.Ignore(r => r.To);
            t.HasIndex(r => r.CompletedAt);
        });
        model.Entity<PostSuccession>(t =>
        {
            t.ToTable("org_post_succession");
            t.HasKey(s => s.Key);
            t.Property(s => s.RegionCode).HasMaxLength(12);
            t.HasIndex(s => new { s.PostId, s.SuccessorPostId }).IsUnique();
        });
        model.Entity<RegionStamp>(t =>
        {
            t.ToTable("org_region_stamp");
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
        });
        model.Entity<Department>(t =>
        {
            t.ToTable("org_department");
            t.HasHotKeys(d => d.Key, d => d.Id);
            t.Property(d => d.Code).HasMaxLength(40);
            t.Property(d => d.Name).HasMaxLength(100);
            t.Property(d => d.ShortName).HasMaxLength(40);
            t.Property(d => d.NumberMark).HasMaxLength(10);
            t.Property(d => d.RegionCode).HasMaxLength(12);
            t.Property(d => d.Duty).HasMaxLength(500);
            t.Property(d => d.PlaceTypes).HasMaxLength(400);
            t.HasIndex(d => new { d.RegionCode, d.Code, d.ValidFrom }).IsUnique();
        });
        MapUnits(model);
        MapPosts(model);
    }

    private static void MapUnits(ModelBuilder model)
    {
        model.Entity<Enterprise>(t =>
        {
            t.ToTable("org_enterprise");
            t.HasHotKeys(e => e.Key, e => e.Id);
            t.Property(e => e.Name).HasMaxLength(200);
            t.Property(e => e.CreditCode).HasMaxLength(18);
            t.Property(e => e.RegionCode).HasMaxLength(12);
            t.Property(e => e.Address).HasMaxLength(300);
            t.Property(e => e.PlaceType).HasMaxLength(40);
            t.Property(e => e.Phone).HasMaxLength(40);
            t.Property(e => e.Version).IsConcurrencyToken();
            // a code entered by mistake and voided may be registered again, rightly
            t.HasIndex(e => e.CreditCode).IsUnique().HasFilter("voided_at IS NULL");
            t.HasIndex(e => e.Name); // rows of sheets name their unit
            t.HasIndex(e => e.RegionCode);
            t.Property(e => e.EndingProof).HasMaxLength(500);
            t.HasIndex(e => new { e.Status, e.DisposalsOpenedAt });
            Voidable(t.OwnsOne(e => e.Void));
        });
        model.HasGrams<Enterprise>(e => e.Name, "org_enterprise_name_gram");
        model.Entity<Equipment>(t =>
        {
            t.ToTable("org_equipment");
            t.HasHotKeys(e => e.Key, e => e.Id);
            t.Property(e => e.Code).HasMaxLength(21);
            t.Property(e => e.FormerCode).HasMaxLength(21);
            t.Property(e => e.CatalogueCode).HasMaxLength(4);
            t.Property(e => e.Name).HasMaxLength(100);
            t.Property(e => e.RegistrationNumber).HasMaxLength(40);
            t.Property(e => e.RegionCode).HasMaxLength(12);
            t.Property(e => e.Place).HasMaxLength(200);
            t.Property(e => e.Manufacturer).HasMaxLength(200);
            t.Property(e => e.MaintenanceUnit).HasMaxLength(200);
            t.Property(e => e.Model).HasMaxLength(100);
            t.Property(e => e.Version).IsConcurrencyToken();
            t.HasIndex(e => e.Code).IsUnique().HasFilter("voided_at IS NULL");
            Voidable(t.OwnsOne(e => e.Void));
            t.HasIndex(e => e.FormerCode).HasAnnotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });
            t.HasIndex(e => e.RegistrationNumber);
            t.HasIndex(e => e.EnterpriseId);
        });
    }

    private static void MapPosts(ModelBuilder model)
    {
        model.Entity<Post>(t =>
        {
            t.ToTable("org_post");
            t.HasHotKeys(p => p.Key, p => p.Id);
            t.Property(p => p.Name).HasMaxLength(100);
            t.Property(p => p.Kind).HasMaxLength(40);
            t.Property(p => p.RegionCode).HasMaxLength(12);
            t.Property(p => p.Version).IsConcurrencyToken();
            t.HasIndex(p => new { p.Kind, p.RegionCode });
            t.HasIndex(p => p.EnterpriseId);
            Voidable(t.OwnsOne(p => p.Void));
        });
        model.Entity<PostHolder>(t =>
        {
            t.ToTable("org_post_holder");
            t.HasHotKeys(h => h.Key, h => h.Id);
            t.HasIndex(h => new { h.PostId, h.ValidFrom });
            t.HasIndex(h => h.PersonId);
        });
        model.Entity<PostDeputy>(t =>
        {
            t.ToTable("org_post_deputy");
            t.HasHotKeys(d => d.Key, d => d.Id);
            t.Property(d => d.Reason).HasMaxLength(500);
            t.Property(d => d.AppointedByName).HasMaxLength(60);
            t.HasIndex(d => new { d.PostId, d.ValidTo });
            t.HasIndex(d => d.PersonId);
        });
        model.Entity<Person>(t =>
        {
            t.ToTable("org_person");
            t.HasHotKeys(p => p.Key, p => p.Id);
            t.Property(p => p.Name).HasMaxLength(60);
            t.Property(p => p.CertificateNumber).HasMaxLength(40);
            t.Property(p => p.Phone).HasMaxLength(40);
            t.Property(p => p.RegionCode).HasMaxLength(12);
            t.HasIndex(p => p.UserId).IsUnique();
            t.HasIndex(p => p.Name);
            t.HasIndex(p => p.EnterpriseId);
            Voidable(t.OwnsOne(p => p.Void));
        });
    }

    private static void Voidable<T>(OwnedNavigationBuilder<T, VoidMark> mark)
        where T : class
    {
        mark.Property(v => v.At).HasColumnName("voided_at");
        mark.Property(v => v.ByUserId).HasColumnName("voided_by");
        mark.Property(v => v.ByName).HasColumnName("voided_by_name").HasMaxLength(60);
        mark.Property(v => v.Reason).HasColumnName("void_reason").HasMaxLength(500);
    }
}
