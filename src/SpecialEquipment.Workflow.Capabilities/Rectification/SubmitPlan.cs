using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>The five elements: goal, measures, time limit, responsibility, funds. Dates are text, so that “待定” is answered like any other objection.</summary>
public sealed record PlanForm : MatterForm
{
    public string? Goal { get; init; }
    public IReadOnlyList<MeasureForm?>? Measures { get; init; }
    public string? Deadline { get; init; }
    public ResponsibilityForm? Responsibility { get; init; }
    public FundingForm? Funding { get; init; }
    public string? ContingencyPlan { get; init; }
    public string? InterimControl { get; init; }

    /// <summary>MAJOR only: how people are kept safe until the hazard is gone.</summary>
    public InterimControlMode? InterimControlMode { get; init; }
}

public sealed record MeasureForm(string? Text, string? Date, string? Owner);

/// <param name="Supervisor">The supervising person on the regulator's side.</param>
public sealed record ResponsibilityForm(string? Unit, string? Leader, string? Doer, string? Supervisor);

public sealed record FundingForm(decimal? Amount, string? Source, string? ArrivalDate, string? ZeroReason);

/// <summary>PLAN_PENDING, PLAN_RETURNED → PLAN_IN_REVIEW.</summary>
public sealed class SubmitPlan : MatterCommand<PlanForm>
{
    public override string Name => "submit-plan";
    public override string DisplayName => "报送整改方案";
    protected override string Article => Articles.FiveImplementations;
    protected override IReadOnlyList<HazardState> From => [HazardState.PlanPending, HazardState.PlanReturned];
    protected override Who By => Who.Unit;

    protected override async Task CheckAsync(CommandCall<PlanForm> call, Objections objections, CancellationToken cancellation)
    {
        new PlanCheck(call, objections).Do();
        if (call.Form.InterimControlMode != InterimControlMode.MonitoredUse)
            return;
        if ((await call.Db.OpenHoldsAsync(call.Matter.Id, cancellation)).FirstOrDefault(h => h.Kind is HoldKind.StopUse or HoldKind.Seizure) is { } hold)
            objections.Add("interimControlMode", $"{hold.KindName}未解除，应为停止使用或者隔离", "实际为监护使用", hold.Article);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<PlanForm> call, CancellationToken cancellation)
    {
        var (matter, form) = (call.Matter, call.Form);
        var serial = await call.Db.Set<RectificationPlan>().CountAsync(p => p.MatterId == matter.Id, cancellation) + 1;
        var funding = form.Funding!;
        var plan = new RectificationPlan
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = matter.Id, Serial = serial, Goal = form.Goal!.Trim(),
            Measures = [.. form.Measures!.Select(m => new PlanMeasure(m!.Text!.Trim(), PlanCheck.Day(m.Date)!.Value, m.Owner!.Trim()))],
            Deadline = PlanCheck.Day(form.Deadline)!.Value,
            ResponsibleUnit = form.Responsibility!.Unit!.Trim(), Leader = form.Responsibility.Leader!.Trim(),
            Doer = form.Responsibility.Doer!.Trim(), Supervisor = form.Responsibility.Supervisor!.Trim(),
            FundingAmount = funding.Amount!.Value, FundingSource = funding.Source?.Trim(), FundingArrival = PlanCheck.Day(funding.ArrivalDate),
            ZeroFundingReason = funding.ZeroReason?.Trim(), ContingencyPlan = form.ContingencyPlan?.Trim(), InterimControl = form.InterimControl?.Trim(),
            InterimControlMode = form.InterimControlMode,
            SubmittedById = call.First.PersonId, SubmittedByName = call.First.Name, SubmittedAt = call.Now,
        };
        call.Db.Set<RectificationPlan>().Add(plan);
        await call.Act.MeetDeadlinesAsync(matter.Id, "planDueGeneral", call.Now, cancellation);
        await call.Act.MeetDeadlinesAsync(matter.Id, "planDueMajor", call.Now, cancellation);
        await call.Act.MeetDeadlinesAsync(matter.Id, "planResubmit", call.Now, cancellation);
        call.Act.StartDeadline(matter, ReviewedLate.Rule, call.Now, call.Rules);
        return new Effect(HazardState.PlanInReview, $"报送五落实整改方案（第 {serial} 次），期限 {ShanghaiTime.Text(plan.Deadline)}")
            .Raising(RectificationSignals.PlanSubmitted, ("serial", serial), ("planId", plan.Id.ToString("D")));
    }
}

/// <summary>Every refusal of a plan, all at once.</summary>
internal sealed class PlanCheck(CommandCall<PlanForm> call, Objections objections)
{
    private const string Law = Articles.FiveImplementations;
    private readonly PlanForm form = call.Form;

    public void Do()
    {
        objections.Substance("goal", form.Goal, "整改目标", Law);
        var deadline = Deadline();
        Measures(deadline);
        Responsibility();
        Funding(deadline);
        if (call.Matter.Grade != HazardGrade.Major)
            return;
        objections.Substance("contingencyPlan", form.ContingencyPlan, "应急预案（重大隐患）", Law);
        objections.Required("interimControlMode", form.InterimControlMode, "过渡期管控方式（停止使用、监护使用或者隔离）", Law);
        objections.Substance("interimControl", form.InterimControl, "过渡期管控措施（重大隐患）", Law);
    }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private DateOnly? Date(string field, string? text, string label)
    {
        if (!objections.Substance(field, text, label, Law))
            return null;
        if (Day(text) is { } day)
            return day;
        objections.Add(field, $"{label}应为日期（如 2026-03-20）", $"实际为“{text!.Trim()}”", Law);
        return null;
    }

    private DateOnly? Deadline()
    {
        if (Date("deadline", form.Deadline, "整改时限") is not { } deadline)
            return null;
        if (call.Matter.RectifyBy is { } named && deadline > named)
            objections.Add("deadline", $"应不晚于监察指令书期限 {ShanghaiTime.Text(named)}", $"实际为 {ShanghaiTime.Text(deadline)}", Articles.NamedDate);
        // Once the named date has passed, no day is left that is both allowed and to come; the plan is still needed.
        if (deadline < call.Today && !(call.Matter.RectifyBy < call.Today))
            objections.Add("deadline", $"应不早于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(deadline)}", Law);
        return deadline;
    }

    private void Measures(DateOnly? deadline)
    {
        if (form.Measures is null or { Count: 0 })
        {
            objections.Add("measures", "应至少有一条整改措施", "实际没有", Law);
            return;
        }
        for (var i = 0; i < form.Measures.Count; i++)
        {
            var measure = form.Measures[i];
            objections.Substance($"measures[{i}].text", measure?.Text, "整改措施内容", Law);
            objections.Substance($"measures[{i}].owner", measure?.Owner, "措施责任人", Law);
            if (Date($"measures[{i}].date", measure?.Date, "措施完成日期") is not { } date)
                continue;
            if (deadline is { } limit && date > limit)
                objections.Add($"measures[{i}].date", $"应不晚于方案时限 {ShanghaiTime.Text(limit)}", $"实际为 {ShanghaiTime.Text(date)}", Law);
            else if (deadline is null && call.Matter.RectifyBy is { } named && date > named)
                objections.Add($"measures[{i}].date", $"应不晚于监察指令书期限 {ShanghaiTime.Text(named)}", $"实际为 {ShanghaiTime.Text(date)}", Articles.NamedDate);
        }
    }

    private void Responsibility()
    {
        if (form.Responsibility is not { } duty)
        {
            objections.Add("responsibility", "应明确整改责任（单位、负责人、实施人、监管责任人）", "实际为空", Law);
            return;
        }
        objections.Substance("responsibility.unit", duty.Unit, "责任单位", Law);
        objections.Substance("responsibility.leader", duty.Leader, "责任领导", Law);
        objections.Substance("responsibility.doer", duty.Doer, "实施责任人", Law);
        objections.Substance("responsibility.supervisor", duty.Supervisor, "监管责任人", Law);
    }

    private void Funding(DateOnly? deadline)
    {
        if (form.Funding is not { } funding)
        {
            objections.Add("funding", "应落实整改资金", "实际为空", Law);
            return;
        }
        if (!objections.Required("funding.amount", funding.Amount, "资金数额", Law))
            return;
        if (funding.Amount < 0)
            objections.Add("funding.amount", "应不小于 0 元", $"实际为 {funding.Amount}", Law);
        else if (funding.Amount == 0)
            objections.Substance("funding.zeroReason", funding.ZeroReason, "资金为零的理由", Law);
        else
        {
            objections.Substance("funding.source", funding.Source, "资金来源", Law);
            if (Date("funding.arrivalDate", funding.ArrivalDate, "资金到位日期") is { } arrival && deadline is { } limit && arrival > limit)
                objections.Add("funding.arrivalDate", $"应不晚于方案时限 {ShanghaiTime.Text(limit)}", $"实际为 {ShanghaiTime.Text(arrival)}", Law);
        }
    }
}
