using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// What a capability keeps open on a matter ends when the matter closes for a reason outside the flow's own course
/// (merged, moved out, decommissioned, shut down). Runs inside the closing act.
/// </summary>
public interface IMatterClosing
{
    Task EndAsync(Matter matter, string reason, ActContext act, CancellationToken cancellation);
}

/// <summary>
/// The one way in which such a matter ends: its limits are cancelled with the reason, a stop-use order falls away with the case, every
/// capability ends what it keeps open, and, once the signals of the act have been heard, every flow that was running on it is cancelled:
/// no task and no timer is left. Flows that the closing itself starts (a letter to be received) run on.
/// </summary>
public static class MatterClosing
{
    public static async Task CloseAsync(this ActContext act, Matter matter, string reason, CancellationToken cancellation)
    {
        matter.CloseReason = reason.Length > Matter.CloseReasonLength ? reason[..Matter.CloseReasonLength] : reason;
        matter.IsOverdue = false;
        await act.CancelAllDeadlinesAsync(matter.Id, matter.CloseReason, cancellation);
        await act.LiftHoldsAsync(matter.Id, HoldKind.StopUse, cancellation);
        foreach (var keeper in act.Services.GetServices<IMatterClosing>())
            await keeper.EndAsync(matter, matter.CloseReason, act, cancellation);
        act.EndFlows(matter.Id);
    }
}
