using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record SelfRectificationForm : MatterForm
{
    public DateOnly? Deadline { get; init; }
    public string? Note { get; init; }
}

/// <summary>GRADED → SELF_RECTIFYING: a general hazard that the unit's own check found and is already being corrected needs no instruction.</summary>
public sealed class StartSelfRectification : MatterCommand<SelfRectificationForm>
{
    public override string Name => "start-self-rectification";
    public override string DisplayName => "准予自行整改";
    protected override IReadOnlyList<HazardState> From => [HazardState.Graded];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (matter.Grade == HazardGrade.Major)
            return CommandAvailability.Hidden with { Reason = "自行整改应为一般隐患，实际为重大事故隐患，应下达监察指令书。", Article = Articles.InstructionInWriting };
        var source = await act.Db.Set<Hazard>().Where(h => h.MatterId == matter.Id).Select(h => h.Source).SingleAsync(cancellation);
        return source == HazardSource.SelfCheck ? null
            : CommandAvailability.Refused($"自行整改应为单位自查发现的一般隐患，实际来源为“{source.Name()}”。", Articles.InstructionInWriting);
    }

    protected override Task CheckAsync(CommandCall<SelfRectificationForm> call, Objections objections, CancellationToken cancellation)
    {
        if (!objections.Required("deadline", call.Form.Deadline, "单位自定的整改期限"))
            return Task.CompletedTask;
        var date = call.Form.Deadline!.Value;
        if (date < call.Today)
            objections.Add("deadline", $"应不早于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(date)}");
        var rule = call.Rules.Policy.Rule("instructionDefaultGeneral", call.Now, call.Matter.RegionCode);
        var latest = DeadlineCalculator.Compute(call.Now, rule.Limit, call.Rules.Calendar).Day!.Value;
        if (date > latest)
            objections.Add("deadline", $"应不晚于 {ShanghaiTime.Text(latest)}（{rule.Limit}）", $"实际为 {ShanghaiTime.Text(date)}", rule.Basis);
        return Task.CompletedTask;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<SelfRectificationForm> call, CancellationToken cancellation)
    {
        var date = call.Form.Deadline!.Value;
        var basis = new DeadlineBasis(MatterDeadlines.NamedDate, "自行整改期限（单位承诺）", "准予自行整改", "单位承诺的日期", null);
        await call.Act.NameDateAsync(call.Matter, date, call.Now, basis, call.Rules, cancellation);
        return new Effect(HazardState.SelfRectifying, $"准予自行整改，期限 {ShanghaiTime.Text(date)}")
            .Raising(HazardSignals.SelfRectificationStarted, ("deadline", ShanghaiTime.Text(date)));
    }
}
