using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A device with hazards on record, open or closed, stays in the register.</summary>
internal sealed class UseOfEquipment : IRegisterUse
{
    public async Task<string?> OfEquipmentAsync(Guid equipmentId, WorkflowDbContext db, CancellationToken cancellation) =>
        await db.Set<Hazard>().AnyAsync(h => h.EquipmentId == equipmentId, cancellation) ? "隐患事项" : null;
}
