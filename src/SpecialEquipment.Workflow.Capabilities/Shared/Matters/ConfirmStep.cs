using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Another person signs; with the last signature the step takes legal effect (DOMAIN §4.0).</summary>
public sealed class ConfirmStep : DecideStep
{
    public override string Name => "confirm-step";
    public override string DisplayName => "确认";

    protected override Task<string?> RefusalOfAsync(Confirmation pending, Matter matter, ActContext act, CancellationToken cancellation) =>
        NotTheSecondAsync(pending, matter, act, cancellation);

    protected override async Task<Result<CommandReceipt>> DecideAsync(Matter matter, Confirmation pending, StepForm form, ActContext act, CancellationToken cancellation)
    {
        var command = (ITwoPersonCommand)act.Services.GetRequiredService<MatterCommands>().Find(pending.Command)!;
        var post = act.Actor.Posts.First(p => p.PostKind == pending.ConfirmerPostKind);
        act.Post = post;
        var result = await command.SignAsync(matter, pending, act.Signer(), act, cancellation);
        if (result.IsRejected)
            return result.Rejection!;
        Close(pending, ConfirmationState.Confirmed, form, act);
        MatterParties.Involve(act, matter, post);
        act.Raise("StepConfirmed", matter.Id, new Dictionary<string, object?> { ["confirmationId"] = pending.Id.ToString("D"), ["command"] = pending.Command });
        if (result.Value.Next is not { } next)
            return result.Value.Receipt! with { ConfirmationId = pending.Id };

        var summary = $"“{command.DisplayName}”已由 {act.Actor.PersonName} 确认，待{next.ConfirmerName}确认";
        MatterChange.Write(act, matter, Name, new Effect(matter.State, summary).Raising("ConfirmationRequested", SigningChain.Request(next, command.DisplayName)));
        return new CommandReceipt(matter.Id, matter.State.Code(), matter.Version, summary + "后生效。", next.Id);
    }
}
