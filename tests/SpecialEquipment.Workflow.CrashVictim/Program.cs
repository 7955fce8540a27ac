using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

// usage: CrashVictim <connection string>
// Runs acts under load until it is killed. Says on a line of its own what was acknowledged: "began <matter>", "answered <matter>".
await using var services = new ServiceCollection().AddProbes(SqliteDialect.Instance, args[0]).AddTimerPump().BuildServiceProvider();
foreach (var hosted in services.GetServices<IHostedService>())
    await hosted.StartAsync(CancellationToken.None);
var ring = services.GetRequiredService<IActRing>();
using var output = Console.OpenStandardOutput();
var gate = new Lock();
await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WorkAsync)));

async Task WorkAsync()
{
    while (true)
    {
        var matter = Guid.CreateVersion7();
        await ProbeActs.BeginAsync(ring, matter, "CrashBegin");
        Say($"began {matter}\n");
        await ProbeActs.AnswerAsync(ring, matter, "a");
        Say($"answered {matter}\n");
    }
}

// unbuffered: a line that was written was acknowledged, whatever happens next
void Say(string line)
{
    lock (gate)
        output.Write(System.Text.Encoding.ASCII.GetBytes(line));
}
