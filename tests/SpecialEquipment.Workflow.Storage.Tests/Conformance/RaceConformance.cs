using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Storage.Flows;
using SpecialEquipment.Workflow.Storage.Tests.Databases;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

/// <summary>Two at the same moment, hundreds of times. On a server database the two are two nodes.</summary>
public abstract class RaceConformance(TestServer server) : Conformance(server)
{
    private const int Repetitions = 200;
    private static readonly Rejection Gone = Rejection.Conflict("probe.gone", "该任务已由他人办理。");

    [Fact]
    public async Task Two_open_tasks_of_one_instance_completed_at_once_both_take_effect()
    {
        await using var test = await NewDatabaseAsync();
        await PublishAsync(test, ProbeFlows.TwoTasks);
        var other = test.SecondNode().GetRequiredService<IActRing>();
        for (var i = 0; i < Repetitions; i++)
        {
            var matter = await BeginAsync(test, "TwoTasksBegin");
            var results = await BothAsync(() => AnswerAsync(test.Ring, matter, "a"), () => AnswerAsync(other, matter, "b"));
            Assert.All(results, r => Assert.Null(r.Rejection));
            Assert.Equal(["joined"], await EffectsAsync(test, matter));
            Assert.Equal("Finished", (await InstanceAsync(test, matter)).Status);
            await using var db = test.Database.CreateContext();
            Assert.True((await VerifyLedger.RunAsync(db, matter, default)).IsIntact);
        }
        await NothingIsLeftAsync(test);
    }

    [Fact]
    public async Task One_bookmark_resumed_twice_takes_effect_once_and_the_other_is_told()
    {
        await using var test = await NewDatabaseAsync();
        await PublishAsync(test, ProbeFlows.OneTask);
        var other = test.SecondNode().GetRequiredService<IActRing>();
        for (var i = 0; i < Repetitions; i++)
        {
            var matter = await BeginAsync(test, "OneTaskBegin");
            var bookmark = await BookmarkAsync(test, matter, "Event");
            var results = await BothAsync(() => ResumeAsync(test.Ring, matter, bookmark), () => ResumeAsync(other, matter, bookmark));
            Assert.Equal([null, "probe.gone"], results.Select(r => r.Rejection?.Code).Order());
            Assert.Equal(["answered"], await EffectsAsync(test, matter));
            Assert.Equal(1, await CountFactsAsync(test, matter, "resume"));
        }
        await NothingIsLeftAsync(test);
    }

    [Fact]
    public async Task One_task_completed_twice_takes_effect_once_and_the_other_is_told()
    {
        await using var test = await NewDatabaseAsync();
        await PublishAsync(test, ProbeFlows.OneTask);
        var other = test.SecondNode().GetRequiredService<IActRing>();
        for (var i = 0; i < Repetitions; i++)
        {
            var matter = await BeginAsync(test, "OneTaskBegin");
            var results = await BothAsync(() => AnswerAsync(test.Ring, matter, "a"), () => AnswerAsync(other, matter, "a"));
            Assert.Equal([null, "probe.not-open"], results.Select(r => r.Rejection?.Code).Order());
            Assert.Equal(["answered"], await EffectsAsync(test, matter));
            Assert.Equal(1, await CountFactsAsync(test, matter, "answer"));
        }
    }

    [Fact]
    public async Task A_timer_and_a_person_at_the_same_instant_one_of_them_wins_whole()
    {
        await using var test = await NewDatabaseAsync();
        await PublishAsync(test, ProbeFlows.OneTask);
        var timers = test.SecondNode().GetRequiredService<DueTimers>();
        for (var i = 0; i < Repetitions; i++)
        {
            var matter = await BeginAsync(test, "OneTaskBegin");
            var due = (await TimerAsync(test, matter)).DueAt!.Value;
            Result<bool> answer = default;
            await Task.WhenAll(
                Task.Run(async () => answer = await AnswerAsync(test.Ring, matter, "a", due)),
                Task.Run(() => timers.FireAsync(due, default)));
            await using var db = test.Database.CreateContext();
            var task = await db.Set<ProbeTask>().SingleAsync(t => t.MatterId == matter);
            var effects = await EffectsAsync(test, matter);
            Assert.Equal(answer.IsRejected ? (ProbeState.TimedOut, "overdue") : (ProbeState.Answered, "answered"), (task.State, Assert.Single(effects)));
            Assert.Equal("Finished", (await InstanceAsync(test, matter)).Status);
        }
        await NothingIsLeftAsync(test);
    }

    [Fact]
    public async Task Two_pumps_on_the_same_due_row_fire_it_once()
    {
        await using var test = await NewDatabaseAsync();
        await PublishAsync(test, ProbeFlows.OneTask);
        var one = test.Get<DueTimers>();
        var two = test.SecondNode().GetRequiredService<DueTimers>();
        for (var i = 0; i < Repetitions; i++)
        {
            var matter = await BeginAsync(test, "OneTaskBegin");
            Assert.Equal(1, await BothFireAsync(one, two, (await TimerAsync(test, matter)).DueAt!.Value));
            Assert.Equal(["overdue"], await EffectsAsync(test, matter));
        }
        await NothingIsLeftAsync(test);
    }

    [Fact]
    public async Task Two_pumps_on_hundreds_of_due_rows_share_them_and_fire_each_once()
    {
        await using var test = await NewDatabaseAsync();
        await PublishAsync(test, ProbeFlows.OneTask);
        var matters = new List<Guid>();
        for (var i = 0; i < Repetitions; i++)
            matters.Add(await BeginAsync(test, "OneTaskBegin"));
        var last = (await TimerAsync(test, matters[^1])).DueAt!.Value;
        Assert.Equal(Repetitions, await BothFireAsync(test.Get<DueTimers>(), test.SecondNode().GetRequiredService<DueTimers>(), last));
        foreach (var matter in matters)
            Assert.Equal(["overdue"], await EffectsAsync(test, matter));
        await NothingIsLeftAsync(test);
    }

    private static async Task<int> BothFireAsync(DueTimers one, DueTimers two, DateTimeOffset until)
    {
        using var start = new Barrier(2);
        var fired = await Task.WhenAll(
            Task.Run(() => { start.SignalAndWait(); return one.FireAsync(until, default); }),
            Task.Run(() => { start.SignalAndWait(); return two.FireAsync(until, default); }));
        return fired.Sum();
    }

    private static Task<Result<bool>> ResumeAsync(IActRing ring, Guid matter, Guid bookmark) => ring.RunAsync<bool>("probe/resume", Actor.System, (act, _) =>
    {
        act.Record(new LedgerFact(matter, "resume", "续办"));
        act.ResumeBookmark(bookmark, null, Gone);
        return Task.FromResult<Result<bool>>(true);
    });

    private static async Task<Result<bool>[]> BothAsync(Func<Task<Result<bool>>> one, Func<Task<Result<bool>>> two)
    {
        using var start = new Barrier(2);
        return await Task.WhenAll(
            Task.Run(() => { start.SignalAndWait(); return one(); }),
            Task.Run(() => { start.SignalAndWait(); return two(); }));
    }

    private static async Task<Guid> BookmarkAsync(TestDatabase test, Guid matter, string kind)
    {
        await using var db = test.Database.CreateContext();
        var correlation = matter.ToString("D");
        return (await db.Set<FlowBookmark>().SingleAsync(b => b.CorrelationId == correlation && b.Kind == kind)).Id;
    }

    private static async Task<FlowBookmark> TimerAsync(TestDatabase test, Guid matter)
    {
        await using var db = test.Database.CreateContext();
        var correlation = matter.ToString("D");
        return await db.Set<FlowBookmark>().SingleAsync(b => b.CorrelationId == correlation && b.DueAt != null);
    }

    private static async Task<int> CountFactsAsync(TestDatabase test, Guid matter, string act)
    {
        await using var db = test.Database.CreateContext();
        return await db.Set<LedgerEntry>().CountAsync(e => e.MatterId == matter && e.Act == act);
    }

    private static async Task NothingIsLeftAsync(TestDatabase test)
    {
        await using var db = test.Database.CreateContext();
        Assert.Empty(await db.Set<FlowBookmark>().ToListAsync());
        Assert.Empty(await db.Set<FlowSignal>().ToListAsync());
        Assert.Empty(await db.Set<FlowIncident>().ToListAsync());
    }
}
