using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Tests.WorkCalendars;

/// <summary>The capability over an empty embedded database, with a clock that stands where the test puts it.</summary>
internal sealed class CalendarHost : IAsyncDisposable
{
    private readonly string folder;
    private readonly ServiceProvider services;
    private readonly DatabasePlace place;

    private CalendarHost(DateTimeOffset now, string folder, DatabasePlace place)
    {
        (this.folder, this.place) = (folder, place);
        Clock = new StandingClock(now);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<INotices>(Notices);
        collection.AddSingleton<IAfterCommit>(Commits);
        collection.AddActRing();
        collection.AddWorkflowDatabase(place.Dialect, place.ConnectionString);
        new WorkCalendarCapability().AddServices(collection, new ConfigurationBuilder().Build());
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public StandingClock Clock { get; }
    public CollectedNotices Notices { get; } = new();
    public CollectedCommits Commits { get; } = new();
    public IActRing Ring => services.GetRequiredService<IActRing>();
    public DeadlineRules Rules => services.GetRequiredService<DeadlineRules>();
    public FollowCalendar Follow => services.GetRequiredService<FollowCalendar>();

    /// <summary>After the first start: the shipped data is loaded.</summary>
    public static async Task<CalendarHost> StartedAsync(string now)
    {
        var folder = Directory.CreateTempSubdirectory("calendar-test-").FullName;
        var place = await DatabasePlace.NextAsync($"Data Source={Path.Combine(folder, "workflow.db")}");
        var host = new CalendarHost(At(now), folder, place);
        await using (var db = host.Read())
        {
            await place.CreateAsync(db);
        }

        await host.StartAgainAsync();
        return host;
    }

    public Task StartAgainAsync() => Follow.RunAsync(default);

    public WorkflowDbContext Read() => services.GetRequiredService<WorkflowDatabase>().CreateContext();

    public async Task<Result<T>> ActAsync<T>(Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body) => await Ring.RunAsync("test", actor, body);

    public async Task StartDeadlinesAsync(int count, string ruleId, string startedAt, Guid? owner = null, RulesInForce? rules = null) =>
        await ActAsync<int>(Actor.System, (act, _) =>
        {
            for (var i = 0; i < count; i++)
            {
                act.Db.Add(Deadline.Start(Guid.CreateVersion7(), ruleId, At(startedAt), rules ?? Rules.Now, "140581", owner));
            }

            return Task.FromResult<Result<int>>(count);
        });

    public async Task<List<Deadline>> DeadlinesAsync()
    {
        await using var db = Read();
        return await db.Set<Deadline>().AsNoTracking().OrderBy(d => d.Key).ToListAsync();
    }

    public async Task<CalendarEdition> NewestEditionAsync()
    {
        await using var db = Read();
        return await db.Set<CalendarEdition>().AsNoTracking().OrderByDescending(e => e.Key).FirstAsync();
    }

    public static Actor Person(string name, params string[] roles) => new()
    {
        UserId = Guid.CreateVersion7(), UserName = name, PersonName = name, Roles = roles.ToHashSet(),
    };

    public static DateTimeOffset At(string shanghai) =>
        new DateTimeOffset(DateTime.Parse(shanghai, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await place.DropAsync();
        Directory.Delete(folder, recursive: true);
    }
}

internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Keeps what owners would be told; who holds the post is another capability's business.</summary>
internal sealed class CollectedNotices : INotices
{
    public List<NoticeDraft> Sent { get; } = [];

    public Task<IReadOnlyList<ToldPerson>> SendAsync(NoticeDraft draft, ActContext act, CancellationToken cancellation)
    {
        Sent.Add(draft);
        return Task.FromResult<IReadOnlyList<ToldPerson>>([]);
    }

    public Task<IReadOnlyList<ToldPerson>> SendAsync(NoticeDraft draft, HostCall call, CancellationToken cancellation) => throw new NotSupportedException();
}

internal sealed class CollectedCommits : IAfterCommit
{
    public List<CommittedAct> Acts { get; } = [];

    public void Committed(CommittedAct act) => Acts.Add(act);
}
