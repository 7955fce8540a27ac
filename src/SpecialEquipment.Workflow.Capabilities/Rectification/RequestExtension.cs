using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record ExtensionForm : MatterForm
{
    public DateOnly? NewDate { get; init; }
    public string? Reason { get; init; }
    public string? InterimControl { get; init; }
}

/// <summary>The unit asks for a later date, no later than the policy pack's working days before the named one. The clock runs on meanwhile.</summary>
public sealed class RequestExtension : MatterCommand<ExtensionForm>
{
    public override string Name => "request-extension";
    public override string DisplayName => "申请延期";
    protected override string Article => Articles.NamedDate;
    protected override IReadOnlyList<HazardState> From => [HazardState.Rectifying];
    protected override Who By => Who.Unit;
    protected override bool MayRunBesideConfirmation => true;

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<ExtensionRequest>().AnyAsync(e => e.MatterId == matter.Id && e.State == ExtensionState.Pending, cancellation))
            return CommandAvailability.Refused("已有一份延期申请待决定，决定前不能再次申请。", Articles.Silence);
        var rules = act.Services.GetRequiredService<DeadlineRules>().Now;
        var rule = rules.Policy.Rule("extensionApply", act.Now, matter.RegionCode);
        var latest = DeadlineCalculator.Compute(matter.RectifyBy!.Value, rule.Limit, rules.Calendar).Day!.Value;
        return ShanghaiTime.DateOf(act.Now) <= latest ? null
            : CommandAvailability.Refused($"延期申请应在 {ShanghaiTime.Text(latest)} 前提出（{rule.Limit}），实际为 {ShanghaiTime.Text(ShanghaiTime.DateOf(act.Now))}。", rule.Basis);
    }

    protected override async Task CheckAsync(CommandCall<ExtensionForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("reason", call.Form.Reason, "延期理由");
        objections.Substance("interimControl", call.Form.InterimControl, "延期期间的管控措施");
        await ExtensionDates.CheckAsync(call, call.Form.NewDate, objections, cancellation);
    }

    protected override Task<Effect> PerformAsync(CommandCall<ExtensionForm> call, CancellationToken cancellation)
    {
        var (matter, form) = (call.Matter, call.Form);
        var request = new ExtensionRequest
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = matter.Id, OldDate = matter.RectifyBy!.Value, RequestedDate = form.NewDate!.Value,
            Reason = form.Reason!.Trim(), InterimControl = form.InterimControl!.Trim(), RequestedByName = call.First.Name, RequestedAt = call.Now,
        };
        call.Db.Set<ExtensionRequest>().Add(request);
        call.Act.StartDeadline(matter, "extensionDecide", call.Now, call.Rules);
        return Task.FromResult(new Effect(matter.State, $"申请将整改期限由 {ShanghaiTime.Text(request.OldDate)} 延至 {ShanghaiTime.Text(request.RequestedDate)}：{request.Reason}")
        {
            Message = $"已申请延期至 {ShanghaiTime.Text(request.RequestedDate)}；决定作出前原期限不变，逾期不答复不视为同意。",
        }.Raising(RectificationSignals.ExtensionRequested, ("requestId", request.Id.ToString("D")), ("newDate", ShanghaiTime.Text(request.RequestedDate))));
    }
}

internal static class ExtensionDates
{
    /// <summary>Later than the present date, and within the greatest period an instruction may run.</summary>
    public static async Task CheckAsync<TForm>(CommandCall<TForm> call, DateOnly? asked, Objections objections, CancellationToken cancellation)
    {
        if (!objections.Required("newDate", asked, "延期后的日期", Articles.NamedDate))
            return;
        var (date, named) = (asked!.Value, call.Matter.RectifyBy!.Value);
        if (date <= named)
            objections.Add("newDate", $"应晚于现期限 {ShanghaiTime.Text(named)}", $"实际为 {ShanghaiTime.Text(date)}", Articles.NamedDate);
        if (date < call.Today)
            objections.Add("newDate", $"应不早于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(date)}", Articles.NamedDate);
        var first = await call.Db.Set<Deadline>().Where(d => d.MatterId == call.Matter.Id && d.RuleId == MatterDeadlines.NamedDate)
            .OrderBy(d => d.Key).Select(d => d.StartedAt).FirstAsync(cancellation);
        var rule = call.Rules.Policy.Rule("instructionMax", first, call.Matter.RegionCode);
        var latest = DeadlineCalculator.Compute(first, rule.Limit, call.Rules.Calendar).Day!.Value;
        if (date > latest)
            objections.Add("newDate", $"应不晚于 {ShanghaiTime.Text(latest)}（指令送达后 {rule.Limit}，未挂牌）", $"实际为 {ShanghaiTime.Text(date)}", rule.Basis);
    }
}
