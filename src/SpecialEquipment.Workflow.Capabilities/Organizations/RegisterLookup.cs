using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

internal sealed class RegisterLookup(WorkflowDbContext db) : IRegisterLookup
{
    public Task<EnterpriseView?> FindByCreditCodeAsync(string creditCode, CancellationToken cancellation) =>
        db.Set<Enterprise>().AsNoTracking().Where(e => e.CreditCode == creditCode)
            .Select(e => new EnterpriseView(e.Id, e.Name, e.CreditCode, e.RegionCode, e.Address, e.PlaceType, e.Status == EnterpriseStatus.Dissolved)).FirstOrDefaultAsync(cancellation);

    public async Task<EquipmentView?> FindByCodeAsync(string code, CancellationToken cancellation)
    {
        // three look-ups by index each; an OR over three columns would read the table
        var devices = db.Set<Equipment>().AsNoTracking();
        var device = await devices.FirstOrDefaultAsync(e => e.Code == code, cancellation)
            ?? await devices.FirstOrDefaultAsync(e => e.FormerCode == code, cancellation)
            ?? await devices.FirstOrDefaultAsync(e => e.RegistrationNumber == code, cancellation);
        return device is null ? null : OrganizationDirectory.View(device);
    }
}
