using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

public class AssignTaskTests
{
    private static readonly string[] Passed = ["Passed"];

    private static FlowText One(params (string, object)[] inputs) => new FlowText("one", "Go")
        .Task("review", [("Title", "审查方案"), ("AssigneeKind", "POST_KIND"), ("PostKind", "CASE_OFFICER"), ("Outcomes", Passed), .. inputs]).Arrow("start", "Done", "review")
        .Task("after", ("Title", "下一步"), ("PostKind", "INSPECTOR"), ("Outcomes", Passed)).Arrow("review", "Passed", "after").Arrow("review", "Overdue", "after");

    private static async Task<InboxBench> RunningAsync(params (string, object)[] inputs)
    {
        var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(One(inputs), "one");
        await bench.RaiseAsync("Go", bench.Bureau.Li);
        return bench;
    }

    [Fact]
    public async Task A_task_goes_to_the_post_of_the_region_and_its_holder_is_told()
    {
        await using var bench = await RunningAsync(("Message", "请核对资金来源"));
        Assert.Equal(["审查方案"], await bench.MineAsync(bench.Bureau.Sun));
        Assert.Empty(await bench.MineAsync(bench.Bureau.Qian));
        var view = await bench.ViewAsync("审查方案", bench.Bureau.Sun);
        Assert.Equal(("特设科承办岗", "孙办", "安居物业", true, 5L, "NONE"), (view.PostName, view.PersonName, view.EnterpriseName, view.CanAct, view.Version, view.DueStatus));
        var notice = Assert.Single(await bench.NoticesAsync(bench.Bureau.Sun));
        Assert.Equal((NoticeKind.Remind, "新待办：审查方案", bench.MatterId), (notice.Kind, notice.Title, notice.MatterId!.Value));
        Assert.Contains("请核对资金来源", notice.Body);
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task A_unit_without_the_asked_post_answers_through_its_principal()
    {
        await using var bench = await RunningAsync(("AssigneeKind", "ENTERPRISE_POST"), ("PostKind", "SAFETY_OFFICER"));
        Assert.Equal(["审查方案"], await bench.MineAsync(bench.Bureau.Zheng));
    }

    [Fact]
    public async Task A_task_can_go_to_one_person()
    {
        await using var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(One(("AssigneeKind", "PERSON"), ("Person", bench.Bureau.Zhou.Id.ToString())), "one");
        await bench.RaiseAsync("Go");
        Assert.Equal(["审查方案"], await bench.MineAsync(bench.Bureau.Zhou));
        Assert.Empty(await bench.MineAsync(bench.Bureau.Li));
    }

    [Fact]
    public async Task The_same_person_does_the_next_task_of_his_kind()
    {
        await using var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(new FlowText("same", "Go")
            .Task("a", ("Title", "甲"), ("PostKind", "INSPECTOR"), ("Outcomes", Passed)).Arrow("start", "Done", "a")
            .Task("b", ("Title", "乙"), ("AssigneeKind", "SAME_PERSON"), ("PostKind", "INSPECTOR"), ("Outcomes", Passed)).Arrow("a", "Passed", "b"), "same");
        await bench.RaiseAsync("Go");
        Assert.Null((await bench.CompleteAsync("甲", bench.Bureau.Zhou, "Passed")).Rejection);
        Assert.Equal(["乙"], await bench.MineAsync(bench.Bureau.Zhou));
        Assert.Empty(await bench.MineAsync(bench.Bureau.Li));
    }

    [Fact]
    public async Task A_signal_completes_the_task_through_its_port_whoever_acted()
    {
        await using var bench = await RunningAsync(("Signals", new Dictionary<string, string> { ["PlanApproved"] = "Passed" }));
        await bench.RaiseAsync("PlanApproved", bench.Bureau.Qian);
        var task = await bench.TaskAsync("审查方案");
        Assert.Equal((WorkTaskState.Completed, "Passed", "PlanApproved", "钱科"), (task.State, task.Outcome, task.ClosedBy, task.CompletedByName));
        Assert.Equal(["下一步"], await bench.MineAsync(bench.Bureau.Li));
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task A_signal_about_something_else_of_the_matter_does_not_complete_it()
    {
        var mine = Guid.CreateVersion7();
        await using var bench = await RunningAsync(
            ("Signals", new Dictionary<string, string> { ["StepConfirmed"] = "Passed" }), ("Match", new Dictionary<string, string> { ["confirmationId"] = mine.ToString() }));
        await bench.RaiseAsync("StepConfirmed", bench.Bureau.Li, new { confirmationId = Guid.CreateVersion7() });
        Assert.True((await bench.TaskAsync("审查方案")).IsOpen);
        await bench.RaiseAsync("StepConfirmed", bench.Bureau.Li, new { confirmationId = mine });
        Assert.False((await bench.TaskAsync("审查方案")).IsOpen);
    }

    [Fact]
    public async Task Reminders_follow_the_ladder_of_the_policy_pack_by_working_days()
    {
        await using var bench = await InboxBench.OpenAsync();
        bench.Now = InboxBench.Time("2026-02-10 10:00");
        await bench.PublishAsync(One(("DeadlineRule", "reinspect")), "one");
        await bench.RaiseAsync("Go");
        Assert.Equal(new DateOnly(2026, 3, 2), (await bench.TaskAsync("审查方案")).DueDate);
        await bench.AdvanceAsync("2026-03-24 12:00");
        var told = (await bench.NoticesAsync(bench.Bureau.Sun)).Skip(1).Select(n => $"{n.CreatedAt.ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm} {n.Kind}");
        Assert.Equal(
            [
                "02-26 00:00 Remind", "02-28 00:00 Remind", "03-02 00:00 Due", "03-03 00:00 Overdue", "03-04 00:00 Overdue",
                "03-05 00:00 Overdue", "03-06 00:00 Overdue", "03-09 00:00 Overdue", "03-16 00:00 Overdue", "03-23 00:00 Overdue",
            ], told);
        var view = await bench.ViewAsync("审查方案", bench.Bureau.Sun);
        Assert.Equal(("OVERDUE", "已逾期 16 个工作日", true), (view.DueStatus, view.DueText, view.CanAct));
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task A_deadline_on_Friday_is_overdue_on_Saturday_at_midnight_and_reminded_again_on_Monday()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-13"));
        await bench.AdvanceAsync("2026-03-16 08:00");
        var told = (await bench.NoticesAsync(bench.Bureau.Sun)).Where(n => n.Kind == NoticeKind.Overdue).Select(n => ShanghaiTime.Text(n.CreatedAt));
        Assert.Equal(["2026-03-14 00:00", "2026-03-16 00:00"], told);
    }

    [Fact]
    public async Task An_overdue_task_stays_and_the_superior_is_told_once()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-03"), ("Escalate", "true"));
        await bench.AdvanceAsync("2026-03-06 08:00");
        Assert.True((await bench.TaskAsync("审查方案")).IsOpen);
        var escalated = Assert.Single(await bench.NoticesAsync(bench.Bureau.Qian));
        Assert.Equal((NoticeKind.Escalate, "2026-03-04 00:00"), (escalated.Kind, ShanghaiTime.Text(escalated.CreatedAt)));
        await using var db = bench.Database.CreateContext();
        Assert.Equal(DeadlineState.Overdue, (await db.Set<Deadline>().SingleAsync()).State);
    }

    [Fact]
    public async Task An_overdue_task_leaves_by_the_port_when_the_flow_says_so()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-03"), ("OnOverdue", "LEAVE"));
        await bench.AdvanceAsync("2026-03-03 23:59");
        Assert.True((await bench.TaskAsync("审查方案")).IsOpen);
        await bench.AdvanceAsync("2026-03-04 00:00");
        var task = await bench.TaskAsync("审查方案");
        Assert.Equal((WorkTaskState.Cancelled, "overdue"), (task.State, task.ClosedBy));
        Assert.Equal(["下一步"], await bench.MineAsync(bench.Bureau.Li));
        Assert.Empty(await bench.BrokenPromisesAsync());
        await bench.AdvanceAsync("2026-03-30 00:00");
        Assert.Single(await bench.NoticesAsync(bench.Bureau.Sun), n => n.Kind == NoticeKind.Overdue);
    }

    [Fact]
    public async Task E8_a_task_follows_its_post_and_history_keeps_who_held_it()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-20"));
        bench.Bureau.Leave(bench.Bureau.Sun, InboxBench.Time("2026-03-05 00:00"));
        await bench.AdvanceAsync("2026-03-05 09:00");
        Assert.Empty(await bench.MineAsync(bench.Bureau.Sun));
        Assert.Equal(["审查方案"], await bench.MineAsync(bench.Bureau.Qian)); // vacant: the superior may give it on
        var seen = await bench.ViewAsync("审查方案", bench.Bureau.Qian);
        Assert.Equal((false, true), (seen.CanAct, seen.CanTransfer));

        var he = bench.Bureau.Person("何新", bench.Bureau.Officer, bench.Now);
        Assert.Equal(["审查方案"], await bench.MineAsync(he));
        Assert.Empty(await bench.MineAsync(bench.Bureau.Qian));
        Assert.Null((await bench.CompleteAsync("审查方案", he, "Passed")).Rejection);
        var assignment = Assert.Single((await bench.ViewAsync("审查方案", he)).Assignments);
        Assert.Equal(("孙办", "何新", "DONE"), (assignment.HoldersAtStart, assignment.HoldersAtEnd, assignment.State));
    }

    [Fact]
    public async Task What_a_vacant_post_would_be_told_its_superior_is_told()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-05"));
        bench.Bureau.Leave(bench.Bureau.Sun, InboxBench.Time("2026-03-03 12:00"));
        await bench.AdvanceAsync("2026-03-05 09:00");
        var told = await bench.NoticesAsync(bench.Bureau.Qian);
        Assert.Equal([NoticeKind.Remind, NoticeKind.Due], told.Select(n => n.Kind));
        Assert.All(told, n => Assert.True(n.ForVacantPost));
    }

    [Fact]
    public async Task One_duty_has_one_deadline_the_matters_own_is_used_and_not_ended_by_the_task()
    {
        await using var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(One(("DeadlineRule", "planReview")), "one");
        await bench.DoAsync("start", Actor.System, act =>
        {
            act.Db.Add(Deadline.Start(bench.MatterId, "planReview", act.Now, bench.Get<DeadlineRules>().Now));
            act.Raise("Go", bench.MatterId);
        });
        await bench.CompleteAsync("审查方案", bench.Bureau.Sun, "Passed");
        await using var db = bench.Database.CreateContext();
        Assert.Equal(DeadlineState.Running, (await db.Set<Deadline>().SingleAsync()).State);
    }

    [Fact]
    public async Task A_completed_task_meets_its_deadline_and_a_cancelled_one_withdraws_it()
    {
        await using var bench = await RunningAsync(("DeadlineRule", "planReview"));
        await bench.CompleteAsync("审查方案", bench.Bureau.Sun, "Passed");
        await using (var db = bench.Database.CreateContext())
            Assert.Equal(DeadlineState.Met, (await db.Set<Deadline>().SingleAsync()).State);

        await bench.RaiseAsync("Go");
        var second = await bench.TaskAsync("审查方案");
        await bench.DoAsync("cancel", Actor.System, act => act.CancelFlow(second.InstanceId, Rejection.Conflict("test", "")));
        Assert.Equal((WorkTaskState.Cancelled, "flow"), ((await bench.TaskAsync("审查方案")).State, (await bench.TaskAsync("审查方案")).ClosedBy));
        await using (var db = bench.Database.CreateContext())
            Assert.Equal(DeadlineState.Cancelled, (await db.Set<Deadline>().OrderByDescending(d => d.Key).FirstAsync()).State);
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task An_extended_deadline_moves_the_reminders()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-10"));
        await bench.DoAsync("extend", Actor.System, async act =>
        {
            var deadline = await act.Db.Set<Deadline>().SingleAsync();
            Assert.Null(deadline.Extend(Extension.To(new DateOnly(2026, 3, 20), act.Now, act.Now, "延期决定"), bench.Get<DeadlineRules>().Now.Calendar));
            act.Raise("ExtensionGranted", bench.MatterId);
        });
        Assert.Equal(new DateOnly(2026, 3, 20), (await bench.TaskAsync("审查方案")).DueDate);
        await bench.AdvanceAsync("2026-03-16 23:00");
        Assert.Single(await bench.NoticesAsync(bench.Bureau.Sun)); // only the assignment itself
        await bench.AdvanceAsync("2026-03-17 00:00");
        Assert.Equal(2, (await bench.NoticesAsync(bench.Bureau.Sun)).Count);
    }

    [Fact]
    public async Task While_the_clock_is_stopped_nobody_is_reminded()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-10"));
        await bench.DoAsync("pause", Actor.System, async act =>
        {
            Assert.Null((await act.Db.Set<Deadline>().SingleAsync()).Pause(ClockStopReason.InspectionOrTesting, act.Now, "送检"));
            act.Raise("DeadlineMoved", bench.MatterId);
        });
        Assert.Equal(("PAUSED", "暂停计时"), ((await bench.ViewAsync("审查方案", bench.Bureau.Sun)).DueStatus, (await bench.ViewAsync("审查方案", bench.Bureau.Sun)).DueText));
        await bench.AdvanceAsync("2026-03-20 09:00");
        Assert.Single(await bench.NoticesAsync(bench.Bureau.Sun));
        await bench.DoAsync("resume", Actor.System, async act =>
        {
            Assert.Null((await act.Db.Set<Deadline>().SingleAsync()).Resume(act.Now, bench.Get<DeadlineRules>().Now.Calendar));
            act.Raise("DeadlineMoved", bench.MatterId);
        });
        await bench.AdvanceAsync("2026-04-10 09:00");
        Assert.Contains(await bench.NoticesAsync(bench.Bureau.Sun), n => n.Kind == NoticeKind.Overdue);
    }

    [Fact]
    public async Task A_post_that_does_not_exist_is_an_incident_that_a_retry_heals()
    {
        await using var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(One(("PostKind", "ASSISTANT_SUPERVISOR")), "one");
        await bench.RaiseAsync("Go");
        await using var db = bench.Database.CreateContext();
        Assert.Empty(await db.Set<WorkTask>().ToListAsync());
        var incident = await db.Set<FlowIncident>().SingleAsync();
        Assert.Contains("没有“协管员”岗位", incident.Message);

        bench.Bureau.AddPost("协管岗", PostKinds.AssistantSupervisor);
        await bench.DoAsync("retry", Actor.System, act => act.RetryIncident(incident.InstanceId, incident.Id, Rejection.Conflict("test", "")));
        Assert.Equal("审查方案", (await bench.TaskAsync("审查方案")).Title);
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task Everything_that_happens_to_a_task_is_in_the_ledger()
    {
        await using var bench = await RunningAsync(("DueDate", "2026-03-03"));
        await bench.AdvanceAsync("2026-03-03 09:00");
        await bench.CompleteAsync("审查方案", bench.Bureau.Sun, "Passed");
        await using var db = bench.Database.CreateContext();
        var acts = await db.Set<LedgerEntry>().Where(e => e.MatterId == bench.MatterId).OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync();
        Assert.Equal(["report-hazard", "assign-task", "send-notice", "send-notice", "submit-task", "complete-task", "assign-task", "send-notice"], acts);
        Assert.True((await VerifyLedger.RunAsync(db, bench.MatterId, default)).IsIntact);
    }
}
