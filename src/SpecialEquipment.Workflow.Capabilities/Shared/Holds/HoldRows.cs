using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Holds;

/// <summary>Places, lifts and asks for holds inside an act.</summary>
public static class HoldRows
{
    public static Hold PlaceHold(this ActContext act, Guid matterId, HoldKind kind, string article, Guid? documentId = null, string? documentNumber = null)
    {
        var hold = new Hold
        {
            Id = Guid.CreateVersion7(act.Now), MatterId = matterId, Kind = kind, Article = article,
            DocumentId = documentId, DocumentNumber = documentNumber, PlacedAt = act.Now,
        };
        act.Db.Set<Hold>().Add(hold);
        return hold;
    }

    public static async Task LiftHoldsAsync(this ActContext act, Guid matterId, HoldKind kind, CancellationToken cancellation)
    {
        foreach (var hold in await act.Db.Set<Hold>().Where(h => h.MatterId == matterId && h.Kind == kind && h.LiftedAt == null).ToListAsync(cancellation))
            hold.LiftedAt = act.Now;
    }

    /// <summary>Holds in force, in the order in which they were placed.</summary>
    public static Task<List<Hold>> OpenHoldsAsync(this WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        db.Set<Hold>().AsNoTracking().Where(h => h.MatterId == matterId && h.LiftedAt == null).OrderBy(h => h.Key).ToListAsync(cancellation);
}
