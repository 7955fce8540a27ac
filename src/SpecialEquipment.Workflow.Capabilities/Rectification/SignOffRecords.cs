using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

internal sealed class SignOffRecords : ISignOffRecords
{
    public async Task<IReadOnlyList<SignOffRecord>> OfAsync(WorkflowDbContext db, IReadOnlyCollection<Guid> matterIds, CancellationToken cancellation)
    {
        var decisions = await db.Set<SignOffDecision>().AsNoTracking().Where(s => matterIds.Contains(s.MatterId)).ToListAsync(cancellation);
        var inspections = (await db.Set<Reinspection>().AsNoTracking().Where(r => matterIds.Contains(r.MatterId))
            .Select(r => new { r.MatterId, r.Serial, r.Method }).ToListAsync(cancellation)).ToLookup(r => r.MatterId);
        return
        [
            .. decisions.Select(s => new SignOffRecord(
                s.MatterId, s.SignedOffAt, s.ApproverName, inspections[s.MatterId].MaxBy(r => r.Serial)?.Method == ReinspectionMethod.Documents)),
        ];
    }
}
