using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>
/// Works imports off, one at a time per node. Every node looks every few seconds for one that nobody works on; the node where a person
/// pressed the button looks at once. A node that dies leaves a lease that runs out, and another goes on where its last commit ended.
/// </summary>
public sealed partial class RunImports : BackgroundService
{
    private readonly ImportWork work;
    private readonly CheckRows checking;
    private readonly TakeRows taking;
    private readonly TimeProvider machine;
    private readonly ILogger<RunImports> log;
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeSpan interval;

    internal RunImports(ImportWork work, CheckRows checking, TakeRows taking, TimeProvider machine, IConfiguration configuration, ILogger<RunImports> log)
    {
        (this.work, this.checking, this.taking, this.machine, this.log) = (work, checking, taking, machine, log);
        interval = TimeSpan.FromSeconds(configuration.GetValue("Spreadsheets:PollSeconds", 5));
    }

    internal void Wake() => wake.Writer.TryWrite(true);

    /// <summary>Works off everything that waits.</summary>
    internal async Task WorkAsync(CancellationToken cancellation)
    {
        while (await work.ClaimAsync(cancellation) is { } import)
        {
            try
            {
                await (import.State == ImportState.Checking ? checking.RunAsync(import, cancellation) : taking.RunAsync(import, cancellation));
            }
            finally
            {
                await work.ReleaseAsync(import);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(log, e); // the next look tries again; what was committed stays
            }
            await WaitAsync(stoppingToken);
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.Delay(interval, machine, either.Token), wake.Reader.WaitToReadAsync(either.Token).AsTask());
        await either.CancelAsync();
        wake.Reader.TryRead(out _);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "working on imports failed; trying again")]
    private static partial void Failed(ILogger logger, Exception e);
}
