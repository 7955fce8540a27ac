using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>
/// Does memory stay flat? Eight people look and act without a pause in this process; memory is read once a few seconds, and its slope over the
/// second half is the verdict: the first half fills pools and caches. Nothing leaves the process.
/// </summary>
internal static class SoakBenchmark
{
    private const int People = 8;
    private const double MostMiBPerHour = 60;

    public static async Task RunAsync(Floors floors, string[] args)
    {
        var minutes = double.Parse(SizeBenchmark.Option(args, "--minutes") ?? "2", CultureInfo.InvariantCulture);
        var share = double.Parse(SizeBenchmark.Option(args, "--rows") ?? "0.01", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("workflow-soak-").FullName;
        await using (var host = await SizeHost.OpenAsync(SqliteDialect.Instance, $"Data Source={Path.Combine(folder, "soak.db")}", share, Console.WriteLine))
            await LoadAsync(floors, host, TimeSpan.FromMinutes(minutes));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task LoadAsync(Floors floors, SizeHost host, TimeSpan length)
    {
        var queries = await HotQueries.OfAsync(host);
        var officer = await host.ActorAsync("officer1");
        long reads = 0, verbs = 0;
        var refused = new ConcurrentBag<string>();
        using var end = new CancellationTokenSource(length);
        var people = Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            for (var n = person; !end.IsCancellationRequested; n += People)
            {
                if (n % 10 == 0)
                {
                    var times = new ConcurrentBag<double>();
                    await VerbBenchmark.ReportAndRegisterAsync(host, officer, times, refused);
                    Interlocked.Add(ref verbs, times.Count);
                }
                else
                {
                    await queries[n % queries.Count].RunAsync(n % 97);
                    Interlocked.Increment(ref reads);
                }
            }
        })).ToArray();
        var samples = await WatchAsync(length, end.Token);
        await Task.WhenAll(people);
        var half = samples.Where(s => s.At > length / 2).ToList();
        var (resident, heap) = (Slope(half, s => s.Resident), Slope(half, s => s.Heap));
        Console.WriteLine($"soak: {length.TotalMinutes:N0} min, {reads:N0} reads and {verbs:N0} verbs, {refused.Count} refused {refused.FirstOrDefault()}; second half: resident {resident:+0.0;-0.0} MiB/h, heap after collection {heap:+0.0;-0.0} MiB/h");
        floors.AtMost("soak: heap slope MiB per hour", heap, MostMiBPerHour);
        floors.AtMost("soak: verbs refused", refused.Count, 0);
    }

    private static async Task<List<Sample>> WatchAsync(TimeSpan length, CancellationToken end)
    {
        var (samples, clock) = (new List<Sample>(), Stopwatch.StartNew());
        var every = TimeSpan.FromSeconds(Math.Clamp(length.TotalSeconds / 40, 2, 60));
        while (!end.IsCancellationRequested)
        {
            try { await Task.Delay(every, end); }
            catch (OperationCanceledException) { break; }
            // what is left after a full collection is what is held
            GC.Collect();
            using var self = Process.GetCurrentProcess();
            var sample = new Sample(clock.Elapsed, self.WorkingSet64 / 1048576.0, GC.GetTotalMemory(forceFullCollection: false) / 1048576.0);
            samples.Add(sample);
            Console.WriteLine($"{sample.At.TotalSeconds,6:N0} s  resident {sample.Resident,7:N1} MiB  heap {sample.Heap,7:N1} MiB");
        }
        return samples;
    }

    /// <summary>Least squares, per hour.</summary>
    private static double Slope(IReadOnlyList<Sample> samples, Func<Sample, double> value)
    {
        if (samples.Count < 2)
            return 0;
        double meanX = samples.Average(s => s.At.TotalHours), meanY = samples.Average(value);
        return samples.Sum(s => (s.At.TotalHours - meanX) * (value(s) - meanY)) / samples.Sum(s => Math.Pow(s.At.TotalHours - meanX, 2));
    }

    private sealed record Sample(TimeSpan At, double Resident, double Heap);
}
