using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>Verbs through the real ring and the real flows: 20 people at once report hazards and register them.</summary>
internal static class VerbBenchmark
{
    private const int Users = 20;
    private const int VerbsEach = 12;

    /// <summary>A person reads before he acts: so long, at most, between two verbs of one.</summary>
    private const int MostThinkingMilliseconds = 2_000;

    public static async Task RunAsync(Floors floors, string name, SizeHost host)
    {
        var officer = await host.ActorAsync("officer1");
        var times = new ConcurrentBag<double>();
        var refused = new ConcurrentBag<string>();
        await ReportAndRegisterAsync(host, officer, new ConcurrentBag<double>(), refused); // warm
        var processor = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => Task.Run(async () =>
        {
            var thinking = new Random(user);
            for (var i = 0; i < VerbsEach / 2; i++)
            {
                await Task.Delay(thinking.Next(MostThinkingMilliseconds));
                await ReportAndRegisterAsync(host, officer, times, refused);
            }
        })));
        processor = Environment.CpuUsage.TotalTime - processor;
        var ordered = times.Order().ToArray();
        if (ordered.Length == 0)
            throw new InvalidOperationException($"no verb was admitted: {refused.FirstOrDefault()}");
        Console.WriteLine($"verbs of {Users} users on {name}: {ordered.Length} acts, p50 {SizeBenchmark.At(ordered, 0.5):N1} ms, p95 {SizeBenchmark.At(ordered, 0.95):N1} ms, processor {processor.TotalMilliseconds / ordered.Length:N1} ms each, refused {refused.Count} {refused.FirstOrDefault()}");
        floors.AtMost($"{name}: a verb of {Users} users, p95 ms", SizeBenchmark.At(ordered, 0.95), 60);
        floors.AtMost($"{name}: verbs refused", refused.Count, 0);
    }

    internal static async Task ReportAndRegisterAsync(SizeHost host, Actor officer, ConcurrentBag<double> times, ConcurrentBag<string> refused)
    {
        var device = await host.ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().Where(e => e.RegionCode.StartsWith("140581")).OrderBy(e => e.Key).FirstAsync());
        var report = new ReportForm
        {
            Source = HazardSource.TipOff, FoundAt = host.Now.AddMinutes(-1), EnterpriseId = device.EnterpriseId, EquipmentId = device.Id, Place = device.Place, RegionCode = device.RegionCode,
            Text = "层门门锁啮合深度不足7mm", ImmediateDanger = false,
        };
        if (await TimedAsync(() => host.Ring.RunAsync("hazards/report-hazard", officer, (act, ct) => act.Services.GetRequiredService<ReportHazard>().DoAsync(report, act, ct)), times, refused) is { } reported)
            await TimedAsync(() => host.Ring.RunAsync("hazards/register", officer, (act, ct) => act.Services.GetRequiredService<MatterCommands>().Find("register")!.ExecuteAsync(
                reported.MatterId, reported.Version, JsonSerializer.SerializeToElement(new { clause = "《特种设备安全监督检查办法》第二十九条" }), act, ct)), times, refused);
    }

    private static async Task<CommandReceipt?> TimedAsync(Func<Task<Result<CommandReceipt>>> verb, ConcurrentBag<double> times, ConcurrentBag<string> refused)
    {
        var begun = Stopwatch.GetTimestamp();
        var result = await verb();
        if (result.IsRejected)
        {
            refused.Add($"{result.Rejection!.Code} {result.Rejection.Detail} {string.Join(';', result.Rejection.Errors.Select(e => e.Field + e.Expected + e.Actual))}");
            return null;
        }
        times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return result.Value;
    }
}
