using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The second person signs; only now the step takes legal effect (DOMAIN §4.0).</summary>
public sealed class ConfirmStep : DecideStep
{
    public override string Name => "confirm-step";
    public override string DisplayName => "确认";

    protected override Task<string?> RefusalOfAsync(Confirmation pending, Matter matter, ActContext act, CancellationToken cancellation) =>
        NotTheSecondAsync(pending, matter, act, cancellation);

    protected override async Task<Result<CommandReceipt>> DecideAsync(Matter matter, Confirmation pending, StepForm form, ActContext act, CancellationToken cancellation)
    {
        var command = (ITwoPersonCommand)act.Services.GetRequiredService<MatterCommands>().Find(pending.Command)!;
        var result = await command.CompleteAsync(matter, pending, act.Signer(), act, cancellation);
        if (result.IsRejected)
            return result;
        Close(pending, ConfirmationState.Confirmed, form, act);
        var post = act.Actor.Posts.First(p => p.PostKind == pending.ConfirmerPostKind);
        MatterParties.Involve(act, matter, post);
        act.Raise("StepConfirmed", matter.Id, new Dictionary<string, object?> { ["confirmationId"] = pending.Id.ToString("D"), ["command"] = pending.Command });
        return result.Value with { ConfirmationId = pending.Id };
    }
}
