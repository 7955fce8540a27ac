using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>
/// The ledger of a province: 1,000,000 hazards, 320,000 devices, 5,000,000 ledger entries, 300,000 open tasks. What people look at all day must
/// stay quick, and no statement may read a large table as a whole. <c>--rows 0.05</c> makes it smaller, <c>--on sqlite|postgresql</c> chooses,
/// <c>--keep folder</c> keeps the SQLite file and uses it again.
/// </summary>
internal static class SizeBenchmark
{
    private const int WarmUp = 5;

    public static async Task RunAsync(Floors floors, string[] args)
    {
        var share = double.Parse(Option(args, "--rows") ?? "1", CultureInfo.InvariantCulture);
        var only = Option(args, "--on");
        if (only is null or "sqlite")
            await OnSqliteAsync(floors, share, Option(args, "--keep"), args.Contains("--plans"));
        if (only is null or "postgresql")
            await OnPostgreSqlAsync(floors, share, args.Contains("--plans"));
    }

    internal static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static async Task OnSqliteAsync(Floors floors, double share, string? keep, bool showPlans)
    {
        var folder = keep is null ? Directory.CreateTempSubdirectory("workflow-size-db-").FullName : Directory.CreateDirectory(keep).FullName;
        try
        {
            var path = Path.Combine(folder, $"size-{share.ToString(CultureInfo.InvariantCulture)}.db");
            await MeasureAsync(floors, "SQLite", SqliteDialect.Instance, $"Data Source={path}", share, showPlans);
            Console.WriteLine($"SQLite: {new FileInfo(path).Length / 1024.0 / 1024:N0} MiB on disk");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (keep is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OnPostgreSqlAsync(Floors floors, double share, bool showPlans)
    {
        await using var server = await LocalPostgres.StartAsync();
        if (server is null)
            Console.WriteLine("PostgreSQL: skipped, Debian's package postgresql is not installed");
        else
            await MeasureAsync(floors, "PostgreSQL", PostgreSqlDialect.Instance, server.ConnectionString, share, showPlans);
    }

    private static async Task MeasureAsync(Floors floors, string name, Dialect dialect, string connectionString, double share, bool showPlans)
    {
        var clock = Stopwatch.StartNew();
        Console.WriteLine($"{name}: filling to {share:P0}");
        await using var host = await SizeHost.OpenAsync(dialect, connectionString, share, line => Console.WriteLine($"{line} ({clock.Elapsed.TotalSeconds:N0} s)"));
        Console.WriteLine($"{name}: ready after {clock.Elapsed.TotalSeconds:N0} s");
        var runs = 40;
        var baseline = await TimesAsync(runs, n => host.ReadAsync(async (_, db) => await db.Set<Capabilities.Shared.Matters.Matter>().FindAsync((long)(n * 7919 % host.Province.Hazards + 1)) is null ? 0 : 1));
        Console.WriteLine($"baseline, one row by primary key: p50 {At(baseline, 0.5):N2} ms, p95 {At(baseline, 0.95):N2} ms");
        Console.WriteLine("| what | rows | p50 ms | p95 ms | limit | × baseline | processor ms | SQL commands |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var query in await HotQueries.OfAsync(host))
        {
            var rows = 0;
            for (var i = 0; i < WarmUp; i++)
                rows = await query.RunAsync(i);
            using var commands = new CommandCount();
            var processor = Environment.CpuUsage.TotalTime;
            var times = await TimesAsync(runs, query.RunAsync);
            processor = Environment.CpuUsage.TotalTime - processor;
            Console.WriteLine($"| {query.Name} | {rows} | {At(times, 0.5):N1} | {At(times, 0.95):N1} | {query.Limit:N0} | {At(times, 0.5) / At(baseline, 0.5):N0} | {processor.TotalMilliseconds / runs:N1} | {commands.Count / (double)runs:N1} |");
            floors.AtMost($"{name}: {query.Name}, p95 ms", At(times, 0.95), query.Limit);
        }
        await VerbBenchmark.RunAsync(floors, name, host);
        await ShowPlansAsync(floors, name, host, showPlans);
    }

    private static async Task ShowPlansAsync(Floors floors, string name, SizeHost host, bool all)
    {
        foreach (var query in await HotQueries.OfAsync(host))
        {
            using var plans = new Plans(host.Database);
            await query.RunAsync(1);
            foreach (var (sql, plan, scanned) in await plans.ExplainAsync())
            {
                if (scanned.Length > 0 || all)
                    Console.WriteLine($"--- {query.Name}\n{(scanned.Length > 0 ? $"READS ALL OF {string.Join(", ", scanned)}\n" : "")}{sql}\n{plan}");
                floors.AtMost($"{name}: {query.Name}, large tables read as a whole", scanned.Length, 0);
            }
        }
    }

    private static async Task<double[]> TimesAsync(int runs, Func<int, Task<int>> run)
    {
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await run(i + WarmUp);
            times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        Array.Sort(times);
        return times;
    }

    internal static double At(double[] ordered, double share) => ordered[Math.Min(ordered.Length - 1, (int)(ordered.Length * share))];
}
