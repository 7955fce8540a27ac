using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// How the counters moved: one row for every change of a matter that moves them, saved with the change itself. The counter is the sum
/// of its rows. Rows are only added, so acts never wait for each other; <see cref="RollUpTallies"/> folds them each night.
/// </summary>
public sealed class MatterTally
{
    public long Key { get; set; }
    public required string RegionCode { get; init; }
    public string? PlaceType { get; init; }
    public HazardGrade? Grade { get; init; }

    /// <summary>First day of the month in which the hazard was found.</summary>
    public DateOnly FoundMonth { get; init; }

    /// <summary>Reported, not yet judged.</summary>
    public int Unjudged { get; set; }

    /// <summary>In the ledger: the denominator of the rate. Dismissed, merged and routed-out hazards never are.</summary>
    public int Registered { get; set; }

    /// <summary>Signed off: the numerator of the rate.</summary>
    public int Treated { get; set; }

    /// <summary>Left the open count without being treated: decommissioned, shut down, moved out (DOMAIN §4.3).</summary>
    public int ClosedUntreated { get; set; }
    public int Open { get; set; }
    public int Overdue { get; set; }
}

/// <summary>What one matter adds to the counters as it stands.</summary>
public readonly record struct TallyShare(
    string RegionCode, string? PlaceType, HazardGrade? Grade, DateOnly FoundMonth, int Unjudged, int Registered, int Treated, int ClosedUntreated, int Open, int Overdue)
{
    internal static readonly HazardState[] OutsideTheLedger = [HazardState.Reported, HazardState.Dismissed, HazardState.RoutedOut, HazardState.Merged];
    internal static readonly HazardState[] Untreated = [HazardState.ClosedDecommissioned, HazardState.ClosedShutdown, HazardState.MovedOut];

    public static TallyShare Of(HazardState state, bool isOverdue, HazardGrade? grade, string regionCode, string? placeType, DateOnly foundOn)
    {
        var isRegistered = IsInLedger(state);
        var isOpen = isRegistered && !state.IsClosed();
        return new TallyShare(
            regionCode, placeType, grade, new DateOnly(foundOn.Year, foundOn.Month, 1), One(state == HazardState.Reported), One(isRegistered),
            One(state == HazardState.SignedOff), One(Untreated.Contains(state)), One(isOpen), One(isOpen && isOverdue));
    }

    public static bool IsInLedger(HazardState state) => !OutsideTheLedger.Contains(state);

    public bool IsNothing => (Unjudged, Registered, Treated, ClosedUntreated, Open, Overdue) == (0, 0, 0, 0, 0, 0);

    public bool CountsIn(TallyShare other) => (RegionCode, PlaceType, Grade, FoundMonth) == (other.RegionCode, other.PlaceType, other.Grade, other.FoundMonth);

    public static TallyShare operator -(TallyShare a, TallyShare b) => a with
    {
        Unjudged = a.Unjudged - b.Unjudged, Registered = a.Registered - b.Registered, Treated = a.Treated - b.Treated,
        ClosedUntreated = a.ClosedUntreated - b.ClosedUntreated, Open = a.Open - b.Open, Overdue = a.Overdue - b.Overdue,
    };

    public static TallyShare operator -(TallyShare a) => a with
    {
        Unjudged = -a.Unjudged, Registered = -a.Registered, Treated = -a.Treated, ClosedUntreated = -a.ClosedUntreated, Open = -a.Open, Overdue = -a.Overdue,
    };

    public MatterTally ToRow() => new()
    {
        RegionCode = RegionCode, PlaceType = PlaceType, Grade = Grade, FoundMonth = FoundMonth, Unjudged = Unjudged, Registered = Registered, Treated = Treated,
        ClosedUntreated = ClosedUntreated, Open = Open, Overdue = Overdue,
    };

    private static int One(bool holds) => holds ? 1 : 0;
}

/// <summary>Watches what an act is about to save and writes how the counters move by it.</summary>
internal static class TallyKeeping
{
    public static void Keep(WorkflowDbContext db)
    {
        List<MatterTally>? rows = null;
        foreach (var entry in db.ChangeTracker.Entries<Matter>().Where(e => e.Entity.Kind == Matter.HazardKind))
        {
            var now = entry.Entity;
            TallyShare? after = entry.State is EntityState.Added or EntityState.Modified
                ? TallyShare.Of(now.State, now.IsOverdue, now.Grade, now.RegionCode, now.PlaceType, now.FoundOn) : null;
            TallyShare? before = null;
            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                var old = entry.OriginalValues;
                before = TallyShare.Of(
                    old.GetValue<HazardState>(nameof(Matter.State)), old.GetValue<bool>(nameof(Matter.IsOverdue)), old.GetValue<HazardGrade?>(nameof(Matter.Grade)),
                    old.GetValue<string>(nameof(Matter.RegionCode)), old.GetValue<string?>(nameof(Matter.PlaceType)), old.GetValue<DateOnly>(nameof(Matter.FoundOn)));
            }
            if (before is { } was && after is { } stands && was.CountsIn(stands))
                Add(stands - was);
            else
            {
                if (before is { } gone)
                    Add(-gone);
                if (after is { } come)
                    Add(come);
            }
        }
        if (rows is not null)
            db.AddRange(rows);

        void Add(TallyShare share)
        {
            if (!share.IsNothing)
                (rows ??= []).Add(share.ToRow());
        }
    }
}
