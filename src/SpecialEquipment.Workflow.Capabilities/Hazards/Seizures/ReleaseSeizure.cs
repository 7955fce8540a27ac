using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record ReleaseForm : MatterForm
{
    public ReleaseGround? Ground { get; init; }
    public string? Note { get; init; }

    /// <summary>Who takes the objects back.</summary>
    public string? Receiver { get; init; }
    public Guid? SecondInspectorId { get; init; }
}

/// <summary>The objects are given back, at the latest when the period ends; two inspectors and the head's approval (AEL art. 28).</summary>
public sealed class ReleaseSeizure : MatterCommand<ReleaseForm>
{
    public override string Name => "release-seizure";
    public override string DisplayName => "解除查封、扣押";
    protected override string Article => Articles.SeizureRelease;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Who.Official(PostKinds.Inspector);

    protected override IReadOnlyList<SecondPerson> Others(CommandCall<ReleaseForm> call) =>
        [new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId"), new(PostKinds.BureauLeader, null, "")];

    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        Seizures.NoneAsync(matter, act, DisplayName, cancellation);

    protected override async Task CheckAsync(CommandCall<ReleaseForm> call, Objections objections, CancellationToken cancellation)
    {
        if (objections.Required("ground", call.Form.Ground, "解除的事由", Articles.SeizureRelease) && call.Form.Ground == ReleaseGround.PeriodOver)
            await PeriodIsOverAsync(call, objections, cancellation);
        objections.Substance("note", call.Form.Note, "解除情况", Articles.SeizureRelease);
        objections.Text("receiver", call.Form.Receiver, "接收人", Articles.SeizureRelease, 120);
    }

    /// <summary>The last day still belongs to the period, and a stopped clock does not let it end (AEL art. 25).</summary>
    private static async Task PeriodIsOverAsync(CommandCall<ReleaseForm> call, Objections objections, CancellationToken cancellation)
    {
        foreach (var clock in await call.Act.OpenDeadlinesAsync(call.Matter.Id, Seizures.PeriodRule, cancellation))
        {
            if (clock.State == DeadlineState.Paused)
                objections.Add("ground", "以期限届满解除应在期限届满之后", "实际期限已停计，尚未恢复计时", Articles.SeizurePeriod);
            else if (call.Now < clock.OverdueAt)
                objections.Add("ground", "以期限届满解除应在期限届满之后", $"实际期限至 {ShanghaiTime.Text(clock.DueOn!.Value)}，尚未届满", Articles.SeizurePeriod);
        }
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ReleaseForm> call, CancellationToken cancellation)
    {
        var seizure = (await Seizures.OpenAsync(call.Matter.Id, call.Db, cancellation))!;
        (seizure.ReleasedAt, seizure.ReleaseGround, seizure.ReleaseNote, seizure.ReleaseReceiver) = (call.Now, call.Form.Ground, call.Form.Note!.Trim(), call.Form.Receiver!.Trim());
        (seizure.ReleasedByNames, seizure.ReleaseApproverName) = ($"{call.First.Name}、{call.Others[0].Name}", call.Others[^1].Name);
        await Seizures.FollowPeriodAsync(seizure, call.Act, cancellation);
        var late = call.Today > seizure.Until;
        await call.Act.LiftHoldsAsync(call.Matter.Id, HoldKind.Seizure, cancellation);
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, Seizures.PeriodRule, call.Now, cancellation);
        return new Effect(call.Matter.State, $"解除{seizure.Kind.Name()}{(late ? $"（期限 {ShanghaiTime.Text(seizure.Until)} 已过）" : "")}：{seizure.ReleaseGround!.Value.Name()}；{seizure.ReleaseApproverName}批准")
            .Raising(HazardSignals.SeizureReleased, ("seizureId", seizure.Id.ToString("D")));
    }
}
