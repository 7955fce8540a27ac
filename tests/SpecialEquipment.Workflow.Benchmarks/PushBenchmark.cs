using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Server.Tests;
using SpecialEquipment.Workflow.Server.Tests.Notifications;

namespace SpecialEquipment.Workflow.Benchmarks;

/// <summary>
/// How long after an act the other screens know: the whole server with SQLite (<c>synchronous=FULL</c>), 200 SignalR connections over
/// WebSockets in the same process, one act after another, each telling every account. Measured from the end of the act's body,
/// so the commit itself is inside.
/// </summary>
internal static class PushBenchmark
{
    private const int Connections = 200;
    private const int WarmUp = 20;
    private const int Acts = 200;
    private static readonly string[] Accounts = ["inspector1", "inspector2", "officer1", "approver1", "enterprise1", "designer1", "admin1", "auditor1"];

    public static async Task RunAsync(Floors floors)
    {
        await using var host = await ServerHost.StartAsync();
        var (persons, screens) = await ConnectAsync(host);
        var started = new ConcurrentDictionary<string, long>();
        var latencies = new ConcurrentBag<double>();
        using var arrived = new SemaphoreSlim(0);
        foreach (var screen in screens)
        {
            screen.Line.On<JsonElement>("notice", notice =>
            {
                if (started.TryGetValue(notice.GetProperty("title").GetString()!, out var at))
                    latencies.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                arrived.Release();
            });
        }
        for (var i = 0; i < Acts + WarmUp; i++)
        {
            await SendAsync(host, persons, $"第 {i} 条", started, isMeasured: i >= WarmUp);
            for (var n = 0; n < screens.Count; n++)
            {
                if (!await arrived.WaitAsync(TimeSpan.FromSeconds(30)))
                    throw new InvalidOperationException($"act {i}: {n} of {screens.Count} screens were told");
            }
        }
        Report(floors, [.. latencies.Order()]);
        foreach (var screen in screens)
            await screen.DisposeAsync();
    }

    private static async Task<(List<Guid> Persons, List<HubScreen> Screens)> ConnectAsync(ServerHost host)
    {
        var (persons, screens) = (new List<Guid>(), new List<HubScreen>());
        foreach (var account in Accounts)
        {
            using var client = await host.SignInAsync(account);
            var session = await client.GetFromJsonAsync<JsonElement>("/api/session");
            persons.Add(session.GetProperty("user").GetProperty("personId").GetGuid());
            for (var n = 0; n < Connections / Accounts.Length; n++)
                screens.Add(await HubScreen.ConnectAsync(host.Address, client.DefaultRequestHeaders.Authorization!.Parameter));
        }
        return (persons, screens);
    }

    private static async Task SendAsync(ServerHost host, List<Guid> persons, string title, ConcurrentDictionary<string, long> started, bool isMeasured)
    {
        var notices = host.Services.GetRequiredService<INotices>();
        var done = await host.Services.GetRequiredService<IActRing>().RunAsync<bool>("benchmark", Actor.System, async (act, ct) =>
        {
            await notices.SendAsync(new NoticeDraft(NoticeKind.Decision, title, "内容") { To = [.. persons.Select(NoticeTarget.Person)] }, act, ct);
            if (isMeasured)
                started[title] = Stopwatch.GetTimestamp();
            return true;
        });
        if (done.IsRejected)
            throw new InvalidOperationException(done.Rejection!.Detail);
    }

    private static void Report(Floors floors, double[] ordered)
    {
        double At(double share) => ordered[(int)Math.Min(ordered.Length - 1, ordered.Length * share)];
        Console.WriteLine($"push: {Connections} connections, {Acts} acts, {ordered.Length} deliveries; commit -> screen in ms");
        floors.AtMost("push p99 ms", At(0.99), 1_000);
        Console.WriteLine($"p50 {At(0.5):F1}  p90 {At(0.9):F1}  p99 {At(0.99):F1}  max {ordered[^1]:F1}");
    }
}
