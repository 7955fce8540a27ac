using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>Reads calendars and policy packs back from their rows.</summary>
internal static class CalendarBook
{
    /// <summary>Weekends and statutory days stand in where no notice is loaded; they ship with the product.</summary>
    private static readonly Lazy<StatutoryFallback> Fallback = new(() => ShippedData.Calendar().Fallback);

    public static async Task<Shared.Deadlines.WorkCalendar?> CalendarAsync(WorkflowDbContext db, CancellationToken cancellation) =>
        Build(await db.Set<CalendarEdition>().AsNoTracking().OrderBy(e => e.Key).ToListAsync(cancellation));

    /// <summary>The calendar as it was under an earlier version: what a deadline of that version was computed from.</summary>
    public static async Task<Shared.Deadlines.WorkCalendar?> CalendarOfAsync(WorkflowDbContext db, string version, CancellationToken cancellation)
    {
        var editions = await db.Set<CalendarEdition>().AsNoTracking().OrderBy(e => e.Key).ToListAsync(cancellation);
        var last = editions.FindLastIndex(e => e.Version == version);
        return Build(editions[..(last + 1)]);
    }

    public static async Task<PolicyPack?> PolicyAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        var version = await db.Set<StoredPolicyPack>().OrderByDescending(p => p.Key).Select(p => p.Version).FirstOrDefaultAsync(cancellation);
        if (version is null)
        {
            return null;
        }

        var rules = await db.Set<StoredPolicyRule>().AsNoTracking().Where(r => r.PackVersion == version).OrderBy(r => r.Key).ToListAsync(cancellation);
        var parameters = await db.Set<StoredPolicyParameter>().AsNoTracking().Where(p => p.PackVersion == version).OrderBy(p => p.Key).ToListAsync(cancellation);
        return new PolicyPack(version, [.. rules.Select(r => r.ToRule())], [.. parameters.Select(p => p.ToParameter())]);
    }

    private static Shared.Deadlines.WorkCalendar? Build(IReadOnlyList<CalendarEdition> editions) => editions.Count == 0 ? null : new(
        editions[^1].Version, editions.GroupBy(e => e.Year).Select(year => year.Last().ToYear()), Fallback.Value);
}
