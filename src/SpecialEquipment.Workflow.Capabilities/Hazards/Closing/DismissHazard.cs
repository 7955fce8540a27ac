using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record DismissForm : MatterForm
{
    public string? Reason { get; init; }
}

/// <summary>REPORTED → DISMISSED: not a hazard, or not ours; officer and approver together.</summary>
public sealed class DismissHazard : MatterCommand<DismissForm>
{
    public override string Name => "dismiss";
    public override string DisplayName => "不予登记";
    protected override IReadOnlyList<HazardState> From => [HazardState.Reported];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);
    protected override SecondPerson Second(CommandCall<DismissForm> call) => new(PostKinds.Approver, null, "");

    /// <summary>What was sealed on the spot must be released, and what was ordered on the spot written down, while the case still can be acted on.</summary>
    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) => OwedFromTheScene.RefusalAsync(matter, act, cancellation);

    protected override Task CheckAsync(CommandCall<DismissForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("reason", call.Form.Reason, "不予登记的理由");
        return Task.CompletedTask;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<DismissForm> call, CancellationToken cancellation)
    {
        (await HazardRows.OfAsync(call, cancellation)).DismissReason = call.Form.Reason!.Trim();
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, "triage", call.Now, cancellation);
        return new Effect(HazardState.Dismissed, $"不予登记：{call.Form.Reason!.Trim()}").Raising(HazardSignals.Dismissed);
    }
}
