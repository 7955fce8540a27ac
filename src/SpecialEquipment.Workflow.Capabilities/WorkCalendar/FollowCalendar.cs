using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>
/// Keeps this node on the newest calendar and policy pack, and has open deadlines recomputed after a year was loaded anywhere.
/// </summary>
/// <remarks>
/// Every node looks at the newest edition every few seconds of machine time, or at once when it loaded one itself. A deadline that
/// another node still started on the old calendar in between is found at the next look, because a deadline names the calendar it was
/// last asked under. Two nodes at the same batch: the deadlines' versions make one of them retry, and asking twice changes nothing.
/// </remarks>
public sealed partial class FollowCalendar(
    IServiceScopeFactory scopes, IActRing ring, DeadlineRules rules, TimeProvider machine, IConfiguration configuration, ILogger<FollowCalendar> log) : BackgroundService, IStartupStep
{
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeSpan interval = TimeSpan.FromSeconds(configuration.GetValue("Calendar:PollSeconds", 5));

    /// <summary>A year was loaded here: this node answers by it from now on, and the recomputation begins without waiting for the interval.</summary>
    internal async Task LoadedAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await TakeOverAsync(db, await db.Set<CalendarEdition>().OrderByDescending(e => e.Key).Select(e => e.Version).FirstAsync(cancellation), cancellation);
        wake.Writer.TryWrite(true);
    }

    /// <summary>Before everything that sets deadlines, the demo county too.</summary>
    public int Order => 10;

    /// <summary>First start: the shipped data becomes rows. Every start: what is in force is read from the rows.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await LoadShippedData.RunAsync(ring, cancellation);
        await FollowAsync(cancellation);
    }

    /// <summary>Takes over the newest calendar and works off every deadline that it may move.</summary>
    internal async Task FollowAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var newest = await db.Set<CalendarEdition>().AsNoTracking().OrderByDescending(e => e.Key).FirstOrDefaultAsync(cancellation);
        if (newest is null)
        {
            return;
        }

        await TakeOverAsync(db, newest.Version, cancellation);
        await ApplyRulesAsync(db, cancellation);
        if (newest.CancelledAt is not null)
        {
            return;
        }

        var pending = await db.Set<CalendarEdition>().AsNoTracking().Where(e => e.RecomputedAt == null && e.CancelledAt == null).ToListAsync(cancellation);
        var all = pending.Any(e => e.ReplacesLoadedYear);
        if (pending.Count > 0 || await RecomputeDeadlines.Stale(db, newest.Version, all).AnyAsync(cancellation))
        {
            await RecomputeAsync(newest.Key, all, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(stoppingToken);
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(log, e); // the next look tries again; what was committed stays
            }
        }
    }

    private async Task TakeOverAsync(WorkflowDbContext db, string version, CancellationToken cancellation)
    {
        var pack = await db.Set<StoredPolicyPack>().OrderByDescending(p => p.Key).Select(p => p.Version).FirstOrDefaultAsync(cancellation);
        var now = rules.Now;
        if (now.Calendar.Version == version && (pack is null || pack == now.Policy.Version))
        {
            return;
        }

        var calendar = await CalendarBook.CalendarAsync(db, cancellation) ?? now.Calendar;
        var policy = await CalendarBook.PolicyAsync(db, cancellation) ?? now.Policy;
        rules.Replace(calendar, policy);
        TookOver(log, calendar.Version, policy.Version);
    }

    /// <summary>After a new pack: every open limit is looked at once, by whichever node comes first.</summary>
    private async Task ApplyRulesAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        var pack = await db.Set<StoredPolicyPack>().AsNoTracking().OrderByDescending(p => p.Key).FirstOrDefaultAsync(cancellation);
        if (pack is null || pack.AppliedAt is not null || pack.Version != rules.Now.Policy.Version)
        {
            return;
        }

        var now = rules.Now;
        while (true)
        {
            var result = await ring.RunAsync("calendar/apply-policy-pack", Actor.System, (act, token) => ApplyPolicyPack.BatchAsync(pack.Key, now, act, token), cancellation: cancellation);
            if (result.IsRejected || result.Value == 0)
            {
                return;
            }
        }
    }

    private async Task RecomputeAsync(long editionKey, bool all, CancellationToken cancellation)
    {
        var calendar = rules.Now.Calendar;
        while (true)
        {
            var result = await ring.RunAsync("calendar/recompute-deadlines", Actor.System,
                (act, token) => RecomputeDeadlines.BatchAsync(editionKey, calendar, all, act, token), cancellation: cancellation);
            if (result.IsRejected || result.Value == 0)
            {
                return; // busy or stopped by hand: the next look goes on
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(Task.Delay(interval, machine, either.Token), wake.Reader.WaitToReadAsync(either.Token).AsTask());
        await either.CancelAsync();
        wake.Reader.TryRead(out _);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "working-day calendar {Calendar} and policy pack {Policy} are in force")]
    private static partial void TookOver(ILogger logger, string calendar, string policy);

    [LoggerMessage(Level = LogLevel.Error, Message = "following the working-day calendar failed; trying again")]
    private static partial void Failed(ILogger logger, Exception e);
}
