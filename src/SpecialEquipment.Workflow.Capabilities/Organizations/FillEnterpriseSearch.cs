using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Search;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Units registered before the index over their names.</summary>
internal sealed class FillEnterpriseSearch : ISearchFill
{
    public string Name => "enterprise-names";

    public async Task<long> LastAsync(WorkflowDbContext db, CancellationToken cancellation) =>
        await db.Set<Enterprise>().OrderByDescending(e => e.Key).Select(e => e.Key).FirstOrDefaultAsync(cancellation);

    public async Task<long?> FillAsync(ActContext act, long after, long last, int take, CancellationToken cancellation)
    {
        var rows = await act.Db.Set<Enterprise>().Where(e => e.Key > after && e.Key <= last).OrderBy(e => e.Key).Take(take).ToListAsync(cancellation);
        await act.Db.FillGramsAsync(rows, cancellation);
        return rows.Count == 0 ? null : rows[^1].Key;
    }
}
