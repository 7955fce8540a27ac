using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// The frame around every verb on a matter. In this order: may the actor see it (404), is it his to do (403), is what he saw still
/// true (409 with the current state), does the state allow it (409 with the article), is the form complete (422 with every objection).
/// Then, and only then, something happens: rows, one ledger fact, version + 1, signals. A step that needs a second person stops before
/// its effect and waits for him as a <see cref="Confirmation"/>.
/// </summary>
public abstract class MatterCommand<TForm> : IMatterCommand, ITwoPersonCommand
    where TForm : MatterForm
{
    public abstract string Name { get; }
    public abstract string DisplayName { get; }
    public Type FormType => typeof(TForm);

    /// <summary>States in which the command is allowed.</summary>
    protected abstract IReadOnlyList<HazardState> From { get; }

    protected abstract Who By { get; }

    /// <summary>Whose act it is on this matter, where that depends on it, e.g. on the grade.</summary>
    protected virtual Who ByFor(Matter matter) => By;

    /// <summary>Article behind the state rule, shown with a refusal.</summary>
    protected virtual string? Article => null;

    /// <summary>What else forbids it now, apart from state and form; null when nothing does.</summary>
    protected virtual Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        Task.FromResult<CommandAvailability?>(null);

    /// <summary>In which part the actor is kept among those involved; null for the part that goes with his post.</summary>
    protected virtual PartyRole? Part => null;

    /// <summary>Collects everything wrong with the form.</summary>
    protected abstract Task CheckAsync(CommandCall<TForm> call, Objections objections, CancellationToken cancellation);

    /// <summary>Who must be the second; null when one person suffices.</summary>
    protected virtual SecondPerson? Second(CommandCall<TForm> call) => null;

    /// <summary>Everybody who must sign after the first, in this order, each under his own login; most steps need one or none.</summary>
    protected virtual IReadOnlyList<SecondPerson> Others(CommandCall<TForm> call) => Second(call) is { } second ? [second] : [];

    /// <summary>Binds uploaded evidence; happens once, when the form comes in.</summary>
    protected virtual Task<Rejection?> BindAsync(CommandCall<TForm> call, CancellationToken cancellation) => Task.FromResult<Rejection?>(null);

    /// <summary>State while the second person has not yet acted; most commands leave it as it is.</summary>
    protected virtual HazardState WhileWaiting(HazardState state) => state;

    /// <summary>The effect itself. The form has been checked and the state allows it.</summary>
    protected abstract Task<Effect> PerformAsync(CommandCall<TForm> call, CancellationToken cancellation);

    public async Task<CommandAvailability> AvailabilityAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        // the state first: it is at hand, while the post is asked of the directory, and most verbs belong to another state
        if (!From.Contains(matter.State) || await PostOfAsync(matter, act, cancellation) is null)
            return CommandAvailability.Hidden;
        return await PendingAsync(matter, act, cancellation) is { } pending
            ? CommandAvailability.Refused(MatterRefusals.WaitingText(pending))
            : await ForbiddenAsync(matter, act, cancellation) ?? CommandAvailability.Available;
    }

    public async Task<Result<CommandReceipt>> ExecuteAsync(Guid matterId, long seenVersion, JsonElement form, ActContext act, CancellationToken cancellation)
    {
        var matter = await act.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == matterId, cancellation);
        if (matter is null || !await act.Services.GetRequiredService<IMatterAccess>().MaySeeAsync(matterId, act.Actor, act.Db, cancellation))
            return MatterRefusals.NotFound();
        var (post, rejection) = await AdmitAsync(matter, seenVersion, act, cancellation);
        if (rejection is not null)
            return rejection;
        if (act.Post is null || !ByFor(matter).Kinds.Contains(act.Post.PostKind))
            act.Post = post;

        TForm? filled;
        try
        {
            filled = form.ValueKind == JsonValueKind.Object ? form.Deserialize<TForm>(MatterForm.Json) : null;
        }
        catch (JsonException unreadable)
        {
            return MatterRefusals.Unreadable(unreadable);
        }
        if (filled is null)
            return MatterRefusals.NoForm();

        var call = new CommandCall<TForm>(matter, filled, act, act.Signer(), []);
        var objections = new Objections();
        await CheckAsync(call, objections, cancellation);
        var others = Others(call);
        var signing = await SecondPersons.ResolveAsync(others, matter, act, objections, cancellation);
        if (objections.Any)
            return MatterRefusals.Form(DisplayName, objections);
        if (await BindAsync(call, cancellation) is { } unbound)
            return unbound;

        MatterParties.Involve(act, matter, act.Post!, Part);
        return others.Count == 0
            ? await FinishAsync(call, form, cancellation)
            : Propose(call, form, others, signing[0]!);
    }

    async Task<Result<SignedStep>> ITwoPersonCommand.SignAsync(Matter matter, Confirmation confirmation, Signer signer, ActContext act, CancellationToken cancellation)
    {
        var waiting = matter.State;
        matter.State = confirmation.StateBefore;
        if (await ForbiddenAsync(matter, act, cancellation) is { } forbidden)
            return MatterRefusals.Forbidden(matter, forbidden);
        var form = JsonDocument.Parse(confirmation.FormJson).RootElement;
        var first = new Signer(confirmation.ProposerUserId, confirmation.ProposerPersonId, confirmation.ProposerName, confirmation.ProposedAt);
        var signed = await SigningChain.EarlierAsync(confirmation, act.Db, cancellation);
        var call = new CommandCall<TForm>(matter, form.Deserialize<TForm>(MatterForm.Json)!, act, first, [.. signed, signer]);

        // The law is asked again: a named date may have passed while the first waited for the others.
        var objections = new Objections();
        await CheckAsync(call, objections, cancellation);
        var others = Others(call);
        var next = confirmation.Place < others.Count ? await SecondPersons.ResolveAsync(others[confirmation.Place], matter, act, objections, cancellation) : null;
        if (objections.Any)
            return MatterRefusals.Form(DisplayName, objections);
        if (next is null)
            return new SignedStep((await FinishAsync(call, form, cancellation)).Value, null);
        matter.State = waiting;
        return new SignedStep(null, SigningChain.Next(confirmation, others[confirmation.Place], next, act));
    }

    private async Task<(HeldPost? Post, Rejection? Rejection)> AdmitAsync(Matter matter, long seenVersion, ActContext act, CancellationToken cancellation)
    {
        if (await PostOfAsync(matter, act, cancellation) is not { } post)
            return (null, MatterRefusals.NotYours(DisplayName, ByFor(matter)));
        if (seenVersion != matter.Version)
            return (null, MatterRefusals.Stale(matter, seenVersion));
        if (!From.Contains(matter.State))
            return (null, MatterRefusals.WrongState(DisplayName, From, matter, Article));
        if (await PendingAsync(matter, act, cancellation) is { } pending)
            return (null, MatterRefusals.Waiting(matter, pending));
        return await ForbiddenAsync(matter, act, cancellation) is { } forbidden
            ? (null, MatterRefusals.Forbidden(matter, forbidden))
            : (post, null);
    }

    private async Task<HeldPost?> PostOfAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        var directory = act.Services.GetRequiredService<IDirectory>();
        var by = ByFor(matter);
        if (await by.PostOfAsync(act.Actor, matter, directory, cancellation) is { } post)
            return post;

        // A task that was handed to somebody of another region brings the right to what it asks for, and to nothing else, while it is open.
        var own = act.Actor.Posts.FirstOrDefault(p => by.Kinds.Contains(p.PostKind) && p.EnterpriseId is null != by.OfTheUnit);
        if (own is null)
            return null;
        foreach (var grant in act.Services.GetServices<IMatterGrants>())
        {
            if (await grant.GrantsCommandAsync(matter.Id, Name, act.Actor, act.Db, cancellation))
                return own;
        }
        return null;
    }

    /// <summary>A two-person step that waits blocks every other change of state, so that both persons sign the same facts.</summary>
    private async Task<Confirmation?> PendingAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        MayRunBesideConfirmation ? null
            : await act.Db.Set<Confirmation>().FirstOrDefaultAsync(c => c.MatterId == matter.Id && c.State == ConfirmationState.Pending, cancellation);

    /// <summary>True for what changes no state, such as a progress report.</summary>
    protected virtual bool MayRunBesideConfirmation => false;

    private CommandReceipt Propose(CommandCall<TForm> call, JsonElement form, IReadOnlyList<SecondPerson> others, Confirmer confirmer)
    {
        var second = others[0];
        var (matter, act) = (call.Matter, call.Act);
        var confirmation = new Confirmation
        {
            Id = Guid.CreateVersion7(act.Now), MatterId = matter.Id, Command = Name, FormJson = form.GetRawText(),
            ProposerUserId = call.First.UserId, ProposerPersonId = call.First.PersonId, ProposerName = call.First.Name, ProposedAt = act.Now,
            StateBefore = matter.State, ConfirmerPersonId = confirmer.PersonId, ConfirmerPostKind = second.PostKind, ConfirmerName = confirmer.Name,
            Places = others.Count,
        };
        act.Db.Set<Confirmation>().Add(confirmation);
        var summary = $"发起“{DisplayName}”，待{confirmer.Name}确认";
        MatterChange.Write(act, matter, Name, new Effect(WhileWaiting(matter.State), summary) { Message = $"已发起“{DisplayName}”，待{confirmer.Name}确认后生效。" }
            .Raising("ConfirmationRequested", SigningChain.Request(confirmation, DisplayName)), form);
        return new CommandReceipt(matter.Id, matter.State.Code(), matter.Version, $"已发起“{DisplayName}”，待{confirmer.Name}确认后生效。", confirmation.Id);
    }

    private async Task<Result<CommandReceipt>> FinishAsync(CommandCall<TForm> call, JsonElement form, CancellationToken cancellation)
    {
        var effect = await PerformAsync(call, cancellation);
        MatterChange.Write(call.Act, call.Matter, Name, effect, form, call.First, call.Others);
        return new CommandReceipt(call.Matter.Id, call.Matter.State.Code(), call.Matter.Version, effect.Message ?? effect.Summary.TrimEnd('。') + "。");
    }
}

/// <summary>The later part of a step that several persons sign.</summary>
internal interface ITwoPersonCommand
{
    string Name { get; }
    string DisplayName { get; }

    /// <summary>One of the others signs: the last one's signature gives the step its effect, any other one passes it on.</summary>
    Task<Result<SignedStep>> SignAsync(Matter matter, Confirmation confirmation, Signer signer, ActContext act, CancellationToken cancellation);
}

/// <summary>Either the receipt of the step that took effect, or the row that waits for the next signature.</summary>
internal sealed record SignedStep(CommandReceipt? Receipt, Confirmation? Next);
