using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

internal static class HazardRows
{
    public static Task<Hazard> OfAsync<TForm>(CommandCall<TForm> call, CancellationToken cancellation) =>
        call.Db.Set<Hazard>().SingleAsync(h => h.MatterId == call.Matter.Id, cancellation);
}
