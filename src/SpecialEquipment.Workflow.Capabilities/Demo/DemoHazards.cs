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
/// meanwhile nobody else makes time happen. <c>Demo:Hazards</c> says how many (0 for none).
/// </summary>
public sealed class DemoHazards(
    IServiceScopeFactory scopes, IActRing ring, MatterCommands commands, ReportHazard report, DueTimers timers, BusinessClock clock, DeadlineRules rules,
    IDemoAccounts accounts, IAttachmentStore store, IConfiguration configuration, Clockwork clockwork, ILogger<DemoHazards> log) : BackgroundService, IDemoData
{
    private const int DefaultCount = 120;
    private bool isWanted;

    public int Order => 20;

    /// <summary>Stories that ended before their point because a command refused.</summary>
    public int Refused { get; private set; }

    private int Count => configuration.GetValue("Demo:Hazards", DefaultCount);

    public async Task LoadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        isWanted = Count > 0 && !await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<Matter>().AnyAsync(cancellation);
    }

    /// <summary>Acts the stories out, when the demo data was asked for and is not there yet.</summary>
    public async Task ActOutAsync(CancellationToken cancellation)
    {
        if (!isWanted)
            return;
        isWanted = false;
        using var turn = await clockwork.EnterAsync(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var directory = scope.ServiceProvider.GetRequiredService<IDirectory>();
        var now = clock.GetUtcNow();
        var cast = new DemoCast(ring, commands, report, await ActorAsync("officer1"), await ActorAsync("approver1"), await ActorAsync("inspector1"), await ActorAsync("inspector2"));
        await cast.DrawAsync(store, cancellation);
        var devices = await db.Set<Equipment>().AsNoTracking().OrderBy(e => e.Code).ToListAsync(cancellation);
        var owners = await OwnersAsync(directory, devices, now, cancellation);
        devices = [.. devices.Where(d => owners.ContainsKey(d.EnterpriseId))];

        var calendar = rules.Now.Calendar;
        var today = ShanghaiTime.DateOf(now);
        var stories = new List<IAsyncEnumerator<DateTimeOffset>>();
        for (var number = 1; number <= Count; number++)
        {
            var ending = DemoEndings.Of(number);
            // Far enough back that the story has come to its present point, and not all on one day.
            var start = calendar.AddWorkingDays(today, -(DemoEndings.WorkingDays(ending) + number * 37 % DemoEndings.Spread(ending)));
            var device = devices[number * 53 % devices.Count];
            var (unit, user) = owners[device.EnterpriseId];
            stories.Add(DemoEndings.Play(new DemoCase(cast, device, unit, user, number, start, calendar), ending).GetAsyncEnumerator(cancellation));
        }
        await PlayAsync(stories, now, cancellation);

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
            if (!isWanted)
                return;
            await ActOutAsync(stoppingToken);
            // months of work in a minute leave much garbage in a process that is then nearly idle
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "the demo hazards could not be acted out to the end");
        }
    }

    /// <summary>All stories side by side, always the one whose next moment comes first.</summary>
    private async Task PlayAsync(List<IAsyncEnumerator<DateTimeOffset>> stories, DateTimeOffset now, CancellationToken cancellation)
    {
        var queue = new PriorityQueue<IAsyncEnumerator<DateTimeOffset>, DateTimeOffset>();
        foreach (var story in stories)
        {
            if (await story.MoveNextAsync())
                queue.Enqueue(story, story.Current);
        }
        while (queue.TryDequeue(out var story, out var at))
        {
            // What would lie in the future has not happened yet; the story stands where it is.
            if (at < now)
            {
                await timers.FireAsync(at, cancellation);
                if (await GoOnAsync(story))
                {
                    queue.Enqueue(story, story.Current);
                    continue;
                }
            }
            await story.DisposeAsync();
        }
        await timers.FireAsync(now, cancellation);
    }

    private async Task<bool> GoOnAsync(IAsyncEnumerator<DateTimeOffset> story)
    {
        try
        {
            return await story.MoveNextAsync();
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
}
