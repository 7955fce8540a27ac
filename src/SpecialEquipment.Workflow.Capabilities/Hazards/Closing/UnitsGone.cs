using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A unit's end closes no hazard: each open one is put before its officer, who says what becomes of the device (E5).</summary>
internal sealed class UnitsGone : IDissolvedUnits
{
    private const int BatchSize = 200;

    public async Task<int> BatchAsync(Guid unitId, string reason, ActContext act, CancellationToken cancellation)
    {
        var rows = await (from m in act.Db.Set<Matter>()
                          join h in act.Db.Set<Hazard>() on m.Id equals h.MatterId
                          where m.EnterpriseId == unitId && m.ClosedAt == null && h.UnitGoneAt == null
                          orderby m.Key
                          select h).Take(BatchSize).ToListAsync(cancellation);
        foreach (var hazard in rows)
        {
            hazard.UnitGoneAt = act.Now;
            act.Record(new LedgerFact(hazard.MatterId, "unit-gone", $"{reason}，隐患不因此关闭，由承办人逐台处置"));
            act.Raise(HazardSignals.UnitGone, hazard.MatterId, new Dictionary<string, object?> { ["reason"] = reason });
        }
        return rows.Count;
    }
}
