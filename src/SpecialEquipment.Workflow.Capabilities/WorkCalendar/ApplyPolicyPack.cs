using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>
/// Looks at every open limit after a new pack was loaded (E10), at most <see cref="BatchSize"/> per commit: where a task was given for it, the date
/// stays and the limit is marked <c>ruleChanged</c>; where nobody has been asked yet, a timer that has not fired is recomputed under the new version
/// by its event date. What is left to do is read from the limits themselves, so the job resumes, and doing it twice changes nothing.
/// </summary>
internal static class ApplyPolicyPack
{
    public const int BatchSize = 200;

    public static IQueryable<Deadline> Open(WorkflowDbContext db) =>
        db.Set<Deadline>().Where(d => d.State == DeadlineState.Running || d.State == DeadlineState.Paused || d.State == DeadlineState.Overdue);

    public static async Task<Result<int>> BatchAsync(long packKey, RulesInForce rules, ActContext act, CancellationToken cancellation)
    {
        var version = rules.Policy.Version;
        var batch = await Open(act.Db).Where(d => d.RulesAskedVersion != version).OrderBy(d => d.Key).Take(BatchSize).ToListAsync(cancellation);
        var pack = await act.Db.Set<StoredPolicyPack>().SingleAsync(p => p.Key == packKey, cancellation);
        var matterIds = batch.Select(d => d.MatterId).Distinct().ToList();
        var regions = await act.Db.Set<Matter>().Where(m => matterIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.RegionCode, cancellation);
        foreach (var deadline in batch)
        {
            var wasMarked = deadline.RuleChanged;
            var move = deadline.TakeRules(rules, regions.GetValueOrDefault(deadline.MatterId), act.Now);
            if (move is not null)
            {
                pack.Moved++;
                Record(deadline, $"规则包 {version} 生效，“{deadline.Name}”尚未触发，届满日由 {Day(move.OldDueAt)} 变为 {Day(move.NewDueAt)}", act);
            }
            else if (deadline.RuleChanged && !wasMarked)
            {
                pack.Flagged++;
                Record(deadline, $"规则包 {version} 生效，“{deadline.Name}”已按原规则派发，期限不变", act);
                await TellAsync(deadline, version, act, cancellation);
            }
            // reminders not yet sent follow the ladder of the new version, whether or not this limit itself changed
            act.Raise(RecomputeDeadlines.Moved, deadline.MatterId, new Dictionary<string, object?>
            {
                ["deadlineId"] = deadline.Id.ToString("D"), ["ruleId"] = deadline.RuleId, ["overdueAt"] = deadline.OverdueAt.ToString("O"),
            });
        }
        if (batch.Count == 0)
        {
            pack.AppliedAt = act.Now;
        }
        return batch.Count;
    }

    private static string Day(DateTimeOffset at) => ShanghaiTime.Text(at)[..10];

    private static void Record(Deadline deadline, string summary, ActContext act) => act.Record(new LedgerFact(deadline.MatterId, "apply-policy-pack", summary)
    {
        Kind = "clock",
        Detail = new Dictionary<string, object?> { ["deadlineId"] = deadline.Id, ["ruleId"] = deadline.RuleId, ["packVersion"] = deadline.RulesAskedVersion, ["ruleChanged"] = deadline.RuleChanged },
    });

    private static async Task TellAsync(Deadline deadline, string version, ActContext act, CancellationToken cancellation)
    {
        if (deadline.OwnerPostId is { } owner)
        {
            await act.Services.GetRequiredService<INotices>().SendAsync(
                new NoticeDraft(NoticeKind.Decision, $"规则已变化：{deadline.Name}", $"规则包 {version} 已生效，本项仍按原规则办理，期限不变；如需按新规则重新派发，可申请撤回。")
                {
                    To = [NoticeTarget.Post(owner)], MatterId = deadline.MatterId,
                },
                act, cancellation);
        }
    }
}
