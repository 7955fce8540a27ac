using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record SeizureExtensionForm : MatterForm
{
    public string? Reason { get; init; }
}

/// <summary>A complicated case: the head of the organ lengthens the period, once, before it is over (AEL art. 25).</summary>
public sealed class ExtendSeizure : MatterCommand<SeizureExtensionForm>
{
    public override string Name => "extend-seizure";
    public override string DisplayName => "延长查封、扣押";
    protected override string Article => Articles.SeizurePeriod;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override IReadOnlyList<SecondPerson> Others(CommandCall<SeizureExtensionForm> call) => [new(PostKinds.BureauLeader, null, "")];

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (await Seizures.NoneAsync(matter, act, DisplayName, cancellation) is { } none)
            return none;
        var seizure = (await Seizures.OpenAsync(matter.Id, act.Db, cancellation))!;
        var rules = act.Services.GetRequiredService<DeadlineRules>().Now;
        var allowed = rules.Policy.Parameter(Seizures.ExtensionCount, ShanghaiTime.DateOf(seizure.DecidedAt), matter.RegionCode);
        if (seizure.ExtendedAt is { } before && allowed <= 1)
            return CommandAvailability.Refused($"查封、扣押期限只能延长 {allowed:0} 次，实际已于 {ShanghaiTime.Text(before)} 延长。", Articles.SeizurePeriod);
        var clock = (await act.OpenDeadlinesAsync(matter.Id, Seizures.PeriodRule, cancellation)).FirstOrDefault();
        return clock is null || (clock.State != DeadlineState.Paused && act.Now >= clock.OverdueAt)
            ? CommandAvailability.Refused($"应在期限届满（{ShanghaiTime.Text(seizure.Until)}）前决定延长，实际已届满，应解除。", Articles.SeizurePeriod) : null;
    }

    protected override Task CheckAsync(CommandCall<SeizureExtensionForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("reason", call.Form.Reason, "延长的理由（情况复杂）", Articles.SeizurePeriod);
        return Task.CompletedTask;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<SeizureExtensionForm> call, CancellationToken cancellation)
    {
        var seizure = (await Seizures.OpenAsync(call.Matter.Id, call.Db, cancellation))!;
        var before = seizure.Until;
        var rule = call.Rules.Policy.Rule(Seizures.ExtensionRule, seizure.DecidedAt, call.Matter.RegionCode);
        foreach (var clock in await call.Act.OpenDeadlinesAsync(call.Matter.Id, Seizures.PeriodRule, cancellation))
            clock.Extend(Extension.By(rule.Limit, call.Now, call.Now, $"延长：{call.Form.Reason!.Trim()}"), call.Rules.Calendar);
        (seizure.ExtendedAt, seizure.ExtensionReason, seizure.ExtensionApproverName) = (call.Now, call.Form.Reason!.Trim(), call.Second!.Name);
        await Seizures.FollowPeriodAsync(seizure, call.Act, cancellation);
        return new Effect(call.Matter.State, $"{seizure.Kind.Name()}期限由 {ShanghaiTime.Text(before)} 延长至 {ShanghaiTime.Text(seizure.Until)}：{seizure.ExtensionReason}")
            .Raising(HazardSignals.SeizureExtended, ("seizureId", seizure.Id.ToString("D")))
            .Raising(HazardSignals.DeadlineMoved, ("rule", Seizures.PeriodRule));
    }
}
