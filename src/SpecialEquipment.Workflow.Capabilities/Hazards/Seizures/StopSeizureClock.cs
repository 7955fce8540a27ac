using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record ClockStopForm : MatterForm
{
    public ClockStopReason? Reason { get; init; }

    /// <summary>What the stop rests on: the letter that ordered the test, its body and its expected length, as the party was told.</summary>
    public string? Basis { get; init; }
}

/// <summary>The time of testing, inspection or appraisal is not counted; its length is told to the party in writing (AEL art. 25).</summary>
public sealed class StopSeizureClock : MatterCommand<ClockStopForm>
{
    public override string Name => "stop-seizure-clock";
    public override string DisplayName => "查封、扣押期限停计";
    protected override string Article => Articles.SeizurePeriod;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Who.Official(PostKinds.Inspector);

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (await Seizures.NoneAsync(matter, act, DisplayName, cancellation) is { } none)
            return none;
        var clock = (await act.OpenDeadlinesAsync(matter.Id, Seizures.PeriodRule, cancellation)).FirstOrDefault();
        if (clock?.State == DeadlineState.Paused)
            return CommandAvailability.Refused("期限应在计时中，实际已停计。", Articles.SeizurePeriod);
        return clock is null || act.Now >= clock.OverdueAt ? CommandAvailability.Refused("期限应在计时中，实际已届满，应解除。", Articles.SeizurePeriod) : null;
    }

    protected override Task CheckAsync(CommandCall<ClockStopForm> call, Objections objections, CancellationToken cancellation)
    {
        if (objections.Required("reason", call.Form.Reason, "停计事由", Articles.SeizurePeriod) && call.Form.Reason != ClockStopReason.InspectionOrTesting)
            objections.Add("reason", "查封、扣押期限停计的事由应为检测、检验或者技术鉴定", "实际为其他事由", Articles.SeizurePeriod);
        objections.Substance("basis", call.Form.Basis, "委托检测、检验、鉴定的文书和期间", Articles.SeizurePeriod);
        return Task.CompletedTask;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ClockStopForm> call, CancellationToken cancellation)
    {
        foreach (var clock in await call.Act.OpenDeadlinesAsync(call.Matter.Id, Seizures.PeriodRule, cancellation))
            clock.Pause(call.Form.Reason!.Value, call.Now, call.Form.Basis!.Trim());
        return new Effect(call.Matter.State, $"查封、扣押期限停计（检测、检验、鉴定）：{call.Form.Basis!.Trim()}") { Kind = "clock" }
            .Raising(HazardSignals.DeadlineMoved, ("rule", Seizures.PeriodRule));
    }
}

/// <summary>The result is in: the period runs again, longer by what the stop took.</summary>
public sealed class ResumeSeizureClock : MatterCommand<ClockStopForm>
{
    public override string Name => "resume-seizure-clock";
    public override string DisplayName => "查封、扣押期限恢复计时";
    protected override string Article => Articles.SeizurePeriod;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Who.Official(PostKinds.Inspector);

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        await Seizures.NoneAsync(matter, act, DisplayName, cancellation)
        ?? ((await act.OpenDeadlinesAsync(matter.Id, Seizures.PeriodRule, cancellation)).Any(d => d.State == DeadlineState.Paused) ? null
            : CommandAvailability.Hidden with { Reason = "恢复计时应在停计之后，实际没有停计。" });

    protected override Task CheckAsync(CommandCall<ClockStopForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("basis", call.Form.Basis, "检测、检验、鉴定结果", Articles.SeizurePeriod);
        return Task.CompletedTask;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ClockStopForm> call, CancellationToken cancellation)
    {
        foreach (var clock in await call.Act.OpenDeadlinesAsync(call.Matter.Id, Seizures.PeriodRule, cancellation))
            clock.Resume(call.Now, call.Rules.Calendar);
        var seizure = (await Seizures.OpenAsync(call.Matter.Id, call.Db, cancellation))!;
        await Seizures.FollowPeriodAsync(seizure, call.Act, cancellation);
        return new Effect(call.Matter.State, $"查封、扣押期限恢复计时，至 {ShanghaiTime.Text(seizure.Until)}：{call.Form.Basis!.Trim()}") { Kind = "clock" }
            .Raising(HazardSignals.DeadlineMoved, ("rule", Seizures.PeriodRule));
    }
}
