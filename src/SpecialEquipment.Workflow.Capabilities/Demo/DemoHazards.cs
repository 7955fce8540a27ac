using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>
/// 120 hazards in every state with the histories that led there. Nothing is written as rows: every case is acted out through the real
/// commands and flows, all cases together in the order of time, and every timer that falls due on the way fires at its instant.
/// Some fifteen hundred commits take longer than a start should, so the server is ready first and the cases appear one after another;
/// meanwhile nobody else makes time happen. A process that dies leaves the next one to go on where it stopped (<see cref="DemoStory"/>).
/// <c>Demo:Hazards</c> says how many (0 for none).
/// </summary>
public sealed class DemoHazards(
    IServiceScopeFactory scopes, IActRing ring, MatterCommands commands, ReportHazard report, DueTimers timers, BusinessClock clock, DeadlineRules rules,
    IDemoAccounts accounts, IAttachmentStore store, IConfiguration configuration, Clockwork clockwork, ILogger<DemoHazards> log,
    IHostApplicationLifetime? lifetime = null) : BackgroundService, IDemoData
{
    private const int DefaultCount = 120;
    private const int StoriesBetweenReports = 30;
    private Clockwork.Turn? turn;
    private int total;
    private int standing;

    public int Order => 20;

    /// <summary>Stories that ended before their point because a command refused.</summary>
    public int Refused { get; private set; }

    private int Count => configuration.GetValue("Demo:Hazards", DefaultCount);

    /// <summary>
    /// Takes the clockwork at once when there is something to act out: after a crash the pump must not fire what the stories, which stand
    /// in the past, have not come to yet.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        total = await db.Set<DemoStory>().CountAsync(cancellation);
        var isWanted = total > 0
            ? await db.Set<DemoStory>().AnyAsync(s => !s.IsOver, cancellation)
            : Count > 0 && !await db.Set<Matter>().AnyAsync(cancellation);
        if (!isWanted)
            return;
        total = total > 0 ? total : Count;
        turn = await clockwork.EnterForLongAsync(() => $"演示数据正在生成（{total} 件隐患已就位 {standing} 件）", cancellation);
    }

    /// <summary>Acts the stories out, when the demo data was asked for and is not there yet; goes on where a process before this one stopped.</summary>
    public async Task ActOutAsync(CancellationToken cancellation)
    {
        if (turn is not { } taken)
            return;
        turn = null;
        using var _ = taken;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await timers.TakeOverAsync(cancellation); // what a process that died had claimed falls due here like the rest
        var planned = await PlanAsync(db, cancellation);
        var now = planned[0].PlannedAt;
        log.LogInformation("{Total} demo hazards are acted out, {Done} acts were done before", planned.Count, planned.Sum(s => s.Acts));
        await PlayAsync(await StoriesAsync(db, scope.ServiceProvider.GetRequiredService<IDirectory>(), planned, cancellation), now, cancellation);
        await ring.RunAsync<int>("demo/finish", Actor.System,
            async (act, stop) => await act.Db.Set<DemoStory>().ExecuteUpdateAsync(s => s.SetProperty(x => x.IsOver, true), stop), cancellation: cancellation);
        log.LogInformation("all {Total} demo hazards stand", planned.Count);
    }

    /// <summary>The cases to be and how far each has come.</summary>
    private async Task<List<DemoStory>> PlanAsync(WorkflowDbContext db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await ring.RunAsync<int>("demo/plan", Actor.System, async (act, stop) =>
        {
            if (!await act.Db.Set<DemoStory>().AnyAsync(stop))
                act.Db.AddRange(Enumerable.Range(1, Count).Select(number => new DemoStory { Number = number, PlannedAt = now }));
            return 0;
        }, cancellation: cancellation);
        return await db.Set<DemoStory>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancellation);
    }

    private async Task<List<Story>> StoriesAsync(WorkflowDbContext db, IDirectory directory, IReadOnlyList<DemoStory> planned, CancellationToken cancellation)
    {
        var now = planned[0].PlannedAt;
        var cast = new DemoCast(ring, commands, report, await ActorAsync("officer1"), await ActorAsync("approver1"), await ActorAsync("inspector1"), await ActorAsync("inspector2"),
            await db.Set<Attachment>().CountAsync(cancellation));
        await cast.DrawAsync(store, cancellation);
        var devices = await db.Set<Equipment>().AsNoTracking().OrderBy(e => e.Code).ToListAsync(cancellation);
        var owners = await OwnersAsync(directory, devices, now, cancellation);
        devices = [.. devices.Where(d => owners.ContainsKey(d.EnterpriseId))];
        var calendar = rules.Now.Calendar;
        var today = ShanghaiTime.DateOf(now);
        return [.. planned.Select(Tell)];

        Story Tell(DemoStory story)
        {
            var (number, ending) = (story.Number, DemoEndings.Of(story.Number));
            // Far enough back that the story has come to its present point, and not all on one day.
            var start = calendar.AddWorkingDays(today, -(DemoEndings.WorkingDays(ending) + number * 37 % DemoEndings.Spread(ending)));
            var device = devices[number * 53 % devices.Count];
            var (unit, user) = owners[device.EnterpriseId];
            var played = new DemoCase(cast, story, device, unit, user, start, calendar);
            return new Story(played, DemoEndings.Play(played, ending).GetAsyncEnumerator(cancellation));
        }

        async Task<Actor> ActorAsync(string name)
        {
            var account = accounts.List.Single(a => a.UserName == name);
            var (person, posts) = await directory.HeldByUserAsync(account.UserId, now, cancellation);
            return new Actor { UserId = account.UserId, UserName = name, PersonId = person!.Id, PersonName = person.Name, Roles = account.Roles.ToHashSet(), Posts = posts };
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (turn is null)
                return;
            // whoever waits for the clockwork must not keep the server from stopping
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime?.ApplicationStopping ?? CancellationToken.None);
            await ActOutAsync(stopping.Token);
            // months of work in a minute leave much garbage in a process that is then nearly idle
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("the demo hazards go on at the next start");
        }
        catch (Exception e)
        {
            log.LogError(e, "the demo hazards could not be acted out to the end");
        }
    }

    /// <summary>All stories side by side, always the one whose next moment comes first.</summary>
    private async Task PlayAsync(List<Story> stories, DateTimeOffset now, CancellationToken cancellation)
    {
        var queue = new PriorityQueue<Story, DateTimeOffset>();
        foreach (var story in stories)
        {
            if (await story.Moments.MoveNextAsync())
                queue.Enqueue(story, story.Moments.Current);
        }
        while (queue.TryDequeue(out var story, out var at))
        {
            // What would lie in the future has not happened yet; the story stands where it is.
            if (at < now)
            {
                if (!story.Case.IsCatchingUp)
                    await timers.FireAsync(at, cancellation);
                if (await GoOnAsync(story))
                {
                    queue.Enqueue(story, story.Moments.Current);
                    continue;
                }
            }
            standing++;
            await story.Moments.DisposeAsync();
            if (standing % StoriesBetweenReports == 0)
                log.LogInformation("{Standing} of {Total} demo hazards stand", standing, total);
        }
        await timers.FireAsync(now, cancellation);
    }

    private async Task<bool> GoOnAsync(Story story)
    {
        try
        {
            return await story.Moments.MoveNextAsync();
        }
        catch (DemoRefusedException refused)
        {
            log.LogWarning("a demo story ends early: {Reason}", refused.Message);
            Refused++;
            return false;
        }
    }

    /// <summary>Who acts for each unit: the holder of its safety director's post.</summary>
    private static async Task<Dictionary<Guid, (EnterpriseView Unit, Actor User)>> OwnersAsync(
        IDirectory directory, IReadOnlyList<Equipment> devices, DateTimeOffset now, CancellationToken cancellation)
    {
        var owners = new Dictionary<Guid, (EnterpriseView, Actor)>();
        foreach (var unitId in devices.Select(d => d.EnterpriseId).Distinct())
        {
            if (await directory.FindEnterpriseAsync(unitId, cancellation) is not { } unit
                || await directory.ResolveEnterprisePostAsync(PostKinds.SafetyDirector, unitId, cancellation) is not { } post
                || await directory.HoldersAsync(post.Id, now, cancellation) is not { Count: > 0 } holders)
                continue;
            var posts = await directory.PostsHeldAsync(holders[0].Id, now, cancellation);
            owners[unitId] = (unit, new Actor
            {
                UserId = holders[0].UserId ?? holders[0].Id, UserName = $"demo-{holders[0].Name}", PersonId = holders[0].Id, PersonName = holders[0].Name,
                Roles = new HashSet<string> { Roles.EnterpriseUser }, Posts = posts,
            });
        }
        return owners;
    }

    private sealed record Story(DemoCase Case, IAsyncEnumerator<DateTimeOffset> Moments);
}
