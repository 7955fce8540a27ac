using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record OpinionForm : MatterForm
{
    public string? Opinion { get; init; }
}

/// <summary>PLAN_IN_REVIEW → RECTIFYING. Silence approves nothing (E2): only this command does.</summary>
public sealed class ApprovePlan : MatterCommand<OpinionForm>
{
    public override string Name => "approve-plan";
    public override string DisplayName => "同意整改方案";
    protected override IReadOnlyList<HazardState> From => [HazardState.PlanInReview];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);
    protected override Who ByFor(Matter matter) => PlanReview.By(matter);

    protected override Task CheckAsync(CommandCall<OpinionForm> call, Objections objections, CancellationToken cancellation) =>
        PlanReview.CheckReviewerAsync(call, objections, cancellation);

    protected override async Task<Effect> PerformAsync(CommandCall<OpinionForm> call, CancellationToken cancellation)
    {
        await PlanReview.WriteAsync(call, PlanState.Approved, cancellation);
        var opinion = string.IsNullOrWhiteSpace(call.Form.Opinion) ? "" : $"：{call.Form.Opinion.Trim()}";
        return new Effect(HazardState.Rectifying, $"同意整改方案，整改期限 {ShanghaiTime.Text(call.Matter.RectifyBy!.Value)}{opinion}")
            .Raising(RectificationSignals.PlanApproved, ("deadline", ShanghaiTime.Text(call.Matter.RectifyBy.Value))).MajorWorkBegins(call.Matter);
    }
}

/// <summary>PLAN_IN_REVIEW → PLAN_RETURNED, to be handed in again within the limit of the policy pack.</summary>
public sealed class ReturnPlan : MatterCommand<OpinionForm>
{
    public override string Name => "return-plan";
    public override string DisplayName => "退回整改方案";
    protected override IReadOnlyList<HazardState> From => [HazardState.PlanInReview];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);
    protected override Who ByFor(Matter matter) => PlanReview.By(matter);

    protected override Task CheckAsync(CommandCall<OpinionForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("opinion", call.Form.Opinion, "退回意见", Articles.FiveImplementations);
        return PlanReview.CheckReviewerAsync(call, objections, cancellation);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<OpinionForm> call, CancellationToken cancellation)
    {
        await PlanReview.WriteAsync(call, PlanState.Returned, cancellation);
        call.Act.StartDeadline(call.Matter, "planResubmit", call.Now, call.Rules);
        return new Effect(HazardState.PlanReturned, $"退回整改方案：{call.Form.Opinion!.Trim()}")
            .Raising(RectificationSignals.PlanReturned, ("opinion", call.Form.Opinion!.Trim()));
    }
}

internal static class PlanReview
{
    /// <summary>The manager reviews; the plan of a major hazard goes to the gatekeeper (DOMAIN §4.3).</summary>
    public static Who By(Matter matter) => Who.Official(matter.Grade == HazardGrade.Major ? PostKinds.Approver : PostKinds.CaseOfficer);

    /// <summary>Whoever handed the plan in, in whatever post, does not review it.</summary>
    public static async Task CheckReviewerAsync(CommandCall<OpinionForm> call, Objections objections, CancellationToken cancellation)
    {
        var submitter = await call.Db.Set<RectificationPlan>().Where(p => p.MatterId == call.Matter.Id).OrderByDescending(p => p.Serial).Select(p => p.SubmittedById).FirstOrDefaultAsync(cancellation);
        if (submitter is not null && submitter == call.First.PersonId)
            objections.Add("", "方案审查人应不是方案报送人", "实际是同一人", Articles.TwoInspectors);
    }

    public static async Task WriteAsync(CommandCall<OpinionForm> call, PlanState state, CancellationToken cancellation)
    {
        var plan = await call.Db.Set<RectificationPlan>().Where(p => p.MatterId == call.Matter.Id).OrderByDescending(p => p.Serial).FirstAsync(cancellation);
        (plan.State, plan.Opinion, plan.ReviewedByName, plan.ReviewedAt) = (state, call.Form.Opinion?.Trim(), call.First.Name, call.Now);
        await ReviewedLate.GiveBackAsync(call, cancellation);
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, ReviewedLate.Rule, call.Now, cancellation);
    }
}
