using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Runtime;

namespace SpecialEquipment.Workflow.Engine.Tests.Running;

public sealed class IncidentTests
{
    private const string Continue = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";

    private static Flow Working() => new Flow().Add("start", "Elsa.Start").Add("w", "Test.Work").Wait("e", "Go").Connect("start -> w", "w -> e");

    [Fact]
    public async Task A_host_activity_that_throws_is_tried_again_with_back_off_on_machine_time()
    {
        var world = new World();
        world.Publish(Working());
        world.Host.OnStart = _ => throw new InvalidOperationException("路由失败");
        var id = await world.StartAsync();
        Assert.Equal("Faulted", world.Status(id));
        Assert.Equal(("活动“w”：路由失败", 1, World.StoppedClock.Machine.AddSeconds(10)), Facts(world.OpenIncident()));
        Assert.True(await world.RetryAsync(id));
        Assert.Equal(("活动“w”：路由失败", 2, World.StoppedClock.Machine.AddMinutes(1)), Facts(world.OpenIncident()));
        await world.RetryAsync(id);
        await world.RetryAsync(id);
        await world.RetryAsync(id);
        Assert.Equal((5, null), (world.OpenIncident().Attempts, world.OpenIncident().RetryAt));
        world.Host.OnStart = _ => ActivityOutcome.Done();
        await world.RetryAsync(id);
        Assert.Equal("Suspended", world.Status(id));
        Assert.Equal(world.Now, Assert.Single(world.Store.Incidents.Values).ResolvedAt);
        Assert.Equal(0, world.Store.Headers[id].OpenIncidents);
    }

    private static (string, int, DateTimeOffset?) Facts(IncidentRow row) => (row.Message, row.Attempts, row.RetryAt);

    [Fact]
    public async Task A_script_that_fails_waits_for_a_person()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Add("a", "Elsa.WriteLine", ("text", Flow.Script("null.x"))).Connect("start -> a"));
        await world.StartAsync();
        Assert.Null(world.OpenIncident().RetryAt);
        Assert.StartsWith("活动“a”的输入“文字”求值失败（第 1 行第 ", world.OpenIncident().Message);
    }

    [Fact]
    public async Task Skipping_leaves_by_the_chosen_port()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Add("w", "Test.Work").Line("ok").Line("late").Connect("start -> w", "w -> ok", "w.Overdue -> late"));
        world.Host.OnStart = _ => throw new InvalidOperationException("x");
        var id = await world.StartAsync();
        Assert.True(await world.Runtime.SkipIncidentAsync(world.Store, NoServices.Instance, id, world.OpenIncident().IncidentId, "Overdue", world.Now));
        Assert.Equal("Finished", world.Status(id));
        Assert.Contains(world.Store.Journal.Values, row => row.ActivityId == "late");
        Assert.DoesNotContain(world.Store.Journal.Values, row => row.ActivityId == "ok");
    }

    [Fact]
    public async Task Skipping_an_activity_tells_the_host_to_close_what_it_had_open()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Add("w", "Test.Work").Connect("start -> w"));
        world.Host.OnStart = _ => ActivityOutcome.Wait(BookmarkRequest.OnSignal("Go"), BookmarkRequest.OnSignal("Other"));
        world.Host.OnResume = (_, _) => throw new InvalidOperationException("x");
        var id = await world.StartAsync(matter: "m");
        await world.RaiseAsync("Go", "m");
        Assert.True(await world.Runtime.SkipIncidentAsync(world.Store, NoServices.Instance, id, world.OpenIncident().IncidentId, null, world.Now));
        Assert.Equal(["start w", "resume w Go", "cancel w"], world.Host.Calls);
        Assert.Equal("Finished", world.Status(id));
        Assert.Empty(world.Store.Bookmarks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Difference_3_with_strategy_continue_an_open_incident_is_what_the_flow_waits_for(bool skip)
    {
        var world = new World();
        world.Publish(new Flow().Option("incidentStrategyType", Continue).Add("start", "Elsa.Start").Add("w", "Test.Work").Line("b").Line("m").Connect("start -> w", "w -> m", "start -> b", "b -> m"));
        world.Host.OnStart = _ => throw new InvalidOperationException("x");
        var id = await world.StartAsync();
        Assert.Equal("Suspended", world.Status(id));
        Assert.DoesNotContain(world.Store.Journal.Values, row => row.ActivityId == "m");
        world.Host.OnStart = _ => ActivityOutcome.Done();
        if (skip)
            await world.Runtime.SkipIncidentAsync(world.Store, NoServices.Instance, id, world.OpenIncident().IncidentId, null, world.Now);
        else
            await world.RetryAsync(id);
        Assert.Equal("Finished", world.Status(id));
        Assert.Contains(world.Store.Journal.Values, row => row.ActivityId == "m");
    }

    [Fact]
    public async Task A_faulted_flow_loses_no_signal_and_its_timers_rest()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Wait("e", "Go").Add("d", "Elsa.Delay", ("timeSpan", Flow.Literal("P1D"))).Line("after").Add("w", "Test.Work")
            .Connect("start -> e", "e -> after", "start -> d", "start -> w"));
        world.Host.OnStart = _ => throw new InvalidOperationException("x");
        var id = await world.StartAsync(matter: "m");
        Assert.Equal(BookmarkKinds.Event, Assert.Single(world.Store.Bookmarks).Kind);
        Assert.Equal(0, await world.RaiseAsync("Go", "m", ("who", "甲")));
        Assert.Equal(id, Assert.Single(world.Store.Pending).InstanceId);
        await Assert.ThrowsAsync<InstanceFaultedException>(async () => await world.Begin().RaiseAsync(World.Signal("Go", "m"), id));

        world.Host.OnStart = _ => ActivityOutcome.Done();
        await world.RetryAsync(id);
        Assert.Empty(world.Store.Pending);
        Assert.Contains(world.Store.Journal.Values, row => row.ActivityId == "after");
        Assert.Equal(BookmarkKinds.Timer, Assert.Single(world.Store.Bookmarks).Kind);
        world.Now = world.Now.AddDays(1);
        Assert.True(await world.Runtime.FireTimerAsync(world.Store, NoServices.Instance, world.Store.Bookmarks.Single().BookmarkId, world.Now));
        Assert.Equal("Finished", world.Status(id));
    }

    [Fact]
    public async Task A_resumption_that_failed_is_repeated_with_what_it_brought()
    {
        var world = new World();
        world.Publish(new Flow().Variable("R", "Int32").Add("start", "Elsa.Start").Add("w", "Test.Work", ("answer", Flow.ToVariable("R"))).Connect("start -> w"));
        world.Host.OnStart = _ => ActivityOutcome.Wait(BookmarkRequest.OnSignal("Go"));
        world.Host.OnResume = (_, _) => throw new InvalidOperationException("x");
        var id = await world.StartAsync(matter: "m");
        await world.RaiseAsync("Go", "m", ("n", 5d));
        world.Host.OnResume = (_, resumption) => Host.Answer((double)((IReadOnlyDictionary<string, object?>)resumption.Input!)["n"]!);
        await world.RetryAsync(id);
        Assert.Equal("Finished", world.Status(id));
        Assert.Equal(5d, await world.VariableAsync(id));
    }

    [Fact]
    public async Task An_output_that_does_not_fit_is_an_incident_and_the_host_is_not_called_again()
    {
        var world = new World();
        world.Publish(new Flow().Variable("R", "Int32").Add("start", "Elsa.Start").Add("w", "Test.Work", ("answer", Flow.ToVariable("R"))).Connect("start -> w"));
        world.Host.OnStart = _ => ActivityOutcome.Through("Done", new Dictionary<string, object?> { ["Answer"] = "很多" });
        var id = await world.StartAsync();
        Assert.Equal("活动“w”：变量“R”的类型应为 Int32，实际值为 \"很多\"", world.OpenIncident().Message);
        await world.RetryAsync(id);
        Assert.Equal(["start w"], world.Host.Calls);
        Assert.Equal(2, world.OpenIncident().Attempts);
    }

    [Fact]
    public async Task A_database_error_passes_through_untouched()
    {
        var world = new World(new RuntimeOptions { IsDatabaseError = error => error is TimeoutException });
        world.Publish(Working());
        world.Host.OnStart = _ => throw new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(async () => await world.StartAsync());
        Assert.Equal(0, world.Store.Saves);
    }

    [Fact]
    public async Task A_step_done_again_repeats_itself_up_to_the_call_that_threw()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Add("w1", "Test.Work").Add("w2", "Test.Work").Connect("start -> w1", "w1 -> w2"));
        world.Host.OnStart = call => call.ActivityId == "w2" ? throw new InvalidOperationException("x") : ActivityOutcome.Done();
        var redo = new StepRedo();
        var first = world.Begin(redo);
        var fault = await Assert.ThrowsAsync<HostActivityFault>(async () => await first.StartAsync(new StartRequest("flow")));
        Assert.Equal(0, world.Store.Saves);

        var again = world.Begin(redo);
        var id = await again.StartAsync(new StartRequest("flow"));
        await again.SaveAsync();
        Assert.Equal(fault.InstanceId, id);
        Assert.Equal(["start w1", "start w2", "start w1"], world.Host.Calls);
        Assert.Equal("活动“w2”：x", world.OpenIncident().Message);
        Assert.Equal("Faulted", Assert.Single(again.Touched).Status);
        Assert.Single(Assert.Single(again.Touched).NewIncidents);
    }

    [Fact]
    public async Task A_loop_without_end_becomes_an_incident()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Line("a").Connect("start -> a", "a -> a"));
        await world.StartAsync();
        Assert.Equal("活动“a”：一次运行超过 10000 步，流程可能陷入死循环", world.OpenIncident().Message);
    }
}
