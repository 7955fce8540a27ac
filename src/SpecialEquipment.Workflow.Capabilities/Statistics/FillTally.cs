using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

/// <summary>A database from before the counters: they are counted once at the first start.</summary>
internal sealed class FillTally(IActRing ring, WorkflowDatabase database) : IStartupStep
{
    public int Order => 60;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using (var db = database.CreateContext())
        {
            // rows of no month are left while the days by which matters are counted are being taken over from their hazards
            var isCounted = await db.Set<MatterTally>().AnyAsync(cancellation) && !await db.Set<MatterTally>().AnyAsync(t => t.FoundMonth == default, cancellation);
            if (isCounted || !await db.Set<Matter>().AnyAsync(cancellation))
                return;
        }
        await RecountTally.MendAllAsync(Actor.System, ring, database, cancellation);
    }
}
