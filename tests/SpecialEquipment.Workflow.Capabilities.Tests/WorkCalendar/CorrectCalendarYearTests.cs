using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;

namespace SpecialEquipment.Workflow.Capabilities.Tests.WorkCalendars;

public class CorrectCalendarYearTests
{
    private static readonly Actor Admin = CalendarHost.Person("管理员甲", Roles.Administrator);
    private static readonly Actor Approver = CalendarHost.Person("审批人乙", Roles.Approver);
    private static readonly CalendarYear Year = ShippedData.Calendar().Year(2026)!;

    [Fact]
    public async Task A_day_already_past_cannot_be_changed_by_loading()
    {
        await using var host = await CalendarHost.StartedAsync("2026-11-22 09:00");
        var refused = await LoadCalendarYearTests.LoadAsync(host, Without("2026-02-14"), 2026);
        Assert.Equal(("calendar.past-days", 409), (refused.Rejection!.Code, refused.Rejection.Status));
        Assert.Contains("2026-02-14（调休上班→周末）", refused.Rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_still_to_come_can_be_changed_and_every_open_deadline_is_asked_again()
    {
        await using var host = await CalendarHost.StartedAsync("2026-09-01 09:00");
        await host.StartDeadlinesAsync(1, "transferDecide", "2026-09-21 10:00"); // seven working days: 2026-10-08
        Assert.False((await LoadCalendarYearTests.LoadAsync(host, With(off: "2026-10-08"), 2026)).IsRejected);
        await host.Follow.FollowAsync(default);
        Assert.Equal((new DateOnly(2026, 10, 9), "cn-2026.2"), ((await host.DeadlinesAsync())[0].DueOn!.Value, (await host.DeadlinesAsync())[0].CalendarVersion));
    }

    [Fact]
    public async Task A_correction_takes_two_persons()
    {
        await using var host = await CalendarHost.StartedAsync("2026-02-26 09:00");
        await host.StartDeadlinesAsync(1, "reinspect", "2026-02-10 10:00");
        var proposal = await host.ActAsync(Admin, (act, ct) => CorrectCalendarYear.ProposeAsync(2026, Without("2026-02-14") with { Reason = "通知更正" }, act, ct));
        Assert.Equal("PROPOSED", proposal.Value.State);
        await host.Follow.FollowAsync(default);
        Assert.Equal(new DateOnly(2026, 3, 2), (await host.DeadlinesAsync())[0].DueOn); // nothing takes effect before the second person

        var decision = new CorrectCalendarYear.Decision("同意");
        var self = await host.ActAsync(Admin, (act, ct) => CorrectCalendarYear.ApproveAsync(proposal.Value.Id, decision, act, ct));
        Assert.Equal("calendar.same-person", self.Rejection!.Code);
        var officer = await host.ActAsync(CalendarHost.Person("办案人员", Roles.CaseOfficer), (act, ct) => CorrectCalendarYear.ApproveAsync(proposal.Value.Id, decision, act, ct));
        Assert.Equal("calendar.not-approver", officer.Rejection!.Code);

        Assert.False((await host.ActAsync(Approver, (act, ct) => CorrectCalendarYear.ApproveAsync(proposal.Value.Id, decision, act, ct))).IsRejected);
        await host.Follow.FollowAsync(default);
        Assert.Equal(new DateOnly(2026, 3, 3), (await host.DeadlinesAsync())[0].DueOn);
        Assert.Equal(proposal.Value.Id, (await host.NewestEditionAsync()).CorrectionId);
        var again = await host.ActAsync(Approver, (act, ct) => CorrectCalendarYear.ApproveAsync(proposal.Value.Id, decision, act, ct));
        Assert.Equal("calendar.correction-decided", again.Rejection!.Code);
    }

    [Fact]
    public async Task A_rejected_correction_changes_nothing()
    {
        await using var host = await CalendarHost.StartedAsync("2026-02-26 09:00");
        var proposal = await host.ActAsync(Admin, (act, ct) => CorrectCalendarYear.ProposeAsync(2026, Without("2026-02-14") with { Reason = "通知更正" }, act, ct));
        var silent = await host.ActAsync(Approver, (act, ct) => CorrectCalendarYear.RejectAsync(proposal.Value.Id, new(null), act, ct));
        Assert.Equal("calendar.rejection-without-opinion", silent.Rejection!.Code);
        Assert.False((await host.ActAsync(Approver, (act, ct) => CorrectCalendarYear.RejectAsync(proposal.Value.Id, new("依据不足"), act, ct))).IsRejected);
        Assert.Equal("cn-2026-08-07", (await host.NewestEditionAsync()).Version);
        await using var db = host.Read();
        var rejected = await db.Set<CalendarCorrection>().SingleAsync();
        Assert.Equal((CorrectionState.Rejected, "依据不足"), (rejected.State, rejected.Opinion));
    }

    [Fact]
    public async Task A_correction_needs_a_reason_and_something_past_to_correct()
    {
        await using var host = await CalendarHost.StartedAsync("2026-02-26 09:00");
        var silent = await host.ActAsync(Admin, (act, ct) => CorrectCalendarYear.ProposeAsync(2026, Without("2026-02-14"), act, ct));
        Assert.Equal("calendar.correction-without-reason", silent.Rejection!.Code);
        var future = await host.ActAsync(Admin, (act, ct) => CorrectCalendarYear.ProposeAsync(2026, Without("2026-10-10") with { Reason = "更正" }, act, ct));
        Assert.Equal("calendar.nothing-past-changes", future.Rejection!.Code);
    }

    private static YearForm Without(string makeUpDay) => With(makeUp: Year.MakeUpWork.Select(ShanghaiTime.Text).Where(d => d != makeUpDay));

    private static YearForm With(string? off = null, IEnumerable<string>? makeUp = null) => new(
        "更正通知", [], [.. Year.Off.Select(ShanghaiTime.Text), .. off is null ? Array.Empty<string>() : [off]], [.. makeUp ?? Year.MakeUpWork.Select(ShanghaiTime.Text)]);
}
