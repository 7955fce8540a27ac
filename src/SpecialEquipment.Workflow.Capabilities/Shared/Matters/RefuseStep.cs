using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The second person does not sign; nothing of the step takes effect.</summary>
public sealed class RefuseStep : DecideStep
{
    public override string Name => "refuse-step";
    public override string DisplayName => "退回";

    /// <summary>When the named second has left his post, whoever holds such a post sends the step back: it must not wait for ever.</summary>
    protected override async Task<string?> RefusalOfAsync(Confirmation pending, Matter matter, ActContext act, CancellationToken cancellation)
    {
        var refusal = await NotTheSecondAsync(pending, matter, act, cancellation);
        if (refusal is null || pending.ConfirmerPersonId is not { } named || act.Actor.UserId == pending.ProposerUserId)
            return refusal;
        var directory = act.Services.GetRequiredService<IDirectory>();
        return !await SecondPersons.QualifiesAsync(pending.ConfirmerPostKind, named, matter, act, directory, cancellation)
            && await Who.Official(pending.ConfirmerPostKind).PostOfAsync(act.Actor, matter, directory, cancellation) is not null ? null : refusal;
    }

    protected override void Check(StepForm form, Objections objections) => objections.Text("reason", form.Reason, "退回理由");

    protected override Task<Result<CommandReceipt>> DecideAsync(Matter matter, Confirmation pending, StepForm form, ActContext act, CancellationToken cancellation)
    {
        Close(pending, ConfirmationState.Refused, form, act);
        return Task.FromResult(UndoneStep.Write(act, matter, pending, Name, $"退回 {pending.ProposerName} 发起的“{UndoneStep.NameOf(act, pending)}”：{form.Reason!.Trim()}"));
    }
}

/// <summary>The first person takes his own proposal back before the second has acted.</summary>
public sealed class WithdrawStep : DecideStep
{
    public override string Name => "withdraw-step";
    public override string DisplayName => "撤回";

    protected override Task<string?> RefusalOfAsync(Confirmation pending, Matter matter, ActContext act, CancellationToken cancellation) =>
        Task.FromResult(act.Actor.UserId == pending.ProposerUserId ? null : $"应由发起人 {pending.ProposerName} 撤回，实际您不是发起人。");

    protected override Task<Result<CommandReceipt>> DecideAsync(Matter matter, Confirmation pending, StepForm form, ActContext act, CancellationToken cancellation)
    {
        Close(pending, ConfirmationState.Withdrawn, form, act);
        return Task.FromResult(UndoneStep.Write(act, matter, pending, Name, $"撤回自己发起的“{UndoneStep.NameOf(act, pending)}”"));
    }
}

internal static class UndoneStep
{
    public static string NameOf(ActContext act, Confirmation step) => act.Services.GetRequiredService<MatterCommands>().DisplayNameOf(step.Command);

    public static Result<CommandReceipt> Write(ActContext act, Matter matter, Confirmation step, string command, string summary)
    {
        MatterChange.Write(act, matter, command, new Effect(step.StateBefore, summary)
            .Raising("StepRefused", ("confirmationId", step.Id.ToString("D")), ("command", step.Command), ("withdrawn", step.State == ConfirmationState.Withdrawn)));
        return new CommandReceipt(matter.Id, matter.State.Code(), matter.Version, summary + "。", step.Id);
    }

    public static string Name(this ConfirmationState state) => state switch
    {
        ConfirmationState.Pending => "待确认",
        ConfirmationState.Confirmed => "确认",
        ConfirmationState.Refused => "退回",
        ConfirmationState.Withdrawn => "撤回",
        _ => "失效",
    };
}
