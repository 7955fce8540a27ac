using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

public sealed class StatisticsTables : ITables
{
    public void Map(ModelBuilder model)
    {
        var published = model.Entity<PublishedRates>();
        published.ToTable("statistics_published_rates").HasHotKeys(p => p.Key, p => p.Id);
        published.Property(p => p.Title).HasMaxLength(120);
        published.Property(p => p.RegionCode).HasMaxLength(20);
        published.Property(p => p.RegionName).HasMaxLength(60);
        published.Property(p => p.Grade).HasMaxLength(20);
        published.Property(p => p.PublishedByName).HasMaxLength(60);
        published.Property(p => p.PublishedByPost).HasMaxLength(120);
        published.Ignore(p => p.Figures);
        published.HasIndex(p => new { p.RegionCode, p.Key });
    }
}
