using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>
/// Puts before the officers what was open on units that are no more (E5), a batch per commit: right after the unit's end was recorded, at the start of a
/// process and at the first instant of each day, so that a process that dies in between is followed by one that goes on. What is left is read from the rows.
/// </summary>
internal sealed class OpenDisposals(IActRing ring, WorkflowDatabase database) : IDuty, IStartupStep
{
    public string Name => "organizations/open-disposals";
    public int Order => 80;

    public DateTimeOffset? NextSlot(DateTimeOffset after) => ShanghaiTime.StartOf(ShanghaiTime.DateOf(after).AddDays(1));

    Task IStartupStep.RunAsync(CancellationToken cancellation) => DoAsync(null, cancellation);

    public Task RunAsync(DateTimeOffset slot, CancellationToken cancellation) => DoAsync(slot, cancellation);

    internal async Task DoAsync(DateTimeOffset? at, CancellationToken cancellation)
    {
        await using var db = database.CreateContext();
        var waiting = await db.Set<Enterprise>().AsNoTracking().Where(e => e.Status == EnterpriseStatus.Dissolved && e.DisposalsOpenedAt == null)
            .OrderBy(e => e.Key).Select(e => e.Id).ToListAsync(cancellation);
        foreach (var unit in waiting)
        {
            while ((await ring.RunAsync<int>("organizations/open-disposals", Actor.System, (act, token) => BatchAsync(unit, act, token), at, cancellation)).Value > 0)
            {
            }
        }
    }

    private static async Task<Result<int>> BatchAsync(Guid unitId, ActContext act, CancellationToken cancellation)
    {
        var unit = await act.Db.Set<Enterprise>().SingleAsync(e => e.Id == unitId, cancellation);
        var reason = $"使用单位“{unit.Name}”已于 {ShanghaiTime.Text(unit.DissolvedOn!.Value)} {unit.Ending!.Value.Name()}";
        foreach (var keeper in act.Services.GetServices<IDissolvedUnits>())
        {
            if (await keeper.BatchAsync(unitId, reason, act, cancellation) is > 0 and var taken)
            {
                return taken;
            }
        }
        unit.DisposalsOpenedAt = act.Now;
        act.Record(new LedgerFact(unitId, "open-disposals", $"“{unit.Name}”名下未办结事项已逐件交承办人处置"));
        return 0;
    }
}
