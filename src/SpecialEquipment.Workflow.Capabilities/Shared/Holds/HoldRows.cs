using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Holds;

/// <summary>Places, lifts and asks for holds inside an act.</summary>
public static class HoldRows
{
    /// <param name="template">Template of the document that will carry it.</param>
    public static Hold PlaceHold(this ActContext act, Guid matterId, HoldKind kind, string article, Guid? equipmentId = null, string? template = null)
    {
        var hold = new Hold
        {
            Id = Guid.CreateVersion7(act.Now), MatterId = matterId, Kind = kind, Article = article,
            EquipmentId = equipmentId, Template = template, PlacedAt = act.Now,
        };
        act.Db.Set<Hold>().Add(hold);
        return hold;
    }

    public static async Task LiftHoldsAsync(this ActContext act, Guid matterId, HoldKind kind, CancellationToken cancellation)
    {
        foreach (var hold in await act.Db.Set<Hold>().Where(h => h.MatterId == matterId && h.Kind == kind && h.LiftedAt == null).ToListAsync(cancellation))
            hold.LiftedAt = act.Now;
    }

    /// <summary>A document has been issued: the holds it places carry its number from now on.</summary>
    public static async Task NameHoldsAsync(this WorkflowDbContext db, Guid matterId, string template, Guid documentId, string number, CancellationToken cancellation)
    {
        // one placed in this very act is not saved yet
        var stored = await db.Set<Hold>().Where(h => h.MatterId == matterId && h.Template == template && h.DocumentId == null).ToListAsync(cancellation);
        foreach (var hold in stored.Union(db.Set<Hold>().Local.Where(h => h.MatterId == matterId && h.Template == template && h.DocumentId is null)).ToList())
            (hold.DocumentId, hold.DocumentNumber) = (documentId, number);
    }

    /// <summary>Holds in force on a device, whatever case they come from.</summary>
    public static Task<List<Hold>> OpenHoldsOnAsync(this WorkflowDbContext db, Guid equipmentId, CancellationToken cancellation) =>
        db.Set<Hold>().AsNoTracking().Where(h => h.EquipmentId == equipmentId && h.LiftedAt == null).OrderBy(h => h.Key).ToListAsync(cancellation);

    /// <summary>Holds in force, in the order in which they were placed.</summary>
    public static Task<List<Hold>> OpenHoldsAsync(this WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        db.Set<Hold>().AsNoTracking().Where(h => h.MatterId == matterId && h.LiftedAt == null).OrderBy(h => h.Key).ToListAsync(cancellation);
}
