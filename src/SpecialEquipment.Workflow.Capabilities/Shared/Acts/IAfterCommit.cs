using SpecialEquipment.Workflow.Engine.Runtime;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>Told of every act after its commit: to push, to wake, never to change anything that belongs to the act.</summary>
public interface IAfterCommit
{
    void Committed(CommittedAct act);
}

/// <param name="Facts">Of the act and of the flows it moved.</param>
/// <param name="Flows">Instances that were stepped.</param>
/// <param name="EarliestTimer">Due instant of the earliest timer the act set; null when it set none.</param>
/// <param name="HasKeptWork">A flow faulted: something waits to be tried again.</param>
public sealed record CommittedAct(
    string Name, Actor Actor, DateTimeOffset Now, IReadOnlyList<LedgerFact> Facts, IReadOnlyList<TouchedInstance> Flows,
    DateTimeOffset? EarliestTimer, bool HasKeptWork);
