using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

internal sealed class HazardFacts : IMatterFacts
{
    public async Task<MatterFacts> ReadAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation)
    {
        var h = await db.Set<Hazard>().AsNoTracking().SingleAsync(x => x.MatterId == matterId, cancellation);
        return new MatterFacts(h.Text, h.EnterpriseName, h.Place, h.EquipmentName, h.EquipmentCode, h.Source.Name(), h.FoundAt);
    }
}
