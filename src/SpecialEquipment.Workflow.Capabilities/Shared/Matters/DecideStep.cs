using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Which pending step, and why it is sent back.</summary>
public sealed record StepForm : MatterForm
{
    /// <summary>May be left out: a matter has at most one pending step.</summary>
    public Guid? ConfirmationId { get; init; }
    public string? Reason { get; init; }
}

/// <summary>
/// What the second person (or, for a withdrawal, the first) does with a pending two-person step. Three verbs with one admission:
/// <see cref="ConfirmStep"/>, <see cref="RefuseStep"/>, <see cref="WithdrawStep"/>.
/// </summary>
public abstract class DecideStep : IMatterCommand
{
    public abstract string Name { get; }
    public abstract string DisplayName { get; }
    public Type FormType => typeof(StepForm);

    /// <summary>Null when the actor may decide; otherwise who should.</summary>
    protected abstract Task<string?> RefusalOfAsync(Confirmation pending, Matter matter, ActContext act, CancellationToken cancellation);

    protected virtual void Check(StepForm form, Objections objections)
    {
    }

    protected abstract Task<Result<CommandReceipt>> DecideAsync(Matter matter, Confirmation pending, StepForm form, ActContext act, CancellationToken cancellation);

    public async Task<CommandAvailability> AvailabilityAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        var pending = await act.Db.Set<Confirmation>().FirstOrDefaultAsync(c => c.MatterId == matter.Id && c.State == ConfirmationState.Pending, cancellation);
        return pending is null || await RefusalOfAsync(pending, matter, act, cancellation) is not null ? CommandAvailability.Hidden : CommandAvailability.Available;
    }

    public async Task<Result<CommandReceipt>> ExecuteAsync(Guid matterId, long seenVersion, JsonElement form, ActContext act, CancellationToken cancellation)
    {
        var matter = await act.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == matterId, cancellation);
        if (matter is null || !await act.Services.GetRequiredService<IMatterAccess>().MaySeeAsync(matterId, act.Actor, act.Db, cancellation))
            return MatterRefusals.NotFound();
        StepForm? filled;
        try
        {
            filled = form.ValueKind == JsonValueKind.Object ? form.Deserialize<StepForm>(MatterForm.Json) : null;
        }
        catch (JsonException unreadable)
        {
            return MatterRefusals.Unreadable(unreadable);
        }
        if (filled is null)
            return MatterRefusals.NoForm();

        var step = await act.Db.Set<Confirmation>()
            .Where(c => c.MatterId == matterId && (filled.ConfirmationId == null ? c.State == ConfirmationState.Pending : c.Id == filled.ConfirmationId))
            .FirstOrDefaultAsync(cancellation);
        if (step is null)
            return Rejection.NotFound("matters.no-such-step", "没有待确认的双人办理事项。");
        if (await RefusalOfAsync(step, matter, act, cancellation) is { } refusal)
            return Rejection.Forbidden("matters.not-the-second", refusal);
        if (seenVersion != matter.Version)
            return MatterRefusals.Stale(matter, seenVersion);
        if (step.State != ConfirmationState.Pending)
            return Rejection.Conflict("matters.step-decided", $"应为待确认事项，实际已{step.State.Name()}。") with { CurrentState = matter.State.Code(), CurrentVersion = matter.Version };
        var objections = new Objections();
        Check(filled, objections);
        return objections.Any ? MatterRefusals.Form(DisplayName, objections) : await DecideAsync(matter, step, filled, act, cancellation);
    }

    protected static void Close(Confirmation step, ConfirmationState state, StepForm form, ActContext act)
    {
        step.State = state;
        step.DecidedAt = act.Now;
        step.DecidedByUserId = act.Actor.UserId;
        step.DecidedByPersonId = act.Actor.PersonId;
        step.DecidedByName = act.Actor.PersonName;
        step.Reason = form.Reason?.Trim();
    }

    /// <summary>The second must be another person, in the post the step asks for.</summary>
    protected static async Task<string?> NotTheSecondAsync(Confirmation step, Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (act.Actor.UserId == step.ProposerUserId || (act.Actor.PersonId is not null && act.Actor.PersonId == step.ProposerPersonId))
            return $"应由另一人确认，实际发起人 {step.ProposerName} 本人不能确认自己发起的事项。";
        if ((await SigningChain.EarlierAsync(step, act.Db, cancellation)).FirstOrDefault(s => s.UserId == act.Actor.UserId || (s.PersonId is not null && s.PersonId == act.Actor.PersonId)) is { } already)
            return $"应由另一人确认，实际 {already.Name} 已经确认过本事项。";
        var kind = PostKinds.NameOf(step.ConfirmerPostKind);
        if (step.ConfirmerPersonId is { } named && named != act.Actor.PersonId)
            return $"应由 {step.ConfirmerName} 确认，实际您不是该人。";
        var post = await Who.Official(step.ConfirmerPostKind).PostOfAsync(act.Actor, matter, act.Services.GetRequiredService<IDirectory>(), cancellation);
        return post is null ? $"应由本辖区{kind}确认，实际您没有该岗位。" : null;
    }
}
