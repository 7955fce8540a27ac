using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>PASSED, FIXED_ON_THE_SPOT → SIGNED_OFF. Refused while the hazard is listed or a seizure is open, and to whoever re-inspected it.</summary>
public sealed class SignOff : MatterCommand<OpinionForm>
{
    public override string Name => "sign-off";
    public override string DisplayName => "销号";
    protected override string Article => Articles.Reinspection;
    protected override IReadOnlyList<HazardState> From => [HazardState.Passed, HazardState.FixedOnTheSpot];
    protected override Who By => Who.Official(PostKinds.Approver);

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        var holds = await act.Db.OpenHoldsAsync(matter.Id, cancellation);
        if (holds.FirstOrDefault(h => h.Kind is HoldKind.Listing or HoldKind.Seizure) is { } hold)
            return CommandAvailability.Refused($"应先解除{hold.KindName}{(hold.DocumentNumber is null ? "" : $"（{hold.DocumentNumber}）")}，实际仍在执行，不得销号。", hold.Article);
        if (await MeasureEvidence.MissingAsync(matter, act.Db, cancellation) is { Count: > 0 } bare)
            return CommandAvailability.Refused($"重大隐患销号应逐项措施有佐证，实际以下措施没有：{string.Join("、", bare)}。", Articles.Quality);
        var inspected = await act.Db.Set<MatterParty>()
            .AnyAsync(p => p.MatterId == matter.Id && p.Role == PartyRole.Inspector && p.PersonId != null && p.PersonId == act.Actor.PersonId, cancellation);
        return inspected ? CommandAvailability.Refused("销号审批人应不是本案的检查、复查人员，实际是同一人。", Articles.SeparationOfDuties) : null;
    }

    protected override Task CheckAsync(CommandCall<OpinionForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("opinion", call.Form.Opinion, "销号意见", Articles.Reinspection);
        return Task.CompletedTask;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<OpinionForm> call, CancellationToken cancellation)
    {
        var opinion = call.Form.Opinion!.Trim();
        call.Db.Set<SignOffDecision>().Add(new SignOffDecision
        {
            MatterId = call.Matter.Id, Opinion = opinion, ApproverId = call.First.PersonId, ApproverName = call.First.Name, SignedOffAt = call.Now,
        });
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, "signOffDecision", call.Now, cancellation);
        await call.Act.CancelAllDeadlinesAsync(call.Matter.Id, "已销号", cancellation);
        return new Effect(HazardState.SignedOff, $"同意销号：{opinion}").Raising(RectificationSignals.SignedOff);
    }
}
