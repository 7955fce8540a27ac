using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A look-back that finds the hazard again reports it; registration, grading and the order follow as for any other.</summary>
internal sealed class RelapseIntake(DeadlineRules rules) : IRelapseIntake
{
    public async Task<Guid> OpenAsync(Matter old, RelapseFinding finding, ActContext act, CancellationToken cancellation)
    {
        var before = await act.Db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == old.Id, cancellation);
        var (matter, hazard) = NewHazard.From(before, old, act, $"look-back:{old.Id:D}");
        hazard = hazard.FoundAgain(finding, act.Now);
        hazard.ProposedRelapseOfId = old.Id;
        (matter.Title, matter.FoundOn) = (Titles.Of(hazard), ShanghaiTime.DateOf(hazard.FoundAt));
        await NewHazard.OpenAsync(matter, hazard, act, rules.Now, $"回头看发现隐患再次出现：{finding.Text}", cancellation);
        return matter.Id;
    }
}
