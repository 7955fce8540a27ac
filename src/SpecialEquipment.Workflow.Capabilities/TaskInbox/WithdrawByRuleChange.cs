using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>
/// Withdraws a task whose rule has changed (E10). Whoever owes it asks with a reason, an approver of the region decides. Approved, the old assignment
/// and its limit end, and the same duty is given to the same post from today under the rule now in force: the flow never loses what it waits for.
/// </summary>
internal sealed class WithdrawByRuleChange(IActRing ring, DeadlineRules rules, INotices notices)
{
    private const string Moved = "DeadlineMoved";

    internal sealed record Request(string? Reason, long? Version);

    internal sealed record Decision(bool? Approve, string? Opinion);

    internal sealed record Receipt(Guid Id, Guid TaskId, string State, string Reason, string ProposedBy);

    public Task<Result<Receipt>> ProposeAsync(Guid taskId, Request request, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Receipt>("tasks/withdraw-by-rule-change", actor, async (act, ct) =>
        {
            var loaded = await TaskAct.LoadAsync(taskId, act, ct);
            if (loaded.IsRejected)
                return loaded.Rejection!;
            var it = loaded.Value;
            if ((it.MustBeOpen() ?? (it.Own is null ? it.MustBeOwn() : null) ?? it.MustBeSeen(request.Version)) is { } no)
                return no;
            if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Trim().Length > TaskInboxTables.TextLength)
                return Rejection.Form("tasks.withdraw-form", "撤回应说明理由。", new FieldObjection("reason", $"1 至 {TaskInboxTables.TextLength} 字的理由", string.IsNullOrWhiteSpace(request.Reason) ? "没有填写" : $"{request.Reason.Trim().Length} 字"));
            if (await DeadlineAsync(it.Task, act, ct) is not { RuleChanged: true })
                return it.Conflict("tasks.rule-unchanged", "撤回的待办应为规则已变化的待办，实际规则没有变化。");
            if (await act.Db.Set<TaskWithdrawal>().AnyAsync(w => w.TaskId == taskId && w.State == WithdrawalState.Proposed, ct))
                return it.Conflict("tasks.withdrawal-waits", "此项待办的撤回申请正待审批。");
            var withdrawal = new TaskWithdrawal
            {
                Id = Guid.CreateVersion7(act.Now), TaskId = taskId, Reason = request.Reason.Trim(), ProposedBy = actor.UserId, ProposedByName = actor.PersonName, ProposedAt = act.Now, Version = 1,
            };
            act.Db.Add(withdrawal);
            var region = await it.Directory.CurrentRegionAsync(it.Matter.RegionCode, it.Matter.EnterpriseId, ct);
            if (await it.Directory.ResolvePostAsync(PostKinds.Approver, region, null, ct) is { } approver)
            {
                await notices.SendAsync(
                    new NoticeDraft(NoticeKind.Remind, $"待审批撤回：{it.Task.Title}", $"{TaskTexts.Of(it.Matter)}，{actor.PersonName}申请因规则变化撤回，理由：{withdrawal.Reason}。")
                    {
                        To = [NoticeTarget.Post(approver.Id)], MatterId = it.Matter.Id, TaskId = taskId,
                    }, act, ct);
            }
            act.Record(it.Fact("propose-withdrawal", $"申请因规则变化撤回任务“{it.Task.Title}”：{withdrawal.Reason}"));
            return View(withdrawal);
        }, cancellation: cancellation);

    public Task<Result<Receipt>> DecideAsync(Guid withdrawalId, Decision decision, Actor actor, CancellationToken cancellation) =>
        ring.RunAsync<Receipt>("tasks/decide-withdrawal", actor, async (act, ct) =>
        {
            if (await act.Db.Set<TaskWithdrawal>().FirstOrDefaultAsync(w => w.Id == withdrawalId, ct) is not { } withdrawal)
                return Rejection.NotFound("tasks.no-such-withdrawal", "没有这项撤回申请，或您无权查看。");
            var task = await act.Db.Set<WorkTask>().FirstAsync(t => t.Id == withdrawal.TaskId, ct);
            var matter = await act.Db.Set<Matter>().FirstAsync(m => m.Id == task.MatterId, ct);
            var directory = act.Services.GetRequiredService<IDirectory>();
            if (await Who.Official(PostKinds.Approver, PostKinds.BureauLeader).PostOfAsync(actor, matter, directory, ct) is not { } post)
                return Rejection.Forbidden("tasks.withdrawal-approver", "撤回申请应由本辖区审批人决定。");
            if (withdrawal.ProposedBy == actor.UserId)
                return Rejection.Forbidden("tasks.withdrawal-same-person", "撤回申请应由申请人以外的审批人决定，实际为本人。");
            if (withdrawal.State != WithdrawalState.Proposed || !task.IsOpen)
                return Rejection.Conflict("tasks.withdrawal-decided", task.IsOpen ? $"撤回申请应为待审批，实际已由{withdrawal.DecidedByName}决定。" : "待办已办结，不再撤回。");
            if (decision.Approve is not { } approve || (!approve && string.IsNullOrWhiteSpace(decision.Opinion)))
                return Rejection.Form("tasks.withdrawal-decision", "应决定是否同意，不同意的应写明意见。", new FieldObjection(decision.Approve is null ? "approve" : "opinion", decision.Approve is null ? "同意或不同意" : "意见", "没有"));
            act.Post = post;
            (withdrawal.State, withdrawal.DecidedByName, withdrawal.DecidedAt, withdrawal.Opinion) =
                (approve ? WithdrawalState.Approved : WithdrawalState.Rejected, actor.PersonName, act.Now, decision.Opinion?.Trim());
            withdrawal.Version++;
            if (approve)
                await GiveAnewAsync(task, matter, withdrawal, directory, act, ct);
            act.Record(new LedgerFact(matter.Id, "decide-withdrawal", approve
                ? $"同意因规则变化撤回任务“{task.Title}”，按新规则重新派发" : $"不同意撤回任务“{task.Title}”：{withdrawal.Opinion}")
            {
                Detail = new Dictionary<string, object?> { ["taskId"] = task.Id.ToString("D"), ["reason"] = withdrawal.Reason, ["opinion"] = withdrawal.Opinion, ["proposedBy"] = withdrawal.ProposedByName },
            });
            return View(withdrawal);
        }, cancellation: cancellation);

    private async Task GiveAnewAsync(WorkTask task, Matter matter, TaskWithdrawal withdrawal, IDirectory directory, ActContext act, CancellationToken cancellation)
    {
        foreach (var open in await TaskRows.OpenAssignmentsAsync(act.Db, task.Id, cancellation))
        {
            open.State = AssignmentState.Closed;
            open.EndedAt = act.Now;
            open.HoldersAtEnd = await Holders.NamesAsync(open, directory, act.Now, cancellation);
            if (open.PostId is { } postId && await directory.FindPostAsync(postId, cancellation) is { } post)
            {
                var route = await new RouteTask(act.Db, directory, act.Now).ToPostAsync(open.Kind, post, cancellation);
                if (open.PersonId is { } person)
                    route = route with { Person = await directory.FindPersonAsync(person, cancellation) };
                act.Db.Add(route.Assign(task.Id, open.Position, act.Now));
            }
        }
        var old = (await DeadlineAsync(task, act, cancellation))!;
        old.Cancel(act.Now, $"因规则变化撤回：{withdrawal.Reason}");
        var renewed = Deadline.Start(matter.Id, old.RuleId, act.Now, rules.Now, matter.RegionCode, old.OwnerPostId);
        act.Db.Add(renewed);
        task.DeadlineId = renewed.Id;
        (task.DueDate, task.DueInstant, task.OverdueAt, task.Urgency, task.Paused) = (renewed.DueOn, renewed.DueAt, renewed.OverdueAt, renewed.OverdueAt, false);
        (task.ClaimedByPersonId, task.ClaimedByName, task.ClaimedAt, task.OpenedAt) = (null, null, null, null);
        task.Version++;
        act.Raise(Moved, matter.Id, new Dictionary<string, object?> { ["deadlineId"] = renewed.Id.ToString("D"), ["ruleId"] = renewed.RuleId, ["overdueAt"] = renewed.OverdueAt.ToString("O") });
    }

    private static Task<Deadline?> DeadlineAsync(WorkTask task, ActContext act, CancellationToken cancellation) =>
        act.Db.Set<Deadline>().FirstOrDefaultAsync(d => d.Id == task.DeadlineId, cancellation);

    private static Receipt View(TaskWithdrawal w) => new(w.Id, w.TaskId, w.State.ToString().ToUpperInvariant(), w.Reason, w.ProposedByName);

    public static void Map(IEndpointRouteBuilder tasks)
    {
        tasks.MapPost("/{id:guid}/withdraw-by-rule-change", async (Guid id, Request request, HttpContext http, IActorSource actors, WithdrawByRuleChange verb, CancellationToken cancellation) =>
                (await verb.ProposeAsync(id, request, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("withdraw-by-rule-change").WithSummary("申请因规则变化撤回").Produces<Receipt>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        tasks.MapPost("/withdrawals/{id:guid}/decide", async (Guid id, Decision decision, HttpContext http, IActorSource actors, WithdrawByRuleChange verb, CancellationToken cancellation) =>
                (await verb.DecideAsync(id, decision, await actors.CurrentAsync(http, cancellation), cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("decide-withdrawal").WithSummary("决定撤回申请").Produces<Receipt>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }
}
