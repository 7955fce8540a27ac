using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Runtime;

namespace SpecialEquipment.Workflow.Engine.Tests.Running;

public sealed class SignalTests
{
    [Fact]
    public async Task Several_signals_of_one_act_load_and_save_an_instance_once()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Wait("a", "A").Wait("b", "B").Connect("start -> a", "a -> b"));
        var id = await world.StartAsync(matter: "m");
        var (loads, saves) = (world.Store.Loads, world.Store.Saves);
        var step = world.Begin();
        await step.RaiseAsync(World.Signal("A", "m"));
        await step.RaiseAsync(World.Signal("B", "m"));
        await step.SaveAsync();
        Assert.Equal((1, 1), (world.Store.Loads - loads, world.Store.Saves - saves));
        Assert.Equal("Finished", world.Status(id));
    }

    [Fact]
    public async Task A_trigger_starts_a_flow_for_the_matter_with_the_payload()
    {
        var world = new World();
        var flow = new Flow().Variable("R", "Object").Trigger("e", "HazardRegistered").Add("s", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "R" }), ("value", Flow.Script("getLastResult().level")));
        world.Publish(flow.Connect("e -> s"));
        Assert.Equal(1, await world.RaiseAsync("HazardRegistered", "m", ("level", "一般")));
        var id = Assert.Single(world.Store.Order);
        Assert.Equal("m", world.Store.Headers[id].CorrelationId);
        Assert.Equal("一般", await world.VariableAsync(id));
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", 1)]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Runtime", 1)]
    public async Task The_activation_strategy_limits_flows_of_one_matter(string strategy, int instances)
    {
        var world = new World();
        world.Publish(new Flow().Option("activationStrategyType", strategy).Trigger("e", "Begin").Wait("w", "Never").Connect("e -> w"));
        await world.RaiseAsync("Begin", "m");
        await world.RaiseAsync("Begin", "m");
        Assert.Equal(instances, world.Store.Order.Count);
        await world.RaiseAsync("Begin", "other");
        Assert.Equal(instances + 1, world.Store.Order.Count);
    }

    [Fact]
    public async Task Events_of_a_flow_reach_other_flows_in_the_same_act()
    {
        var world = new World();
        world.Publish(new Flow("first").Add("start", "Elsa.Start").Add("p", "Elsa.PublishEvent", ("eventName", Flow.Literal("Ping")), ("payload", Flow.Script("({n: 3})"))).Connect("start -> p"));
        world.Publish(new Flow("second").Variable("R", "Object").Add("start", "Elsa.Start")
            .Add("e", "Elsa.Event", ("eventName", Flow.Literal("Ping")), ("result", Flow.ToVariable("R"))).Connect("start -> e"));
        var waiting = await world.StartAsync("second");
        await world.StartAsync("first");
        Assert.Equal("Finished", world.Status(waiting));
        Assert.Equal(3d, ((IReadOnlyDictionary<string, object?>)(await world.VariableAsync(waiting))!)["n"]);
    }

    [Fact]
    public async Task Flows_that_wake_each_other_without_end_are_stopped()
    {
        var world = new World(new RuntimeOptions { MaxBurstsPerStep = 50 });
        world.Publish(new Flow("a").Trigger("e", "Ping").Add("p", "Elsa.PublishEvent", ("eventName", Flow.Literal("Pong"))).Connect("e -> p"));
        world.Publish(new Flow("b").Trigger("e", "Pong").Add("p", "Elsa.PublishEvent", ("eventName", Flow.Literal("Ping"))).Connect("e -> p"));
        await Assert.ThrowsAsync<EndlessStepException>(async () => await world.RaiseAsync("Ping"));
        Assert.Equal(0, world.Store.Saves);
    }

    [Fact]
    public async Task A_signal_for_very_many_flows_is_kept_for_each_of_them()
    {
        var world = new World(new RuntimeOptions { MaxInstancesPerSignal = 2 });
        world.Publish(new Flow().Add("start", "Elsa.Start").Wait("e", "Go").Connect("start -> e"));
        for (var i = 0; i < 3; i++)
            await world.StartAsync();
        Assert.Equal(0, await world.RaiseAsync("Go"));
        Assert.Equal(3, world.Store.Pending.Select(signal => signal.InstanceId).Distinct().Count());
        Assert.Equal(1, await world.Runtime.Begin(world.Store, NoServices.Instance, world.Now).RaiseAsync(World.Signal("Go"), world.Store.Pending[0].InstanceId));
    }

    [Fact]
    public async Task An_instance_stays_on_its_version_and_the_published_flows_are_read_again_only_when_they_changed()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Wait("e", "Go").Line("old").Connect("start -> e", "e -> old"));
        var first = await world.StartAsync();
        await world.RaiseAsync("Other");
        Assert.Equal(1, world.Store.DefinitionReads);
        world.Publish(new Flow().Add("start", "Elsa.Start").Wait("e", "Go").Line("new").Connect("start -> e", "e -> new"), version: 2);
        var second = await world.StartAsync();
        Assert.Equal(2, world.Store.DefinitionReads);
        await world.RaiseAsync("Go");
        Assert.Contains(world.Store.Journal, row => row.Key.Instance == first && row.Value.ActivityId == "old");
        Assert.Contains(world.Store.Journal, row => row.Key.Instance == second && row.Value.ActivityId == "new");
    }

    [Fact]
    public async Task Bookmarks_follow_the_instance_to_another_matter()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Wait("e", "Go").Wait("f", "Move").Add("c", "Elsa.Correlate", ("correlationId", Flow.Literal("new"))).Connect("start -> e", "start -> f", "f -> c"));
        var id = await world.StartAsync(matter: "old");
        await world.RaiseAsync("Move", "old");
        Assert.Equal("new", world.Store.Bookmarks.Single().CorrelationId);
        Assert.Equal(0, await world.RaiseAsync("Go", "old"));
        Assert.Equal(1, await world.RaiseAsync("Go", "new"));
        Assert.Equal("Finished", world.Status(id));
    }

    [Fact]
    public async Task Scripts_read_the_matter_and_business_time()
    {
        var asked = new List<string>();
        var world = new World(new RuntimeOptions
        {
            ReadMatter = (id, _, _) =>
            {
                asked.Add(id);
                return new(new Dictionary<string, object?> { ["state"] = "REGISTERED" });
            },
        });
        world.Publish(new Flow().Variable("R").Add("start", "Elsa.Start").Set("s", "R", Flow.Script("matter.state + new Date().getTime()")).Connect("start -> s"));
        world.Publish(new Flow("other").Add("start", "Elsa.Start"));
        await world.StartAsync("other", "m2");
        var id = await world.StartAsync(matter: "m1");
        Assert.Equal("REGISTERED" + world.Now.ToUnixTimeMilliseconds(), await world.VariableAsync(id));
        Assert.Equal(["m1"], asked);
    }

    [Fact]
    public async Task Generated_ids_come_from_the_instance()
    {
        var world = new World();
        world.Publish(new Flow().Variable("R").Add("start", "Elsa.Start").Set("s", "R", Flow.Script("[newGuid(), newGuid(), getWorkflowInstanceId()].join()")).Connect("start -> s"));
        var ids = ((string)(await world.VariableAsync(await world.StartAsync()))!).Split(',');
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(7, Guid.Parse(id).Version));
    }
}
