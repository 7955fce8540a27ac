using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage.Tests.Databases;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

public abstract class ClockConformance(TestServer server) : Conformance(server)
{
    [Fact]
    public async Task Moving_time_makes_everything_due_happen_in_order_at_its_own_instant()
    {
        var daily = new Daily();
        await using var test = await NewDatabaseAsync(s => s.AddSingleton<IDuty>(daily));
        daily.Ring = test.Ring;
        await PublishAsync(test, ProbeFlows.OneTask);
        var clock = test.Get<BusinessClock>();
        var start = clock.GetUtcNow();
        await test.Get<DutyRunner>().RunDueAsync(default); // seen for the first time: begins now
        var matter = await BeginAsync(test, "OneTaskBegin");
        var due = await DueAsync(test, matter);

        var to = start.AddDays(5);
        Assert.Null((await test.Get<ClockMover>().AdvanceAsync(to, default)).Rejection);

        await using var db = test.Database.CreateContext();
        var happened = await db.Set<ProbeEffect>().OrderBy(e => e.Key).ToListAsync();
        Assert.Equal(["day", "day", "overdue", "day", "day", "day"], happened.Select(e => e.Name));
        Assert.Equal(due, happened[2].At);
        Assert.Equal(happened.Select(e => e.At).Order(), happened.Select(e => e.At));
        Assert.True(clock.GetUtcNow() >= to.AddMilliseconds(-1));
    }

    [Fact]
    public async Task Time_goes_forward_only_and_where_it_stands_survives_a_restart()
    {
        await using var test = await NewDatabaseAsync();
        var clock = test.Get<BusinessClock>();
        var mover = test.Get<ClockMover>();
        var later = clock.GetUtcNow().AddDays(30);
        Assert.Null((await mover.AdvanceAsync(later, default)).Rejection);
        Assert.Equal("clock.backwards", (await mover.AdvanceAsync(later.AddDays(-1), default)).Rejection?.Code);

        var restarted = new BusinessClock(TimeProvider.System);
        var keeper = ActivatorUtilities.CreateInstance<ClockKeeper>(test.Services, restarted);
        await keeper.RestoreAsync(default);
        Assert.InRange(restarted.GetUtcNow(), later.AddMilliseconds(-1), later.AddMinutes(5));
    }

    [Fact]
    public async Task A_duty_that_fails_is_tried_again_from_the_same_slot()
    {
        var daily = new Daily { TimesToFail = 1 };
        await using var test = await NewDatabaseAsync(s => s.AddSingleton<IDuty>(daily));
        daily.Ring = test.Ring;
        var duties = test.Get<DutyRunner>();
        await duties.RunDueAsync(default);
        var clock = test.Get<BusinessClock>();
        await test.Get<ClockMover>().AdvanceAsync(clock.GetUtcNow().AddDays(3), default);
        Assert.Empty(daily.Slots);
        Assert.Equal(3, await duties.RunDueAsync(default));
        Assert.Equal(daily.Slots.Order(), daily.Slots);
        Assert.Equal(0, await duties.RunDueAsync(default));
    }

    [Fact]
    public async Task The_pump_wakes_for_a_timer_that_is_set_while_it_sleeps()
    {
        var fired = new Fired();
        await using var test = await NewDatabaseAsync(s => s.AddTimerPump().AddSingleton<IAfterCommit>(fired));
        await PublishAsync(test, ProbeFlows.Flowchart("soon",
            [ProbeFlows.Event("begin", "SoonBegin", canStart: true), ProbeFlows.Delay("d", "00:00:00.0500000"), ProbeFlows.Effect("soon")],
            ["begin:Done:d", "d:Done:soon"]));
        var pump = test.Services.GetServices<IHostedService>().OfType<TimerPump>().Single();
        await pump.StartAsync(default);
        var matter = await BeginAsync(test, "SoonBegin");
        await fired.Happened.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["soon"], await EffectsAsync(test, matter));
        await pump.StopAsync(default);
    }

    [Fact]
    public async Task A_timer_whose_flow_faults_waits_twice_as_long_after_each_failure()
    {
        var machine = new MovedMachine();
        var overreach = new Overreach { TimesToFault = 4 };
        await using var test = await NewDatabaseAsync(s => s.AddSingleton<TimeProvider>(machine).AddSingleton<IHostActivity>(overreach));
        await PublishAsync(test, ProbeFlows.Flowchart("overreaching",
            [ProbeFlows.Event("begin", "OverreachBegin", canStart: true), ProbeFlows.Delay("d", "1.00:00:00"), ProbeFlows.Node("o", "Test.Overreach", ""), ProbeFlows.Effect("after")],
            ["begin:Done:d", "d:Done:o", "o:Done:after"]));
        var matter = await BeginAsync(test, "OverreachBegin");
        var due = await DueAsync(test, matter);
        var timers = test.Get<DueTimers>();

        for (var attempt = 1; attempt <= 4; attempt++)
        {
            var from = Storage.Conventions.Instants.Truncate(machine.GetUtcNow());
            Assert.Equal(0, await timers.FireAsync(due, default));
            Assert.Equal(0, await timers.FireAsync(due, default)); // and not again before its time
            await using var db = test.Database.CreateContext();
            var timer = await db.Set<Storage.Flows.FlowBookmark>().SingleAsync(b => b.DueAt != null);
            var incident = await db.Set<Storage.Flows.FlowIncident>().SingleAsync();
            Assert.Equal((attempt, attempt, null), (timer.Attempts, incident.Attempts, incident.ResolvedAt));
            var wait = TimeSpan.FromSeconds(10 << (attempt - 1));
            Assert.InRange(timer.LeaseUntil!.Value, from + wait, machine.GetUtcNow() + wait);
            machine.Ahead += wait + TimeSpan.FromSeconds(1);
        }

        Assert.Equal(1, await timers.FireAsync(due, default));
        Assert.Equal(["after"], await EffectsAsync(test, matter));
        await using var after = test.Database.CreateContext();
        Assert.NotNull((await after.Set<Storage.Flows.FlowIncident>().SingleAsync()).ResolvedAt);
    }

    private static async Task<DateTimeOffset> DueAsync(TestDatabase test, Guid matter)
    {
        await using var db = test.Database.CreateContext();
        var correlation = matter.ToString("D");
        return (await db.Set<Storage.Flows.FlowBookmark>().SingleAsync(b => b.CorrelationId == correlation && b.DueAt != null)).DueAt!.Value;
    }

    /// <summary>Machine time that the test moves forward.</summary>
    private sealed class MovedMachine : TimeProvider
    {
        public TimeSpan Ahead { get; set; }
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }

    private sealed class Fired : IAfterCommit
    {
        public TaskCompletionSource Happened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Committed(CommittedAct act)
        {
            if (act.Name == "timers/fire")
                Happened.TrySetResult();
        }
    }

    /// <summary>Every day at the same time of day, an hour before the first day is over.</summary>
    private sealed class Daily : IDuty
    {
        public IActRing Ring { get; set; } = null!;
        public int TimesToFail { get; set; }
        public List<DateTimeOffset> Slots { get; } = [];
        public string Name => "probe/daily";
        private DateTimeOffset? first;

        public DateTimeOffset? NextSlot(DateTimeOffset after)
        {
            var slot = first ??= after.AddHours(23);
            while (slot <= after)
                slot = slot.AddDays(1);
            return slot;
        }

        public Task RunAsync(DateTimeOffset slot, CancellationToken cancellation)
        {
            if (TimesToFail-- > 0)
                throw new FormatException("failed on purpose");
            Slots.Add(slot);
            return DoAsync(Ring, (act, _) =>
            {
                act.Db.Add(new ProbeEffect { MatterId = Guid.CreateVersion7(), Name = "day", At = act.Now });
                return Task.CompletedTask;
            }, slot);
        }
    }
}
