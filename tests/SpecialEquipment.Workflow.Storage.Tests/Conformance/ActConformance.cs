using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage.Flows;
using SpecialEquipment.Workflow.Storage.Tests.Databases;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

/// <summary>One commit: what an act, its ledger and its flows leave when all goes well and when it does not.</summary>
public abstract class ActConformance(TestServer server) : Conformance(server)
{
    [Fact]
    public async Task What_the_flow_writes_and_records_is_in_the_acts_commit()
    {
        var heard = new Listener();
        await using var test = await NewDatabaseAsync(s => s.AddSingleton<IAfterCommit>(heard));
        await PublishAsync(test, ProbeFlows.TwoTasks);
        var matter = await BeginAsync(test, "TwoTasksBegin");

        await using var db = test.Database.CreateContext();
        Assert.Equal(["begin", "assign", "assign"], await db.Set<LedgerEntry>().Where(e => e.MatterId == matter).OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());
        Assert.True((await VerifyLedger.RunAsync(db, matter, default)).IsIntact);
        Assert.Equal(2, await db.Set<ProbeTask>().CountAsync(t => t.MatterId == matter));
        Assert.Equal(3, heard.Last!.Facts.Count);
        Assert.Equal("Suspended", Assert.Single(heard.Last.Flows).Status);
        Assert.NotNull(heard.Last.EarliestTimer);
    }

    [Fact]
    public async Task A_host_activity_that_throws_is_undone_alone_and_becomes_an_incident()
    {
        await using var test = await NewDatabaseAsync();
        test.Services.GetServices<IHostActivity>().OfType<Stumble>().Single().TimesToThrow = 1;
        await PublishAsync(test, ProbeFlows.Stumbling);
        var matter = await BeginAsync(test, "StumbleBegin");

        Assert.Equal(["before"], await EffectsAsync(test, matter));
        await using var db = test.Database.CreateContext();
        Assert.Equal(["begin"], await db.Set<LedgerEntry>().Where(e => e.MatterId == matter).Select(e => e.Act).ToListAsync());
        var incident = await db.Set<FlowIncident>().SingleAsync();
        Assert.Contains("stumbled on purpose", incident.Message, StringComparison.Ordinal);

        await DoAsync(test.Ring, (act, _) =>
        {
            act.RetryIncident(incident.InstanceId, incident.Id, Rejection.Conflict("probe.closed", "已处理"));
            return Task.CompletedTask;
        });
        Assert.Equal(["before", "stumble", "after"], await EffectsAsync(test, matter));
        Assert.Equal("Finished", (await InstanceAsync(test, matter)).Status);
    }

    [Fact]
    public async Task A_flow_that_faults_keeps_the_act_and_its_signal_and_takes_it_later()
    {
        await using var test = await NewDatabaseAsync();
        await PublishAsync(test, ProbeFlows.OneTask);
        await PublishAsync(test, ProbeFlows.OneTask, "{ this is no definition");
        var matter = Guid.CreateVersion7();
        await DoAsync(test.Ring, (act, _) =>
        {
            act.Db.Add(new ProbeEffect { MatterId = matter, Name = "registered", At = act.Now });
            act.Record(new LedgerFact(matter, "begin", "开始"));
            act.Raise("OneTaskBegin", matter, new Dictionary<string, object?> { ["count"] = 2.0, ["名"] = "值" });
            return Task.CompletedTask;
        });

        Assert.Equal(["registered"], await EffectsAsync(test, matter));
        Guid signal;
        await using (var db = test.Database.CreateContext())
        {
            var kept = await db.Set<FlowSignal>().SingleAsync();
            signal = kept.Id;
            Assert.Equal(("OneTaskBegin", 1), (kept.Name, kept.Attempts));
            Assert.True(kept.RetryAt > kept.RaisedAt);
        }

        // still broken: it stays, and waits longer
        await test.Get<KeptWork>().DeliverAsync(signal, default);
        await using (var db = test.Database.CreateContext())
            Assert.Equal(2, (await db.Set<FlowSignal>().SingleAsync()).Attempts);

        await PublishAsync(test, ProbeFlows.OneTask);
        Assert.Null((await test.Get<KeptWork>().DeliverAsync(signal, default)).Rejection);
        await using (var db = test.Database.CreateContext())
        {
            Assert.Empty(await db.Set<FlowSignal>().ToListAsync());
            Assert.Equal(1, await db.Set<ProbeTask>().CountAsync(t => t.MatterId == matter));
        }
        Assert.Equal("flows.signal-delivered", (await test.Get<KeptWork>().DeliverAsync(signal, default)).Rejection?.Code);
    }

    [Fact]
    public async Task A_conflict_in_the_database_does_the_act_again_and_in_the_end_refuses_it_as_busy()
    {
        await using var test = await NewDatabaseAsync();
        var tries = 0;
        var second = await test.Ring.RunAsync<int>("probe/conflict", Actor.System, (act, _) =>
        {
            act.Db.Add(new ProbeEffect { MatterId = Guid.CreateVersion7(), Name = "tried", At = act.Now });
            return ++tries < 3 ? throw new DbUpdateConcurrencyException("conflict") : Task.FromResult<Result<int>>(tries);
        });
        Assert.Equal(3, second.Value);

        var never = await test.Ring.RunAsync<int>("probe/conflict", Actor.System, (_, _) => throw new DbUpdateConcurrencyException("conflict"));
        Assert.Equal(("busy", 409), (never.Rejection!.Code, never.Rejection.Status));
        await using var db = test.Database.CreateContext();
        Assert.Equal(1, await db.Set<ProbeEffect>().CountAsync());
    }

    [Fact]
    public async Task A_tail_never_skips_a_row_that_commits_late()
    {
        await using var test = await NewDatabaseAsync();
        await using var reader = test.Database.CreateContext();
        var position = await Tails.EndAsync<ProbeNotice>(reader, default);
        var seen = new List<string>();

        // "early" takes its number first and commits last
        var written = new TaskCompletionSource();
        var mayCommit = new TaskCompletionSource();
        var early = Task.Run(() => DoAsync(test.Ring, async (act, ct) =>
        {
            act.Db.Add(new ProbeNotice { Id = Guid.CreateVersion7(), Text = "early" });
            await act.Db.SaveChangesAsync(ct);
            written.SetResult();
            await mayCommit.Task;
        }));
        await written.Task;
        var late = Task.Run(() => DoAsync(test.SecondNode().GetRequiredService<IActRing>(), (act, _) =>
        {
            act.Db.Add(new ProbeNotice { Id = Guid.CreateVersion7(), Text = "late" });
            return Task.CompletedTask;
        }));
        if (!test.Dialect.HasSingleWriter)
            await late; // committed with the higher number while the lower one is still open
        await ReadAsync();
        Assert.Empty(seen);
        mayCommit.SetResult();
        await Task.WhenAll(early, late);
        await ReadAsync();
        Assert.Equal(["early", "late"], seen.Order());
        await ReadAsync();
        Assert.Equal(2, seen.Count);

        async Task ReadAsync()
        {
            foreach (var notice in await Tails.ReadAsync<ProbeNotice>(reader, position, 100, default))
            {
                seen.Add(notice.Text);
                position = Tails.PositionOf(notice);
            }
        }
    }

    private sealed class Listener : IAfterCommit
    {
        public CommittedAct? Last { get; private set; }
        public void Committed(CommittedAct act) => Last = act;
    }
}
