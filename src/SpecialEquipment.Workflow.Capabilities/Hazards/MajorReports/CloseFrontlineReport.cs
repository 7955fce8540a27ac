using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Ends the frontline person's task; only when the town and the regulator have both signed.</summary>
public sealed class CloseFrontlineReport : MatterCommand<EmptyForm>
{
    public override string Name => "close-frontline-report";
    public override string DisplayName => "办结基层报告";
    protected override string Article => Articles.Frontline;
    protected override IReadOnlyList<HazardState> From => Enum.GetValues<HazardState>();
    protected override Who By => Frontline.Staff;
    protected override bool MayRunBesideConfirmation => true;
    protected override PartyRole? Part => PartyRole.Finder;

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (await Frontline.OpenAsync(matter.Id, act.Db, cancellation) is not { } town)
            return CommandAvailability.Hidden with { Reason = "没有未办结的基层报告。" };
        if (await Frontline.WrittenAsync(town, act.Db, cancellation) is not { } written)
            return CommandAvailability.Refused("应已书面报告监管部门，实际没有。", Articles.Frontline);
        var unsigned = await Frontline.UnsignedAsync(town, written, act.Db, cancellation);
        return unsigned.Count == 0 ? null
            : CommandAvailability.Refused($"应有乡镇街道和监管部门双方签收，实际 {string.Join("、", unsigned)} 未签收。", Articles.Frontline);
    }

    protected override Task CheckAsync(CommandCall<EmptyForm> call, Objections objections, CancellationToken cancellation) => Task.CompletedTask;

    protected override async Task<Effect> PerformAsync(CommandCall<EmptyForm> call, CancellationToken cancellation)
    {
        var open = (await Frontline.OpenAsync(call.Matter.Id, call.Db, cancellation))!;
        var town = await call.Db.Set<HazardReport>().SingleAsync(r => r.Id == open.Id, cancellation);
        town.ClosedAt = call.Now;
        return new Effect(call.Matter.State, "基层报告办结：乡镇街道和监管部门均已签收").Raising(HazardSignals.FrontlineClosed, ("reportId", town.Id.ToString("D")));
    }
}
