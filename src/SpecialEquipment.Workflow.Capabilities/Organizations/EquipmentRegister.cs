using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Writes on the context of its scope, that is in the act's transaction.</summary>
internal sealed class EquipmentRegister(WorkflowDbContext db) : IEquipmentRegister
{
    public async Task SetStatusAsync(Guid equipmentId, string status, CancellationToken cancellation)
    {
        if (!UpperSnake.TryTo<EquipmentStatus>(status, out var known))
            throw new ArgumentException($"{status} is not a status of equipment", nameof(status));
        var device = await db.Set<Equipment>().SingleAsync(e => e.Id == equipmentId, cancellation);
        device.Status = known;
        device.Version++;
    }

    public async Task MoveAsync(Guid equipmentId, Guid enterpriseId, string regionCode, string place, CancellationToken cancellation)
    {
        var device = await db.Set<Equipment>().SingleAsync(e => e.Id == equipmentId, cancellation);
        (device.EnterpriseId, device.RegionCode, device.Place) = (enterpriseId, regionCode, place);
        device.Version++;
    }
}
