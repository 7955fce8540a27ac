using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Benchmarks;

/// <summary>
/// (b) The durable human-task act: authorisation, task and assignment rows, journal, ledger, notices and a timer in one commit on
/// SQLite with <c>synchronous=FULL</c>; started, suspended, resumed with an expression, finished.
/// </summary>
internal static class HumanTaskBenchmark
{
    private static readonly string Definition = BenchFlow.Text("human-task", ["Decision"],
        [
            BenchFlow.Node("begin", "Elsa.Event", BenchFlow.Literal("eventName", "BenchBegin"), canStart: true),
            BenchFlow.Node("ask", "Bench.AssignTask", BenchFlow.Literal("title", "审查整改方案")),
            BenchFlow.SetVariable("keep", "Decision", "getOutputFrom('ask', 'Outcome') === 'accept' ? 'ACCEPTED' : 'RETURNED'"),
            BenchFlow.Node("is", "Elsa.FlowDecision", BenchFlow.Script("condition", "Boolean", "getDecision() === 'ACCEPTED'")),
            BenchFlow.Node("end", "Elsa.Finish", ""),
        ],
        ["begin:Done:ask", "ask:Done:keep", "keep:Done:is", "is:True:end"]);

    private static readonly Actor Officer = new()
    {
        UserId = Guid.CreateVersion7(), UserName = "officer1", PersonId = Guid.CreateVersion7(), PersonName = "承办人甲",
        Posts = [new HeldPost(AssignBenchTask.Post, "特种设备安全监察科 承办岗", "CASE_OFFICER", null, null, null, "330100", null)],
    };

    public static async Task RunAsync(Floors floors)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-benchmark-").FullName;
        var raw = RawCommits(folder);
        Console.WriteLine($"baseline: SQLite commits a 2 KiB row {raw:N0} times a second here");
        var one = 0.0;
        foreach (var callers in new[] { 1, 4, 8 })
        {
            var m = await MeasureAsync(folder, callers);
            Console.WriteLine($"human task, {callers} caller(s): start {m.Starts:N0}/s; resume {m.Resumes:N0}/s ({m.Resumes / raw:P1} of the baseline), "
                + $"p50 {m.P50:N2} ms, p99 {m.P99:N2} ms, {m.Processor:N2} ms of processor time, {m.KibAllocated:N0} KiB allocated, {m.Commands:N0} SQL commands; {m.KibOnDisk:N1} KiB on disk per finished instance");
            if (callers == 1)
            {
                one = m.Resumes;
                floors.AtLeast("resumes per second at one caller", m.Resumes, 400);
                floors.AtMost("KiB allocated per resume", m.KibAllocated, 300);
                floors.AtMost("KiB on disk per instance", m.KibOnDisk, 10);
            }
            if (callers == 8)
            {
                floors.AtLeast("resumes per second at eight callers", m.Resumes, one);
                floors.AtMost("p99 ms at eight callers", m.P99, 25);
            }
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private sealed record Measured(double Starts, double Resumes, double P50, double P99, double Processor, double KibAllocated, double Commands, double KibOnDisk);

    private static async Task<Measured> MeasureAsync(string folder, int callers)
    {
        const int warmUp = 400, runs = 4000;
        var path = Path.Combine(folder, $"b{callers}.db");
        var services = new ServiceCollection();
        services.AddActRing().AddWorkflowDatabase(SqliteDialect.Instance, $"Data Source={path}");
        services.AddSingleton<ITables, BenchTables>();
        services.AddSingleton<IHostActivity, AssignBenchTask>();
        await using var provider = services.BuildServiceProvider();
        var database = provider.GetRequiredService<WorkflowDatabase>();
        await using (var db = database.CreateContext())
            await db.Database.EnsureCreatedAsync();
        var ring = provider.GetRequiredService<IActRing>();
        await PublishAsync(ring);

        await EachAsync(callers, warmUp, _ => StartAsync(ring));
        await ResumeAllAsync(ring, database, callers);
        var emptySize = SizeOf(database, path);

        var starts = Stopwatch.StartNew();
        await EachAsync(callers, runs, _ => StartAsync(ring));
        starts.Stop();
        using var commands = new CommandCount();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var (elapsed, times) = await ResumeAllAsync(ring, database, callers);
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Array.Sort(times);
        return new Measured(
            runs / starts.Elapsed.TotalSeconds, runs / elapsed.TotalSeconds, times[times.Length / 2], times[times.Length * 99 / 100],
            processor.TotalMilliseconds / runs, allocated / 1024.0 / runs, commands.Count / (double)runs, (SizeOf(database, path) - emptySize) / 1024.0 / runs);
    }

    private static async Task<Guid> StartAsync(IActRing ring)
    {
        var matter = Guid.CreateVersion7();
        await ring.RunAsync<bool>("bench/start", Officer, (act, _) =>
        {
            act.Record(new LedgerFact(matter, "submit-plan", "提交整改方案") { StateAfter = "PLAN_IN_REVIEW", Detail = new Dictionary<string, object?> { ["measures"] = 3, ["funds"] = "5000.00" } });
            act.Raise("BenchBegin", matter);
            return Task.FromResult<Result<bool>>(true);
        });
        return matter;
    }

    private static async Task<(TimeSpan Elapsed, double[] Milliseconds)> ResumeAllAsync(IActRing ring, WorkflowDatabase database, int callers)
    {
        List<Guid> open;
        await using (var db = database.CreateContext())
            open = await db.Set<BenchTask>().Where(t => t.State == BenchTaskState.Open).OrderBy(t => t.Key).Select(t => t.Id).ToListAsync();
        var times = new double[open.Count];
        var clock = Stopwatch.StartNew();
        await EachAsync(callers, open.Count, async i =>
        {
            var begun = Stopwatch.GetTimestamp();
            var result = await ring.RunAsync<bool>("bench/complete", Officer, (act, ct) => CompleteAsync(act, open[i], ct));
            times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (result.IsRejected)
                throw new InvalidOperationException(result.Rejection!.Code);
        });
        clock.Stop();
        await using (var db = database.CreateContext())
        {
            var unfinished = await db.Set<FlowInstance>().CountAsync(i => i.Status != "Finished");
            var trouble = await db.Set<FlowIncident>().Select(i => i.Message).Concat(db.Set<FlowSignal>().Select(s => s.LastError)).FirstOrDefaultAsync();
            if (unfinished > 0 || trouble is not null)
                throw new InvalidOperationException($"{unfinished} instances did not finish: {trouble}");
        }
        return (clock.Elapsed, times);
    }

    private static async Task<Result<bool>> CompleteAsync(ActContext act, Guid id, CancellationToken cancellation)
    {
        var task = await act.Db.Set<BenchTask>().FirstOrDefaultAsync(t => t.Id == id, cancellation);
        if (task is null || task.State != BenchTaskState.Open)
            return Rejection.Conflict("bench.not-open", "任务已办结。");
        var posts = act.Actor.Posts.Select(p => p.PostId).ToList();
        if (!await act.Db.Set<BenchAssignment>().AnyAsync(a => a.TaskId == id && a.IsOpen && posts.Contains(a.PostId), cancellation))
            return Rejection.Forbidden("bench.not-assigned", "任务未派给您。");
        task.State = BenchTaskState.Done;
        task.DoneAt = act.Now;
        task.Outcome = "accept";
        task.Version++;
        act.Record(new LedgerFact(task.MatterId, "complete-task", "办结任务：同意") { StateAfter = "RECTIFYING", Detail = new Dictionary<string, object?> { ["outcome"] = "accept", ["opinion"] = "措施可行，同意实施。" } });
        act.Raise($"TaskDone:{id:N}", task.MatterId, new Dictionary<string, object?> { ["outcome"] = "accept" });
        return true;
    }

    private static Task PublishAsync(IActRing ring) => ring.RunAsync<bool>("bench/publish", Actor.System, async (act, ct) =>
    {
        act.Db.Add(new FlowDefinition
        {
            VersionId = Guid.CreateVersion7(), DefinitionId = "human-task", Version = 1, Name = "human-task", Json = Definition, IsLatest = true, IsPublished = true, CreatedAt = act.Now, UpdatedAt = act.Now,
        });
        await Stamps.DefinitionsChangedAsync(act.Db, ct);
        return true;
    });

    private static Task EachAsync(int callers, int count, Func<int, Task> body)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                await body(i);
        })));
    }

    private static double SizeOf(WorkflowDatabase database, string path)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return new FileInfo(path).Length;
    }

    private static double RawCommits(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE r (id INTEGER PRIMARY KEY, v BLOB)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO r (v) VALUES (@v)";
        command.Parameters.AddWithValue("@v", new byte[2048]);
        command.Prepare();
        const int runs = 4000;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < runs; i++)
            command.ExecuteNonQuery();
        return runs / clock.Elapsed.TotalSeconds;
    }
}
