using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Search;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Hazards recorded before the ledger had columns of its own to filter and search by.</summary>
internal sealed class FillHazardSearch : ISearchFill
{
    public string Name => "hazards";

    public async Task<long> LastAsync(WorkflowDbContext db, CancellationToken cancellation) =>
        await db.Set<Hazard>().OrderByDescending(h => h.Key).Select(h => h.Key).FirstOrDefaultAsync(cancellation);

    public async Task<long?> FillAsync(ActContext act, long after, long last, int take, CancellationToken cancellation)
    {
        var hazards = await act.Db.Set<Hazard>().Where(h => h.Key > after && h.Key <= last).OrderBy(h => h.Key).Take(take).ToListAsync(cancellation);
        var ids = hazards.ConvertAll(h => h.MatterId);
        var matters = await act.Db.Set<Matter>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellation);
        var directory = act.Services.GetRequiredService<IDirectory>();
        foreach (var hazard in hazards)
        {
            if (hazard.EquipmentKind is null && hazard.EquipmentId is { } device)
                hazard.EquipmentKind = (await directory.FindEquipmentAsync(device, cancellation))?.Kind;
            var matter = matters[hazard.MatterId];
            matter.RectifyBy = matter.RectifyBy; // sets the order it sorts by
            hazard.RefreshSearch(matter);
        }
        return hazards.Count == 0 ? null : hazards[^1].Key;
    }
}
