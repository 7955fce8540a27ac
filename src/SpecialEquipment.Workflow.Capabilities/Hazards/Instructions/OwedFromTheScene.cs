using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>A report on which inspectors have already acted is not closed over their heads: its seizure and its owed instruction would be lost with it.</summary>
internal static class OwedFromTheScene
{
    public static async Task<CommandAvailability?> RefusalAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (await Seizures.OpenAsync(matter.Id, act.Db, cancellation) is not null)
            return CommandAvailability.Refused("案件应无未解除的查封、扣押，实际尚未解除。", "《行政强制法》第二十八条");
        return (await act.OpenDeadlinesAsync(matter.Id, "supplementInstruction", cancellation)).Count > 0
            ? CommandAvailability.Refused("紧急措施应先补发监察指令书，实际尚未补发。", "《特种设备安全法》第六十二条") : null;
    }
}
