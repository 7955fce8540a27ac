using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

/// <summary>How far business time stands from machine time; one row, <c>business</c>.</summary>
public sealed class BusinessClockRow
{
    public required string Name { get; init; }
    public long AheadMilliseconds { get; set; }

    /// <summary>Latest instant that business time is known to have reached; it never goes back behind it.</summary>
    public DateTimeOffset ReachedAt { get; set; }
}

/// <summary>Where a duty stands: every slot up to <see cref="DoneUntil"/> has run.</summary>
public sealed class DutyWatermark
{
    public required string Name { get; init; }
    public DateTimeOffset DoneUntil { get; set; }
    public string? LeaseOwner { get; set; }

    /// <summary>Machine time until which <see cref="LeaseOwner"/> runs the duty's slots.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

internal sealed class ClockTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<BusinessClockRow>(t =>
        {
            t.ToTable("clock_business");
            t.HasKey(c => c.Name);
            t.Property(c => c.Name).HasMaxLength(20);
        });
        model.Entity<DutyWatermark>(t =>
        {
            t.ToTable("clock_duty");
            t.HasKey(d => d.Name);
            t.Property(d => d.Name).HasMaxLength(100);
            t.Property(d => d.LeaseOwner).HasMaxLength(64);
        });
    }
}
