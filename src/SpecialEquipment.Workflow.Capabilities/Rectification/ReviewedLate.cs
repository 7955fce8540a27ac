using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>
/// E2: a plan that is decided late costs the reviewer's days, not the unit's. They move the named date itself, so that task, reminders,
/// overdue and explanation all speak of one day.
/// </summary>
internal static class ReviewedLate
{
    public const string Rule = "planReview";

    /// <summary>To be called while the review's limit is still open.</summary>
    public static async Task GiveBackAsync(CommandCall<OpinionForm> call, CancellationToken cancellation)
    {
        var (act, matter) = (call.Act, call.Matter);
        if ((await act.OpenDeadlinesAsync(matter.Id, Rule, cancellation)).FirstOrDefault(d => call.Now >= d.OverdueAt) is not { } review)
            return;
        var lost = call.Today.DayNumber - review.DueOn!.Value.DayNumber;
        foreach (var named in await act.OpenDeadlinesAsync(matter.Id, MatterDeadlines.NamedDate, cancellation))
        {
            // A date that failed before the reviewer's time was up failed by the unit's own delay.
            if (named.OverdueAt < review.OverdueAt || named.DueOn is not { } before)
                continue;
            var after = before.AddDays(lost);
            var ground = $"{Articles.Silence}：整改方案应于 {ShanghaiTime.Text(review.DueOn.Value)} 前审查完毕，实际于 {ShanghaiTime.Text(call.Today)} 决定，逾期 {lost} 日不计入使用单位的整改时间";
            if (named.GiveBack(lost, call.Now, ground, call.Rules.Calendar) is { } refused)
                throw new InvalidOperationException(refused.Detail);
            (matter.RectifyBy, matter.IsOverdue) = (after, false);
            act.Record(new LedgerFact(matter.Id, "give-back-days", $"整改期限由 {ShanghaiTime.Text(before)} 改为 {ShanghaiTime.Text(after)}。{ground}")
            {
                Kind = "clock", StateAfter = matter.State.Code(),
                Detail = new Dictionary<string, object?>
                {
                    ["rule"] = "E2", ["reviewDue"] = ShanghaiTime.Text(review.DueOn.Value), ["decidedOn"] = ShanghaiTime.Text(call.Today), ["days"] = lost,
                    ["oldDate"] = ShanghaiTime.Text(before), ["newDate"] = ShanghaiTime.Text(after),
                },
            });
            act.Raise("DeadlineMoved", matter.Id, new Dictionary<string, object?> { ["deadlineId"] = named.Id.ToString("D"), ["newDate"] = ShanghaiTime.Text(after) });
        }
    }
}
