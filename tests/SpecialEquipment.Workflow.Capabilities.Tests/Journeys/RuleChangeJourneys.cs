using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>
/// DOMAIN E10: a pack version applies by event date; tasks already opened stay, are marked, and may be withdrawn with a reason and an approver; timers
/// that have not fired are recomputed.
/// </summary>
public sealed class RuleChangeJourneys
{
    private static PolicyPackDraft.RuleForm Grade(int amount, string from, string? region = null) =>
        new("grade", null, amount, "WORKING_DAY", null, null, "县政府文件", null, "P", region, from, null);

    [Fact]
    public async Task A_new_pack_leaves_given_tasks_alone_marks_them_and_holds_for_new_ones()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var before = await county.DeadlineAsync(id, "grade");
        await ChangeAsync(county, new(null, "gaoping-v2", [Grade(8, "2026-01-01", "140581")], "缩短研判，延长分级"));
        var after = await county.DeadlineAsync(id, "grade");
        Assert.Equal((before.DueOn, before.Amount, true), (after.DueOn, after.Amount, after.RuleChanged));
        Assert.True((await TaskAsync(county, id)).RuleChanged);
        var second = await county.RegisteredAsync();
        var fresh = await county.DeadlineAsync(second, "grade");
        Assert.Equal((8, "gaoping-v2", false), (fresh.Amount, fresh.PolicyPackVersion, fresh.RuleChanged));
        Assert.Contains(await county.LedgerAsync(id), e => e.Act == "apply-policy-pack");
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_pack_for_later_events_changes_nothing_today_and_another_region_never()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        await ChangeAsync(county, new(null, "v2", [Grade(8, "2026-06-01"), Grade(1, "2026-01-01", "320507")], "自六月起"));
        Assert.False((await county.DeadlineAsync(id, "grade")).RuleChanged);
        Assert.Equal(3, (await county.DeadlineAsync(await county.RegisteredAsync(), "grade")).Amount);
        var policy = county.Services.GetRequiredService<DeadlineRules>().Now.Policy;
        Assert.Equal((3, 8, 1), (policy.Rule("grade", County.Day("2026-05-31")).Amount, policy.Rule("grade", County.Day("2026-06-01")).Amount, policy.Rule("grade", County.Day("2026-05-31"), "320507").Amount));
    }

    [Fact]
    public async Task A_timer_nobody_was_asked_for_yet_takes_the_rule_of_its_events_day()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        await county.ActAsync<bool>("admin1", async (act, stop) =>
        {
            act.StartDeadline(await act.Db.Set<Matter>().SingleAsync(m => m.Id == id, stop), "lookBackClose", act.Now, act.Services.GetRequiredService<DeadlineRules>().Now);
            return true;
        });
        await ChangeAsync(county, new(null, "v2", [new("lookBackClose", null, 60, "CALENDAR_DAY", null, null, "文件", null, "P", null, "2026-01-01", null)], "回头看提前"));
        var timer = await county.DeadlineAsync(id, "lookBackClose");
        Assert.Equal((60, County.Day("2026-05-01"), false), (timer.Amount, timer.DueOn, timer.RuleChanged));
    }

    [Fact]
    public async Task A_marked_task_is_withdrawn_by_an_approver_and_given_anew_under_the_new_rule()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var task = Assert.Single(await county.OpenTasksAsync(id));
        var verb = new WithdrawByRuleChange(county.Services.GetRequiredService<IActRing>(), county.Services.GetRequiredService<DeadlineRules>(), county.Services.GetRequiredService<INotices>());
        async Task<Result<WithdrawByRuleChange.Receipt>> AskAsync(string who, string? reason = "按新规则办理") =>
            await verb.ProposeAsync(task.Id, new(reason, (await TaskAsync(county, id)).Version), await county.ActorAsync(who), default);
        Assert.Equal("tasks.rule-unchanged", (await AskAsync("officer1")).Rejection!.Code);
        await county.UntilAsync("2026-03-03 09:00");
        await ChangeAsync(county, new(null, "v2", [Grade(8, "2026-01-01")], "延长分级"));
        Assert.Equal("tasks.withdraw-form", (await AskAsync("officer1", " ")).Rejection!.Code);
        Assert.Equal("tasks.not-yours", (await AskAsync("inspector1")).Rejection!.Code);
        var asked = (await AskAsync("officer1")).Value;
        Assert.Equal("tasks.withdrawal-waits", (await AskAsync("officer1")).Rejection!.Code);
        async Task<Result<WithdrawByRuleChange.Receipt>> DecideAsync(string who, bool? approve, string? opinion = null) =>
            await verb.DecideAsync(asked.Id, new(approve, opinion), await county.ActorAsync(who), default);
        Assert.Equal("tasks.withdrawal-approver", (await DecideAsync("officer1", true)).Rejection!.Code);
        Assert.Equal("tasks.withdrawal-decision", (await DecideAsync("approver1", false)).Rejection!.Code);
        Assert.Equal("APPROVED", (await DecideAsync("approver1", true)).Value.State);
        Assert.Equal("tasks.withdrawal-decided", (await DecideAsync("approver1", true)).Rejection!.Code);

        var deadlines = (await county.DeadlinesAsync(id)).Where(d => d.RuleId == "grade").ToList();
        Assert.Equal([DeadlineState.Cancelled, DeadlineState.Running], deadlines.Select(d => d.State));
        Assert.Equal((8, County.Day("2026-03-13")), (deadlines[1].Amount, deadlines[1].DueOn));
        var view = await TaskAsync(county, id);
        Assert.Equal((County.Day("2026-03-13"), false), (view.DueDate, view.RuleChanged));
        Assert.Equal(["CLOSED", "OPEN"], view.Assignments.Select(a => a.State));
        await county.UntilAsync("2026-03-12 09:00"); // the old date has passed: nobody is overdue by it
        Assert.Equal("WITHIN_3", (await TaskAsync(county, id)).DueStatus);
        await county.DoAsync("officer1", id, "grade", new { grade = "GENERAL" });
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_pack_takes_two_persons_and_an_unsound_one_is_refused()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        Task<Result<ChangePolicyPack.Proposal>> ProposeAsync(PolicyPackDraft.Form form, string who = "admin1") => county.ActAsync(who, (act, stop) => ChangePolicyPack.ProposeAsync(form, act, stop));
        var sound = new PolicyPackDraft.Form(null, "v2", [Grade(8, "2026-01-01")], "延长分级");
        Assert.Equal("calendar.not-administrator", (await ProposeAsync(sound, "officer1")).Rejection!.Code);
        Assert.Equal("calendar.pack-without-reason", (await ProposeAsync(sound with { Reason = null })).Rejection!.Code);
        Assert.Equal("calendar.pack-known", (await ProposeAsync(sound with { Version = "default-v1" })).Rejection!.Code);
        Assert.Equal("calendar.pack-unchanged", (await ProposeAsync(sound with { Rules = [] })).Rejection!.Code);
        Assert.Equal("calendar.pack-region", (await ProposeAsync(sound with { Rules = [Grade(8, "2026-01-01", "999999")] })).Rejection!.Code);
        Assert.Equal("calendar.pack-unreadable", (await ProposeAsync(sound with { Rules = [Grade(8, "一月")] })).Rejection!.Code);
        Assert.Equal("calendar.pack-unreadable", (await ProposeAsync(sound with { Rules = [Grade(8, "2026-01-01") with { Id = "nothing" }] })).Rejection!.Code);
        Assert.Equal("calendar.pack-unsound", (await ProposeAsync(sound with { Rules = [Grade(8, "2026-01-01") with { Source = "", Mark = "X" }] })).Rejection!.Code);
        Assert.Equal("calendar.pack-unreadable", (await ProposeAsync(sound with { Pack = JsonSerializer.SerializeToElement(new { version = "v9", rules = 7 }) })).Rejection!.Code);
        Assert.Equal("calendar.pack-unsound", (await ProposeAsync(sound with { Pack = JsonSerializer.SerializeToElement(new { version = "v9", rules = Array.Empty<int>(), parameters = Array.Empty<int>() }) })).Rejection!.Code);

        var proposal = (await ProposeAsync(sound)).Value;
        Assert.Contains("分级", Assert.Single(proposal.Changes, c => c.StartsWith("新增", StringComparison.Ordinal)));
        Task<Result<ChangePolicyPack.Proposal>> DecideAsync(string who, bool approve, string? opinion = null) =>
            county.ActAsync(who, (act, stop) => ChangePolicyPack.DecideAsync(proposal.Id, new(opinion), approve, act, stop));
        Assert.Equal("calendar.same-person", (await DecideAsync("admin1", true)).Rejection!.Code);
        Assert.Equal("calendar.not-approver", (await DecideAsync("officer1", true)).Rejection!.Code);
        Assert.Equal("calendar.rejection-without-opinion", (await DecideAsync("approver1", false)).Rejection!.Code);
        Assert.Equal("REJECTED", (await DecideAsync("approver1", false, "依据不足")).Value.State);
        Assert.Equal("calendar.proposal-decided", (await DecideAsync("approver1", true)).Rejection!.Code);

        var (first, other) = ((await ProposeAsync(sound)).Value, (await ProposeAsync(sound with { Version = "v3" })).Value);
        await county.ActAsync("approver1", (act, stop) => ChangePolicyPack.DecideAsync(first.Id, new(null), true, act, stop));
        Assert.Equal("calendar.proposal-outdated", (await county.ActAsync("approver1", (act, stop) => ChangePolicyPack.DecideAsync(other.Id, new(null), true, act, stop))).Rejection!.Code);
    }

    /// <summary>DOMAIN §5: what loading a year would move is seen before it is loaded, and nothing has moved.</summary>
    [Fact]
    public async Task A_year_is_previewed_without_loading_it()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var before = await county.DeadlineAsync(id, "grade");
        var year = await county.ReadAsync((_, db) => db.Set<CalendarEdition>().AsNoTracking().Where(e => e.Year == 2026).OrderByDescending(e => e.Key).FirstAsync());
        var form = new YearForm("更正", [.. year.Holidays.Select(h => new SpanForm(h.Name, ShanghaiTime.Text(h.From), ShanghaiTime.Text(h.To))), new SpanForm("临时放假", "2026-03-04", "2026-03-04")],
            [.. year.Off.Append(County.Day("2026-03-04")).Order().Select(ShanghaiTime.Text)], [.. year.MakeUpWork.Select(ShanghaiTime.Text)]);
        var preview = (await county.ReadAsync((_, db) => PreviewCalendarYear.DoAsync(2026, form, db, county.Now, default))).Value;
        var move = Assert.Single(preview.Shown, m => m.MatterId == id);
        Assert.Equal(before.DueAt.AddDays(1), move.NewDueAt);
        Assert.Empty(preview.PastDays);
        Assert.Contains(preview.ChangedDays, d => d.StartsWith("2026-03-04", StringComparison.Ordinal));
        Assert.Equal((preview.WorkingDaysNow - 1, true), (preview.WorkingDays, preview.Moves >= 1));
        Assert.Equal(before.DueAt, (await county.DeadlineAsync(id, "grade")).DueAt);
        Assert.Equal("calendar.year-unsound", (await county.ReadAsync((_, db) => PreviewCalendarYear.DoAsync(2026, form with { Notice = null }, db, county.Now, default))).Rejection!.Code);
    }

    /// <summary>E20: a deadline can be changed only by the flow's own command, never by editing.</summary>
    [Fact]
    public void No_property_of_a_deadline_can_be_set_from_outside() =>
        Assert.All(typeof(Deadline).GetProperties().Where(p => p.SetMethod is not null), p => Assert.True(p.SetMethod!.IsPrivate, p.Name));

    private static async Task ChangeAsync(County county, PolicyPackDraft.Form form)
    {
        var proposed = await county.ActAsync("admin1", (act, stop) => ChangePolicyPack.ProposeAsync(form, act, stop));
        Assert.False(proposed.IsRejected, proposed.Rejection?.Detail + string.Join("；", proposed.Rejection?.Errors.Select(e => $"{e.Field} {e.Expected} {e.Actual}") ?? []));
        var approved = await county.ActAsync("approver1", (act, stop) => ChangePolicyPack.DecideAsync(proposed.Value.Id, new("同意"), true, act, stop));
        Assert.False(approved.IsRejected, approved.Rejection?.Detail);
        await county.Services.GetRequiredService<FollowCalendar>().FollowAsync(default);
    }

    private static async Task<TaskView> TaskAsync(County county, Guid matter)
    {
        var actor = await county.ActorAsync("officer1");
        return (await county.ReadAsync((services, db) => new FindTasks(services.GetRequiredService<DeadlineRules>())
            .OfMatterAsync(matter, actor, db, services.GetRequiredService<IDirectory>(), county.Now, default))).First(t => t.State == "OPEN");
    }
}
