using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Runtime;

namespace SpecialEquipment.Workflow.Engine.Tests.Running;

public sealed class HostActivityTests
{
    private static Flow Working() => new Flow().Variable("R", "Int32").Add("start", "Elsa.Start")
        .Add("w", "Test.Work", ("title", Flow.Script("'隐患' + 1")), ("extra", Flow.Expression("Object", """{"k":{"type":"JavaScript","value":"1 + 1"}}""")), ("answer", Flow.ToVariable("R")))
        .Line("after").Connect("start -> w", "w -> after");

    [Fact]
    public async Task It_is_called_with_evaluated_inputs_and_its_outputs_reach_variables()
    {
        var world = new World();
        world.Publish(Working());
        world.Host.OnStart = _ => Host.Answer(7);
        var id = await world.StartAsync(matter: "case-1");
        var call = Assert.Single(world.Host.Started);
        Assert.Equal(("隐患1", 1d, "case-1", "w"), (call.Inputs["Title"], call.Inputs["Count"], call.CorrelationId, call.ActivityName));
        Assert.Equal(2d, ((IReadOnlyDictionary<string, object?>)call.Inputs["Extra"]!)["k"]);
        Assert.Equal("Finished", world.Status(id));
        Assert.Equal(7d, await world.VariableAsync(id));
    }

    [Fact]
    public async Task Its_memory_and_bookmarks_live_from_call_to_call()
    {
        var world = new World();
        world.Publish(Working());
        world.Host.OnStart = call =>
        {
            call.State["rounds"] = 1;
            return ActivityOutcome.Wait(BookmarkRequest.OnSignal("TaskCompleted", JsonValue.Create("t1")), BookmarkRequest.At(call.Now.AddDays(3), "remind"));
        };
        world.Host.OnResume = (call, resumption) =>
        {
            var rounds = call.State["rounds"]!.GetValue<int>();
            call.State["rounds"] = rounds + 1;
            Assert.Equal("隐患1", call.Inputs["Title"]);
            return rounds < 2 ? ActivityOutcome.Wait(BookmarkRequest.OnSignal("TaskCompleted")) : Host.Answer(rounds);
        };
        var id = await world.StartAsync(matter: "case-1");
        Assert.Equal(2, world.Store.Bookmarks.Count());
        Assert.Equal(0, await world.RaiseAsync("TaskCompleted", "case-2"));
        Assert.Equal(1, await world.RaiseAsync("TaskCompleted", "case-1"));
        Assert.Equal(BookmarkKinds.Event, Assert.Single(world.Store.Bookmarks).Kind);
        await world.RaiseAsync("TaskCompleted", "case-1");
        Assert.Equal("Finished", world.Status(id));
        Assert.Equal(2d, await world.VariableAsync(id));
        Assert.Equal(["start w", "resume w TaskCompleted", "resume w TaskCompleted"], world.Host.Calls);
    }

    [Fact]
    public async Task A_timer_and_a_person_at_once_the_second_finds_nothing()
    {
        var world = new World();
        world.Publish(Working());
        world.Host.OnStart = call => ActivityOutcome.Wait(BookmarkRequest.At(call.Now.AddDays(1), "due"), BookmarkRequest.OnSignal("Done"));
        world.Host.OnResume = (_, resumption) => ActivityOutcome.Through(resumption.Kind == BookmarkKinds.Timer ? "Overdue" : "Done");
        var id = await world.StartAsync(matter: "m");
        var timer = world.Store.Bookmarks.Single(bookmark => bookmark.DueAt is not null).BookmarkId;
        await world.RaiseAsync("Done", "m");
        Assert.False(await world.Runtime.FireTimerAsync(world.Store, NoServices.Instance, timer, world.Now));
        Assert.Equal("Finished", world.Status(id));
    }

    [Fact]
    public async Task A_bookmark_resumed_twice_takes_effect_once()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Wait("e", "Go").Wait("f", "Go").Connect("start -> e", "e -> f"));
        await world.StartAsync();
        var bookmark = world.Store.Bookmarks.Single().BookmarkId;
        Assert.True(await world.Runtime.ResumeAsync(world.Store, NoServices.Instance, bookmark, null, world.Now));
        Assert.False(await world.Runtime.ResumeAsync(world.Store, NoServices.Instance, bookmark, null, world.Now));
        Assert.Single(world.Store.Bookmarks);
    }

    [Fact]
    public async Task What_is_given_up_is_told_and_what_never_began_is_not_called()
    {
        var world = new World();
        world.Publish(new Flow().Add("start", "Elsa.Start").Add("w", "Test.Work").Wait("e", "Go").Add("j", "Elsa.FlowJoin", ("mode", Flow.Literal("WaitAny"))).Connect("start -> w", "w -> j", "start -> e", "e -> j"));
        world.Host.OnStart = _ => ActivityOutcome.Wait(BookmarkRequest.OnSignal("Never"));
        var id = await world.StartAsync();
        await world.RaiseAsync("Go");
        Assert.Equal("Finished", world.Status(id));
        Assert.Equal(["start w", "cancel w"], world.Host.Calls);

        // the join is reached in the burst in which the activity began: the host has not been asked yet and never is
        world.Host.Calls.Clear();
        world.Publish(new Flow("quick").Add("start", "Elsa.Start").Line("a").Add("w", "Test.Work").Add("j", "Elsa.FlowJoin", ("mode", Flow.Literal("WaitAny"))).Connect("start -> a", "a -> j", "start -> w", "w -> j"));
        Assert.Equal("Finished", world.Status(await world.StartAsync("quick")));
        Assert.Empty(world.Host.Calls);
    }

    [Fact]
    public async Task Cancelling_an_instance_cancels_what_waits_in_it_once()
    {
        var world = new World();
        world.Publish(Working());
        world.Host.OnStart = _ => ActivityOutcome.Wait(BookmarkRequest.OnSignal("Never"));
        var id = await world.StartAsync();
        Assert.True(await world.Runtime.CancelAsync(world.Store, NoServices.Instance, id, world.Now));
        Assert.False(await world.Runtime.CancelAsync(world.Store, NoServices.Instance, id, world.Now));
        Assert.Equal("Cancelled", world.Status(id));
        Assert.Equal(["start w", "cancel w"], world.Host.Calls);
        Assert.Empty(world.Store.Bookmarks);
    }
}
