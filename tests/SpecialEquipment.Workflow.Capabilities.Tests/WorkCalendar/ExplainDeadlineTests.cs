using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Tests.WorkCalendars;

public class ExplainDeadlineTests
{
    private static readonly Actor Reader = CalendarHost.Person("审计员", Roles.Auditor);

    [Fact]
    public async Task A_stored_deadline_is_told_from_the_calendar_it_rests_on()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        await host.StartDeadlinesAsync(1, "grade", "2026-12-18 10:00");
        await LoadCalendarYearTests.LoadAsync(host, new YearForm("通知", [], ["2027-01-01"], []));
        await host.Follow.FollowAsync(default);
        var view = (await ExplainAsync(host, maySee: true)).Value;
        Assert.Equal(("cn-2026-08-07", "RUNNING", new DateOnly(2026, 12, 23)), (view.CalendarVersion, view.State, view.DueOn!.Value));
        Assert.Equal(["事件当日不计", "周末", "周末", "工作日", "工作日", "工作日，届满"], view.Explanation.Select(l => l.Reason));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_matter_is_told_that_there_is_no_such_deadline()
    {
        await using var host = await CalendarHost.StartedAsync("2026-12-21 09:00");
        await host.StartDeadlinesAsync(1, "grade", "2026-12-18 10:00");
        Assert.Equal(("deadlines.not-found", 404), ((await ExplainAsync(host, maySee: false)).Rejection!.Code, (await ExplainAsync(host, maySee: false)).Rejection!.Status));
    }

    private static async Task<Result<ExplainDeadline.View>> ExplainAsync(CalendarHost host, bool maySee)
    {
        var id = (await host.DeadlinesAsync())[0].Id;
        await using var db = host.Read();
        return await ExplainDeadline.ExplainAsync(id, Reader, db, new FixedAccess(maySee), host.Rules.Now, host.Clock.Now, default);
    }

    private sealed class FixedAccess(bool maySee) : IMatterAccess
    {
        public Task<bool> MaySeeAsync(Guid matterId, Actor actor, WorkflowDbContext db, CancellationToken cancellation) => Task.FromResult(maySee);

        public Task<bool> HandlesAsync(Guid matterId, IReadOnlyList<string> postKinds, Actor actor, WorkflowDbContext db, CancellationToken cancellation) => Task.FromResult(maySee);
    }
}
