using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Flows;
using SpecialEquipment.Workflow.Storage.Tests.Databases;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Crash;

/// <summary>
/// A server process is killed with <c>kill -9</c> at random points under load, again and again on one database. Afterwards every
/// acknowledged act is there once, every flow goes on, every timer fires once. <c>CRASH_RUNS</c> says how often.
/// </summary>
public class CrashTests
{
    private readonly int runs = int.TryParse(Environment.GetEnvironmentVariable("CRASH_RUNS"), out var n) ? n : 60;
    private readonly Random random = new(20261122);

    [Fact]
    public async Task What_was_acknowledged_survives_and_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-crash-").FullName;
        var connectionString = $"Data Source={Path.Combine(folder, "workflow.db")}";
        await using (var test = await OpenAsync(connectionString))
        {
            await using var db = test.Database.CreateContext();
            db.Add(ProbeFlows.Definition(ProbeFlows.PersonAndTimer, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            await db.SaveChangesAsync();
        }
        long seen = 0, acknowledged = 0;
        for (var run = 0; run < runs; run++)
        {
            var lines = await KillAtRandomAsync(connectionString);
            acknowledged += lines.Count;
            await using var test = await OpenAsync(connectionString);
            await CheckAsync(test, lines, seen);
            seen = await FinishAsync(test, seen);
        }
        Assert.True(acknowledged > runs, $"only {acknowledged} acts in {runs} runs");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Lets the victim acknowledge some acts, then kills it without warning; returns all it had acknowledged.</summary>
    private async Task<List<string>> KillAtRandomAsync(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet", [Victim(), connectionString]) { RedirectStandardOutput = true };
        using var victim = Process.Start(start)!;
        var lines = new List<string>();
        var mayLive = random.Next(1, 80);
        while (lines.Count < mayLive && await victim.StandardOutput.ReadLineAsync() is { } line)
            lines.Add(line);
        // a moment inside some act, not just after one
        Thread.SpinWait(random.Next(300_000));
        victim.Kill();
        while (await victim.StandardOutput.ReadLineAsync() is { } line)
            lines.Add(line);
        await victim.WaitForExitAsync();
        Assert.Equal(128 + 9, victim.ExitCode);
        return lines;
    }

    private static async Task CheckAsync(TestDatabase test, List<string> lines, long seen)
    {
        await using var db = test.Database.CreateContext();
        var answered = await db.Set<LedgerEntry>().Where(e => e.Act == "answer").Select(e => e.MatterId).ToListAsync();
        var begun = await db.Set<FlowInstance>().Where(i => i.Key > seen).Select(i => i.CorrelationId!).ToListAsync();
        Assert.Equal(begun.Count, begun.Distinct().Count());
        foreach (var line in lines)
        {
            var (what, matter) = (line.Split(' ')[0], line.Split(' ')[1]);
            Assert.Contains(matter, begun);
            if (what == "answered")
                Assert.Single(answered, Guid.Parse(matter));
        }
        foreach (var matter in begun.Select(Guid.Parse))
        {
            Assert.True((await VerifyLedger.RunAsync(db, matter, default)).IsIntact);
            Assert.Equal(1, await db.Set<ProbeTask>().CountAsync(t => t.MatterId == matter));
            Assert.Equal(1, await db.Set<LedgerEntry>().CountAsync(e => e.MatterId == matter && e.Act == "begin"));
        }
    }

    /// <summary>Everything the victim left open is taken to its end.</summary>
    private static async Task<long> FinishAsync(TestDatabase test, long seen)
    {
        List<Guid> open;
        await using (var db = test.Database.CreateContext())
            open = await db.Set<ProbeTask>().Where(t => t.State == ProbeState.Open).Select(t => t.MatterId).ToListAsync();
        foreach (var matter in open)
            Assert.Null((await ProbeActs.AnswerAsync(test.Ring, matter, "a")).Rejection);
        var timers = test.Get<DueTimers>();
        await timers.TakeOverAsync(default);
        await timers.FireAsync(test.Get<BusinessClock>().GetUtcNow().AddMinutes(1), default);

        await using (var db = test.Database.CreateContext())
        {
            var instances = await db.Set<FlowInstance>().Where(i => i.Key > seen).ToListAsync();
            Assert.All(instances, i => Assert.Equal("Finished", i.Status));
            foreach (var matter in instances.Select(i => Guid.Parse(i.CorrelationId!)))
                Assert.Equal(["timer", "joined"], await EffectsAsync(db, matter));
            Assert.Equal(0, await db.Set<FlowBookmark>().CountAsync() + await db.Set<FlowSignal>().CountAsync() + await db.Set<FlowIncident>().CountAsync());
            return instances.Count == 0 ? seen : instances.Max(i => i.Key);
        }
    }

    private static async Task<List<string>> EffectsAsync(WorkflowDbContext db, Guid matter) =>
        await db.Set<ProbeEffect>().Where(e => e.MatterId == matter).OrderBy(e => e.Name == "joined").Select(e => e.Name).ToListAsync();

    private static Task<TestDatabase> OpenAsync(string connectionString) => TestDatabase.CreateAsync(SqliteDialect.Instance, connectionString, () => Task.CompletedTask);

    /// <summary>Built beside this assembly, in the same configuration.</summary>
    private static string Victim()
    {
        const string name = "SpecialEquipment.Workflow.CrashVictim";
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration, tests) = (here.Name, here.Parent!.Name, here.Parent!.Parent!.Parent!.Parent!);
        return Path.Combine(tests.FullName, name, "bin", configuration, framework, name + ".dll");
    }
}
