using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>Tables <c>calendar_</c>, <c>policy_</c> and the deadlines themselves.</summary>
internal sealed class WorkCalendarTables : ITables
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public void Map(ModelBuilder model)
    {
        model.Entity<Deadline>(Deadlines);
        model.Entity<CalendarEdition>(edition =>
        {
            edition.ToTable("calendar_edition");
            edition.HasKey(e => e.Key);
            edition.Property(e => e.Version).HasMaxLength(60);
            edition.Property(e => e.Notice).HasMaxLength(500);
            edition.Property(e => e.LoadedByName).HasMaxLength(100);
            edition.Property(e => e.CancelledBy).HasMaxLength(100);
            edition.HasIndex(e => new { e.Year, e.Revision }).IsUnique();
            AsJson(edition.Property(e => e.Holidays));
            AsJson(edition.Property(e => e.Off));
            AsJson(edition.Property(e => e.MakeUpWork));
        });
        model.Entity<CalendarCorrection>(correction =>
        {
            correction.ToTable("calendar_correction");
            correction.HasHotKeys(c => c.Key, c => c.Id);
            correction.Property(c => c.Notice).HasMaxLength(500);
            correction.Property(c => c.Reason).HasMaxLength(1000);
            correction.Property(c => c.ProposedByName).HasMaxLength(100);
            correction.Property(c => c.DecidedByName).HasMaxLength(100);
            correction.Property(c => c.Opinion).HasMaxLength(1000);
            correction.Property(c => c.Version).IsConcurrencyToken();
            AsJson(correction.Property(c => c.Holidays));
            AsJson(correction.Property(c => c.Off));
            AsJson(correction.Property(c => c.MakeUpWork));
        });
        model.Entity<StoredPolicyPack>(pack =>
        {
            pack.ToTable("policy_pack");
            pack.HasKey(p => p.Key);
            pack.Property(p => p.Version).HasMaxLength(60);
            pack.Property(p => p.LoadedByName).HasMaxLength(100);
            pack.HasIndex(p => p.Version).IsUnique();
        });
        model.Entity<PolicyPackProposal>(proposal =>
        {
            proposal.ToTable("policy_pack_proposal");
            proposal.HasHotKeys(p => p.Key, p => p.Id);
            proposal.Property(p => p.PackVersion).HasMaxLength(60);
            proposal.Property(p => p.BasedOn).HasMaxLength(60);
            proposal.Property(p => p.Reason).HasMaxLength(1000);
            proposal.Property(p => p.ProposedByName).HasMaxLength(100);
            proposal.Property(p => p.DecidedByName).HasMaxLength(100);
            proposal.Property(p => p.Opinion).HasMaxLength(1000);
            proposal.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<StoredPolicyRule>(rule =>
        {
            rule.ToTable("policy_rule");
            rule.HasKey(r => r.Key);
            rule.Property(r => r.PackVersion).HasMaxLength(60);
            rule.Property(r => r.RuleId).HasMaxLength(60);
            rule.Property(r => r.Name).HasMaxLength(200);
            rule.Property(r => r.StartEvent).HasMaxLength(200);
            rule.Property(r => r.Source).HasMaxLength(500);
            rule.Property(r => r.Article).HasMaxLength(200);
            rule.Property(r => r.Mark).HasMaxLength(4);
            rule.Property(r => r.Region).HasMaxLength(12);
            rule.HasIndex(r => new { r.PackVersion, r.RuleId });
        });
        model.Entity<StoredPolicyParameter>(parameter =>
        {
            parameter.ToTable("policy_parameter");
            parameter.HasKey(p => p.Key);
            parameter.Property(p => p.PackVersion).HasMaxLength(60);
            parameter.Property(p => p.ParameterId).HasMaxLength(60);
            parameter.Property(p => p.Name).HasMaxLength(200);
            parameter.Property(p => p.Unit).HasMaxLength(20);
            parameter.Property(p => p.Source).HasMaxLength(500);
            parameter.Property(p => p.Article).HasMaxLength(200);
            parameter.Property(p => p.Mark).HasMaxLength(4);
            parameter.Property(p => p.Region).HasMaxLength(12);
            parameter.HasIndex(p => new { p.PackVersion, p.ParameterId });
        });
    }

    private static void Deadlines(EntityTypeBuilder<Deadline> deadline)
    {
        deadline.ToTable("deadline");
        deadline.HasHotKeys(d => d.Key, d => d.Id);
        deadline.Property(d => d.RuleId).HasMaxLength(60);
        deadline.Property(d => d.Name).HasMaxLength(200);
        deadline.Property(d => d.StartEvent).HasMaxLength(200);
        deadline.Property(d => d.Source).HasMaxLength(500);
        deadline.Property(d => d.Article).HasMaxLength(200);
        deadline.Property(d => d.CalendarVersion).HasMaxLength(60);
        deadline.Property(d => d.CheckedVersion).HasMaxLength(60);
        deadline.Property(d => d.PolicyPackVersion).HasMaxLength(60);
        deadline.Property(d => d.RulesAskedVersion).HasMaxLength(60);
        deadline.Property(d => d.CancelReason).HasMaxLength(500);
        deadline.Property(d => d.Version).IsConcurrencyToken();
        AsJson(deadline.Property(d => d.Stops).HasField("stops"));
        AsJson(deadline.Property(d => d.Changes).HasField("changes"));
        deadline.HasIndex(d => d.MatterId);
        deadline.HasIndex(d => new { d.Provisional, d.State });
    }

    /// <summary>Lists are replaced, never changed in place, so the reference tells whether they changed.</summary>
    private static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        list => JsonSerializer.Serialize(list, Json),
        text => JsonSerializer.Deserialize<List<T>>(text, Json)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list));
}
