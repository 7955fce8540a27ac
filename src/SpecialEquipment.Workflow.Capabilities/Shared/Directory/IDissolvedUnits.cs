using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>What a unit still owed when it ceased to exist (E5). Each capability looks after its own rows; nothing ends by itself.</summary>
public interface IDissolvedUnits
{
    /// <summary>One commit's worth, at most 200 rows; the same twice changes nothing.</summary>
    /// <param name="unitId">The unit that is no more.</param>
    /// <param name="reason">Why, in words that go on: 单位已注销登记（2026-03-02）.</param>
    /// <returns>How many rows were taken up; 0 when nothing is left.</returns>
    Task<int> BatchAsync(Guid unitId, string reason, ActContext act, CancellationToken cancellation);
}
