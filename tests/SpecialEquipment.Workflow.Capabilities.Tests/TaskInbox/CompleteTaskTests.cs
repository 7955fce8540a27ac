using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

public class CompleteTaskTests
{
    private const string Title = "复核";

    /// <summary>A task for the two inspectors; "Advance" runs a command, "Return" does not; a fragile step follows "Return".</summary>
    private static async Task<InboxBench> RunningAsync(bool commandSignalIsHeard = true)
    {
        var bench = await InboxBench.OpenAsync();
        var flow = new FlowText("two", "Go")
            .Task("review", ("Title", Title), ("PostKind", "INSPECTOR"), ("Outcomes", new[] { "Advance", "Return" }),
                ("Commands", new Dictionary<string, object> { ["Advance"] = new { type = "Literal", value = "advance" } }),
                ("Signals", commandSignalIsHeard ? new Dictionary<string, string> { ["Advanced"] = "Advance" } : []))
            .Arrow("start", "Done", "review").Fragile("then").Arrow("review", "Return", "then").Arrow("review", "Advance", "then");
        await bench.PublishAsync(flow, "two");
        await bench.RaiseAsync("Go", bench.Bureau.Sun);
        return bench;
    }

    private static async Task<Matter> MatterAsync(InboxBench bench)
    {
        await using var db = bench.Database.CreateContext();
        return await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == bench.MatterId);
    }

    [Fact]
    public async Task An_outcome_without_a_command_completes_the_task_and_hands_the_form_to_the_flow()
    {
        await using var bench = await RunningAsync();
        var done = await bench.CompleteAsync(Title, bench.Bureau.Li, "Return", new { text = "缺少照片", count = 2 });
        Assert.Null(done.Rejection);
        var task = await bench.TaskAsync(Title);
        Assert.Equal((WorkTaskState.Completed, "Return", "李查", (string?)null), (task.State, task.Outcome, task.CompletedByName, task.ClosedBy));
        await using var db = bench.Database.CreateContext();
        var journal = await db.Set<FlowJournal>().SingleAsync(j => j.ActivityId == "review");
        Assert.Contains("缺少照片", journal.Detail);
        Assert.Empty(await bench.MineAsync(bench.Bureau.Zhou));
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_outcome_with_a_command_runs_it_in_the_same_act(bool commandSignalIsHeard)
    {
        await using var bench = await RunningAsync(commandSignalIsHeard);
        var done = await bench.CompleteAsync(Title, bench.Bureau.Li, "Advance");
        Assert.Equal((bench.MatterId, 6L), (done.Value.MatterId, done.Value.Version));
        Assert.Equal(6, (await MatterAsync(bench)).Version);
        var task = await bench.TaskAsync(Title);
        Assert.Equal((WorkTaskState.Completed, "Advance", "李查"), (task.State, task.Outcome, task.CompletedByName));
        Assert.Equal(commandSignalIsHeard ? "Advanced" : null, task.ClosedBy);
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task What_the_command_refuses_is_refused_and_leaves_nothing()
    {
        await using var bench = await RunningAsync();
        var entries = await LedgerAsync(bench);
        var done = await bench.CompleteAsync(Title, bench.Bureau.Li, "Advance", new { text = "待定" });
        Assert.Equal("test.placeholder", done.Rejection?.Code);
        Assert.Equal("text", Assert.Single(done.Rejection!.Errors).Field);
        Assert.True((await bench.TaskAsync(Title)).IsOpen);
        Assert.Equal(5, (await MatterAsync(bench)).Version);
        Assert.Equal(entries, await LedgerAsync(bench));
    }

    [Fact]
    public async Task A_command_that_needs_a_second_person_leaves_the_task_open_until_he_has_acted()
    {
        await using var bench = await RunningAsync();
        bench.Get<Advance>().NeedsSecondPerson = true;
        Assert.NotNull((await bench.CompleteAsync(Title, bench.Bureau.Li, "Advance")).Value.ConfirmationId);
        Assert.True((await bench.TaskAsync(Title)).IsOpen);
        await bench.RaiseAsync("Advanced", bench.Bureau.Zhou);
        Assert.Equal(("周查", WorkTaskState.Completed), ((await bench.TaskAsync(Title)).CompletedByName, (await bench.TaskAsync(Title)).State));
    }

    [Fact]
    public async Task What_the_task_is_about_is_in_the_form_without_being_typed()
    {
        await using var bench = await InboxBench.OpenAsync();
        var about = Guid.CreateVersion7().ToString();
        await bench.PublishAsync(new FlowText("about", "Go").Task("a", ("Title", Title), ("PostKind", "INSPECTOR"), ("Outcomes", new[] { "On" }),
            ("Commands", new Dictionary<string, string> { ["On"] = "advance" }), ("Match", new Dictionary<string, string> { ["confirmationId"] = about })).Arrow("start", "Done", "a"), "about");
        await bench.RaiseAsync("Go");
        Assert.Null((await bench.CompleteAsync(Title, bench.Bureau.Li, "On", new { opinion = "同意" })).Rejection);
        Assert.Equal($$"""{"opinion":"同意","confirmationId":"{{about}}"}""", bench.Get<Advance>().LastForm);
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_the_present_state_and_the_matter_counts_too()
    {
        await using var bench = await RunningAsync();
        var seen = (await bench.ViewAsync(Title, bench.Bureau.Li)).Version;
        await bench.DoAsync("change", Actor.System, async act => (await act.Db.Set<Matter>().SingleAsync(m => m.Id == bench.MatterId)).Version++);
        var stale = await bench.CompleteAsync(Title, bench.Bureau.Li, "Return", version: seen);
        Assert.Equal(("tasks.stale-version", 409, "OPEN", seen + 1), (stale.Rejection!.Code, stale.Rejection.Status, stale.Rejection.CurrentState, stale.Rejection.CurrentVersion!.Value));
        Assert.True((await bench.TaskAsync(Title)).IsOpen);
    }

    [Fact]
    public async Task The_second_of_two_is_told_who_was_faster()
    {
        await using var bench = await RunningAsync();
        var seen = await bench.ViewAsync(Title, bench.Bureau.Li);
        var complete = new CompleteTask(bench.Ring, []);
        var both = await Task.WhenAll(new[] { bench.Bureau.Li, bench.Bureau.Zhou }.Select(person =>
            Task.Run(() => complete.DoAsync(seen.Id, new CompleteTask.Request("Return", null, seen.Version), bench.As(person), default))));
        var refused = Assert.Single(both, r => r.IsRejected).Rejection!;
        Assert.Equal(("tasks.closed", "COMPLETED"), (refused.Code, refused.CurrentState));
        Assert.Single(both, r => !r.IsRejected);
    }

    [Fact]
    public async Task Only_who_owes_the_task_may_complete_it_and_who_may_not_see_it_does_not_learn_of_it()
    {
        await using var bench = await RunningAsync();
        Assert.Equal(("tasks.not-yours", 403), Seen(await bench.CompleteAsync(Title, bench.Bureau.Sun, "Return"))); // he sent it
        Assert.Equal(("tasks.not-found", 404), Seen(await bench.CompleteAsync(Title, bench.Bureau.Wang, "Return")));
        Assert.True((await bench.TaskAsync(Title)).IsOpen);

        static (string, int) Seen(Result<CommandReceipt> result) => (result.Rejection!.Code, result.Rejection.Status);
    }

    [Fact]
    public async Task An_unknown_outcome_is_refused_with_those_there_are()
    {
        await using var bench = await RunningAsync();
        var done = await bench.CompleteAsync(Title, bench.Bureau.Li, "Explode");
        Assert.Equal(("tasks.unknown-outcome", "Advance、Return"), (done.Rejection!.Code, done.Rejection.Errors[0].Expected));
    }

    [Fact]
    public async Task The_task_itself_says_what_is_forbidden_now_and_leaves_out_what_is_not_the_readers()
    {
        await using var bench = await RunningAsync();
        var read = new ReadTask(bench.Ring, bench.Get<Shared.Clocks.BusinessClock>(), bench.Get<Shared.Deadlines.DeadlineRules>(), [bench.Get<Advance>()]);
        var id = (await bench.TaskAsync(Title)).Id;
        await using var scope = bench.Scope();
        bench.Get<Advance>().Availability = CommandAvailability.Refused("应先送达指令书", "《特种设备安全法》第六十二条");
        var outcomes = (await read.ViewAsync(id, bench.As(bench.Bureau.Li), scope.ServiceProvider, default))!.Outcomes;
        Assert.Equal([("推进", "REFUSED", "应先送达指令书"), ("Return", null, null)], outcomes.Select(o => (o.DisplayName, o.Status, o.Reason)));
        bench.Get<Advance>().Availability = CommandAvailability.Hidden;
        Assert.Equal(["Return"], (await read.ViewAsync(id, bench.As(bench.Bureau.Li), scope.ServiceProvider, default))!.Outcomes.Select(o => o.Name));
        Assert.Equal(2, (await read.ViewAsync(id, bench.As(bench.Bureau.Sun), scope.ServiceProvider, default))!.Outcomes.Count);
    }

    [Fact]
    public async Task A_claimed_task_waits_for_its_claimant_until_he_gives_it_back_or_leaves()
    {
        await using var bench = await RunningAsync();
        var claim = new ClaimTask(bench.Ring);
        var view = await bench.ViewAsync(Title, bench.Bureau.Li);
        Assert.Null((await claim.DoAsync(view.Id, new ClaimTask.Request(view.Version), bench.As(bench.Bureau.Li), default)).Rejection);
        var other = await bench.ViewAsync(Title, bench.Bureau.Zhou);
        Assert.Equal((false, "已由李查签收", view.Version + 1), (other.CanAct, other.RefusedReason, other.Version));
        Assert.Equal("tasks.claimed", (await bench.CompleteAsync(Title, bench.Bureau.Zhou, "Return")).Rejection?.Code);
        Assert.Equal("tasks.claim-not-yours", (await claim.ReleaseAsync(view.Id, bench.As(bench.Bureau.Zhou), default)).Rejection?.Code);
        Assert.Null((await claim.ReleaseAsync(view.Id, bench.As(bench.Bureau.Li), default)).Rejection);
        Assert.True((await bench.ViewAsync(Title, bench.Bureau.Zhou)).CanAct);

        view = await bench.ViewAsync(Title, bench.Bureau.Li);
        await claim.DoAsync(view.Id, new ClaimTask.Request(view.Version), bench.As(bench.Bureau.Li), default);
        bench.Bureau.Leave(bench.Bureau.Li, bench.Now.AddHours(1));
        bench.Now = bench.Now.AddHours(2);
        Assert.Null((await bench.CompleteAsync(Title, bench.Bureau.Zhou, "Return")).Rejection);
    }

    [Fact]
    public async Task When_the_next_step_of_the_flow_faults_the_completion_stands()
    {
        await using var bench = await RunningAsync();
        bench.Get<Fragile>().Breaks = true;
        Assert.Null((await bench.CompleteAsync(Title, bench.Bureau.Li, "Return")).Rejection);
        Assert.Equal(WorkTaskState.Completed, (await bench.TaskAsync(Title)).State);
        await using var db = bench.Database.CreateContext();
        Assert.Equal("then", (await db.Set<FlowIncident>().SingleAsync()).ActivityId);
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task The_first_look_of_who_owes_it_is_recorded_once()
    {
        await using var bench = await RunningAsync();
        var read = new ReadTask(bench.Ring, bench.Get<Shared.Clocks.BusinessClock>(), bench.Get<Shared.Deadlines.DeadlineRules>(), []);
        var id = (await bench.TaskAsync(Title)).Id;
        await read.OpenAsync(id, bench.As(bench.Bureau.Sun), default);
        Assert.Null((await bench.TaskAsync(Title)).OpenedAt);
        await read.OpenAsync(id, bench.As(bench.Bureau.Li), default);
        var first = (await bench.TaskAsync(Title)).OpenedAt;
        bench.Now = bench.Now.AddHours(1);
        await read.OpenAsync(id, bench.As(bench.Bureau.Zhou), default);
        Assert.Equal(first, (await bench.TaskAsync(Title)).OpenedAt);
        Assert.Equal(InboxBench.Time("2026-03-02 09:00"), first);
    }

    private static async Task<int> LedgerAsync(InboxBench bench)
    {
        await using var db = bench.Database.CreateContext();
        return await db.Set<LedgerEntry>().CountAsync();
    }
}
