using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;

namespace SpecialEquipment.Workflow.Capabilities.Tests.WorkCalendars;

public class LoadCalendarYearTests
{
    private static readonly Actor Admin = CalendarHost.Person("管理员甲", Roles.Administrator);

    [Fact]
    public async Task The_first_start_loads_the_shipped_data_and_the_second_adds_nothing()
    {
        await using var host = await CalendarHost.StartedAsync("2026-11-22 09:00");
        await host.StartAgainAsync();
        await using var db = host.Read();
        Assert.Equal([2024, 2025, 2026], await db.Set<CalendarEdition>().OrderBy(e => e.Key).Select(e => e.Year).ToListAsync());
        Assert.Equal(ShippedData.Policy().Rules.Count, await db.Set<StoredPolicyRule>().CountAsync());
        Assert.Equal(ShippedData.Policy().Parameters.Count, await db.Set<StoredPolicyParameter>().CountAsync());
    }

    /// <summary>E10: what the county changed stays as it is; only what its pack does not know at all is added.</summary>
    [Fact]
    public async Task An_upgrade_adds_the_rules_a_stored_pack_does_not_know_and_touches_no_other()
    {
        await using var host = await CalendarHost.StartedAsync("2026-11-22 09:00");
        await using (var db = host.Read())
        {
            await db.Set<StoredPolicyRule>().Where(r => r.RuleId == "instructionServe").ExecuteDeleteAsync();
            await db.Set<StoredPolicyParameter>().Where(p => p.ParameterId == "duplicateSimilarity").ExecuteDeleteAsync();
            await db.Set<StoredPolicyRule>().Where(r => r.RuleId == "triage").ExecuteUpdateAsync(u => u.SetProperty(r => r.Amount, 1));
        }
        await host.StartAgainAsync();
        await using var after = host.Read();
        var policy = (await CalendarBook.PolicyAsync(after, default))!;
        Assert.Equal(ShippedData.Policy().Version, policy.Version);
        Assert.Contains(policy.Rules, r => r.Id == "instructionServe");
        Assert.Contains(policy.Parameters, p => p.Id == "duplicateSimilarity");
        Assert.Equal(1, policy.Rules.Single(r => r.Id == "triage").Amount);
        Assert.Single(await after.Set<LedgerEntry>().Where(e => e.Act == "complete-policy-pack").ToListAsync());
    }

    [Fact]
    public async Task What_is_read_back_from_the_rows_says_the_same_as_the_shipped_data()
    {
        await using var host = await CalendarHost.StartedAsync("2026-11-22 09:00");
        await using var db = host.Read();
        var calendar = (await CalendarBook.CalendarAsync(db, default))!;
        var policy = (await CalendarBook.PolicyAsync(db, default))!;
        var shipped = ShippedData.Calendar();
        for (var day = new DateOnly(2023, 12, 1); day < new DateOnly(2028, 1, 1); day = day.AddDays(1))
        {
            Assert.Equal(shipped.Day(day), calendar.Day(day));
        }

        Assert.Equal(shipped.Version, calendar.Version);
        Assert.Equal(ShippedData.Policy().Rules, policy.Rules);
        Assert.Equal(ShippedData.Policy().Parameters, policy.Parameters);
    }

    [Fact]
    public async Task Loading_a_year_recomputes_what_was_provisional_in_small_commits_and_tells_the_owners()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        var owner = Guid.CreateVersion7();
        await host.StartDeadlinesAsync(450, "reinspect", "2026-12-18 10:00", owner);
        await host.StartDeadlinesAsync(3, "reinspect", "2026-12-01 10:00", owner);

        var receipt = await LoadAsync(host, Form2027(["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"]));
        Assert.Equal((2027, 1, 450), (receipt.Value.Year, receipt.Value.Revision, receipt.Value.ToRecompute));
        host.Commits.Acts.Clear();
        await host.Follow.FollowAsync(default);

        var batches = host.Commits.Acts.Where(a => a.Name == "calendar/recompute-deadlines").ToList();
        Assert.Equal([200, 200, 50, 0], batches.Select(b => b.Facts.Count));
        Assert.Equal("工作日历更新，“整改复查”届满日由 2027-01-04 变为 2027-01-05", batches[0].Facts[0].Summary);
        var deadlines = await host.DeadlinesAsync();
        Assert.All(deadlines.Take(450), d => Assert.Equal((new DateOnly(2027, 1, 5), false, "cn-2027.1"), (d.DueOn!.Value, d.Provisional, d.CalendarVersion)));
        Assert.All(deadlines.Skip(450), d => Assert.Equal(("cn-2026-08-07", 1L), (d.CalendarVersion, d.Version)));
        Assert.Equal(450, host.Notices.Sent.Count);
        Assert.All(host.Notices.Sent, n => Assert.Equal(owner, Assert.Single(n.To).PostId));
        var edition = await host.NewestEditionAsync();
        Assert.Equal((450, 450), (edition.Checked, edition.Moved));
        Assert.NotNull(edition.RecomputedAt);
    }

    [Fact]
    public async Task The_ledger_of_the_matter_and_of_the_calendar_both_tell_it()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        await host.StartDeadlinesAsync(1, "reinspect", "2026-12-18 10:00");
        await LoadAsync(host, Form2027(["2027-01-01", "2027-01-04"]));
        await host.Follow.FollowAsync(default);
        await using var db = host.Read();
        var matter = (await host.DeadlinesAsync())[0].MatterId;
        Assert.Equal("recompute-deadline", (await db.Set<LedgerEntry>().SingleAsync(e => e.MatterId == matter)).Act);
        Assert.Equal("载入 2027 年放假安排（第 1 版）", (await db.Set<LedgerEntry>().OrderByDescending(e => e.Key).FirstAsync(e => e.MatterId == CalendarLedger.Id)).Summary);
        Assert.True((await VerifyLedger.RunAsync(db, CalendarLedger.Id, default)).IsIntact);
    }

    [Fact]
    public async Task Working_it_off_twice_or_after_a_stop_in_the_middle_changes_nothing_twice()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        await host.StartDeadlinesAsync(250, "reinspect", "2026-12-18 10:00", Guid.CreateVersion7());
        await LoadAsync(host, Form2027(["2027-01-01", "2027-01-04"]));
        await using (var db = host.Read())
        {
            var calendar = (await CalendarBook.CalendarAsync(db, default))!;
            var key = (await host.NewestEditionAsync()).Key;
            await host.ActAsync(Actor.System, (act, ct) => RecomputeDeadlines.BatchAsync(key, calendar, false, act, ct)); // then the node dies
        }

        await host.Follow.FollowAsync(default);
        await host.Follow.FollowAsync(default);
        Assert.Equal(250, host.Notices.Sent.Count);
        Assert.Equal((250, 250), ((await host.NewestEditionAsync()).Checked, (await host.NewestEditionAsync()).Moved));
    }

    [Fact]
    public async Task A_deadline_that_another_node_started_on_the_old_calendar_is_found_at_the_next_look()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        var old = host.Rules.Now;
        await LoadAsync(host, Form2027(["2027-01-01", "2027-01-04"]));
        await host.Follow.FollowAsync(default);
        await host.StartDeadlinesAsync(1, "reinspect", "2026-12-18 10:00", rules: old);
        await host.Follow.FollowAsync(default);
        Assert.Equal(new DateOnly(2027, 1, 5), (await host.DeadlinesAsync())[0].DueOn);
    }

    [Fact]
    public async Task E15_a_date_that_turns_out_to_have_passed_becomes_the_next_working_day()
    {
        await using var host = await CalendarHost.StartedAsync("2027-01-03 10:00");
        await host.StartDeadlinesAsync(1, "reinspect", "2026-12-18 10:00", Guid.CreateVersion7());
        await LoadAsync(host, Form2027(["2027-01-01"], ["2027-01-02"]));
        await host.Follow.FollowAsync(default);
        var deadline = (await host.DeadlinesAsync())[0];
        Assert.Equal((new DateOnly(2027, 1, 4), DeadlineState.Running, false), (deadline.DueOn!.Value, deadline.State, deadline.Provisional));
        Assert.EndsWith("（推算日期已过，顺延至下一工作日，不计逾期）。", Assert.Single(host.Notices.Sent).Body);
    }

    [Fact]
    public async Task A_stored_deadline_comes_back_with_its_pauses_and_extensions()
    {
        await using var host = await CalendarHost.StartedAsync("2026-03-02 09:00");
        var rules = host.Rules.Now;
        var deadline = Deadline.Start(Guid.CreateVersion7(), "seizure", CalendarHost.At("2026-03-02 09:00"), rules, "140581", Guid.CreateVersion7());
        deadline.Pause(ClockStopReason.InspectionOrTesting, CalendarHost.At("2026-03-10 09:00"), "委托检验〔2026〕3号");
        deadline.Resume(CalendarHost.At("2026-03-15 09:00"), rules.Calendar);
        var more = rules.Policy.Rule("seizureExtension", CalendarHost.At("2026-04-01 09:00")).Limit;
        deadline.Extend(Extension.By(more, CalendarHost.At("2026-04-01 09:00"), CalendarHost.At("2026-04-02 09:00"), "负责人批准"), rules.Calendar);
        await host.ActAsync<int>(Actor.System, (act, _) =>
        {
            act.Db.Add(deadline);
            return Task.FromResult<Result<int>>(1);
        });

        var read = Assert.Single(await host.DeadlinesAsync());
        Assert.Equal(deadline.Stops, read.Stops);
        Assert.Equal(deadline.Changes, read.Changes);
        Assert.Equal((deadline.DueAt, deadline.OverdueAt, deadline.DueOn, deadline.Version), (read.DueAt, read.OverdueAt, read.DueOn, read.Version));
        var asOf = CalendarHost.At("2026-04-03 09:00");
        Assert.Equal(deadline.Explain(rules.Calendar, asOf), read.Explain(rules.Calendar, asOf));

        await host.ActAsync<int>(Actor.System, async (act, ct) =>
        {
            (await act.Db.Set<Deadline>().SingleAsync(ct)).Pause(ClockStopReason.Hearing, CalendarHost.At("2026-04-05 09:00"), "听证通知");
            return 1;
        });
        Assert.Equal(2, Assert.Single(await host.DeadlinesAsync()).Stops.Count);
    }

    [Fact]
    public async Task Only_an_administrator_loads_a_year()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        var refused = await host.ActAsync(CalendarHost.Person("办案人员", Roles.CaseOfficer), (act, ct) => LoadCalendarYear.DoAsync(2027, Form2027(["2027-01-01"]), act, ct));
        Assert.Equal(("calendar.not-administrator", 403), (refused.Rejection!.Code, refused.Rejection.Status));
    }

    [Fact]
    public async Task An_unsound_year_is_refused_with_everything_that_is_wrong()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        var unreadable = await LoadAsync(host, new YearForm(null, [new SpanForm("", "2027-13-01", "2027-01-03")], null, ["2027/01/09"]));
        Assert.Equal(["notice", "holidays[0].name", "holidays[0].from", "makeUpWork[0]"], unreadable.Rejection!.Errors.Select(e => e.Field));
        var contradictory = await LoadAsync(host, new YearForm("通知", [new SpanForm("元旦", "2027-01-01", "2027-01-03")], null, ["2027-01-03", "2027-01-05", "2026-01-10"]));
        Assert.Equal(
            ["2026-01-10 不属于 2027 年", "2027-01-03 既列为放假又列为调休上班", "调休上班日应为周六或周日，2027-01-05 为周二"],
            contradictory.Rejection!.Errors.Select(e => e.Actual));
        Assert.Equal("cn-2026-08-07", (await host.NewestEditionAsync()).Version);
    }

    [Fact]
    public async Task Recomputation_can_be_stopped_by_hand_but_only_while_it_runs()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        await host.StartDeadlinesAsync(5, "reinspect", "2026-12-18 10:00");
        await LoadAsync(host, Form2027(["2027-01-01", "2027-01-04"]));
        var key = (await host.NewestEditionAsync()).Key;
        Assert.False((await host.ActAsync(Admin, (act, ct) => ReadCalendar.CancelAsync(key, act, ct))).IsRejected);
        await host.Follow.FollowAsync(default);
        Assert.All(await host.DeadlinesAsync(), d => Assert.True(d.Provisional));
        Assert.Equal("calendar.recomputation-over", (await host.ActAsync(Admin, (act, ct) => ReadCalendar.CancelAsync(key, act, ct))).Rejection!.Code);
    }

    internal static Task<Result<LoadCalendarYear.Receipt>> LoadAsync(CalendarHost host, YearForm form, int year = 2027) =>
        host.ActAsync(Admin, (act, ct) => LoadCalendarYear.DoAsync(year, form, act, ct));

    private static YearForm Form2027(string[] off, string[]? makeUp = null) => new("测试用放假安排", [], off, makeUp ?? []);
}
