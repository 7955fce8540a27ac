using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>What one unit owes on a matter goes on to the posts of another that takes the matter over (E5). Runs inside the act that decides it.</summary>
public interface IFollowsUnits
{
    /// <summary>Moves what is open; limits stay as they are.</summary>
    /// <param name="reason">Why, in words that go on: 因使用单位变更.</param>
    Task MoveAsync(Matter matter, Guid fromUnit, Guid toUnit, string reason, ActContext act, CancellationToken cancellation);
}
