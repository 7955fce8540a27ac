using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Tests;

/// <summary>The foundation without web: organisations, documents, attachments and ledger over a database of its own, machine time in the test's hand.</summary>
public sealed class Bench : IAsyncDisposable
{
    // the ones every other capability stands on; a journey that needs more adds it through its own hook
    private static readonly ICapability[] Capabilities = 
        [new OrganizationsCapability(), new DocumentsCapability(), new AttachmentsCapability(), new LedgerCapability()];
    public static IReadOnlyCollection<Type> Foundation { get; } = [.. Capabilities.Select(c => c.GetType())];
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static string? county;
    private readonly string folder;
    private readonly DatabasePlace place;

    private Bench(ServiceProvider services, TestTime time, string folder, DatabasePlace place) => (Services, Time, this.folder, this.place) = (services, time, folder, place);

    public ServiceProvider Services { get; }
    internal string Folder => folder;
    internal DatabasePlace Place => place;
    public TestTime Time { get; }
    public IActRing Ring => Services.GetRequiredService<IActRing>();
    public WorkflowDatabase Database => Services.GetRequiredService<WorkflowDatabase>();
    public KnownMatters Matters => Services.GetRequiredService<KnownMatters>();
    public BusinessClock Clock => Services.GetRequiredService<BusinessClock>();

    public static Task<Bench> EmptyAsync(Action<IServiceCollection>? more = null) => OpenAsync(NewFolder(), more);

    /// <summary>With the demo county; on files it is loaded once per test run and copied.</summary>
    public static async Task<Bench> WithCountyAsync(Action<IServiceCollection>? more = null)
    {
        if (DatabasePlace.IsElsewhere)
        {
            var bench = await EmptyAsync(more);
            await bench.Services.GetRequiredService<DemoCounty>().LoadAsync(CancellationToken.None);
            return bench;
        }
        await OneAtATime.WaitAsync();
        try
        {
            if (county is null)
            {
                var template = NewFolder();
                await using (var bench = await OpenAsync(template, null, keep: true))
                {
                    await bench.Services.GetRequiredService<DemoCounty>().LoadAsync(CancellationToken.None);
                }
                county = template;
            }
        }
        finally
        {
            OneAtATime.Release();
        }
        var folder = NewFolder();
        foreach (var file in Directory.GetFiles(county))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        return await OpenAsync(folder, more);
    }

    public Task<Result<T>> ActAsync<T>(Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body, DateTimeOffset? at = null) =>
        Ring.RunAsync("test", actor, body, at);

    /// <summary>Reads outside any act, as a request does.</summary>
    public async Task<T> ReadAsync<T>(Func<IServiceProvider, WorkflowDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }

    /// <summary>A demo account as its login would act now.</summary>
    public Task<Actor> ActorAsync(string userName) => ReadAsync(async (services, _) =>
    {
        var account = services.GetRequiredService<IDemoAccounts>().List.Single(a => a.UserName == userName);
        var (person, posts) = await services.GetRequiredService<IDirectory>().HeldByUserAsync(account.UserId, Clock.GetUtcNow(), CancellationToken.None);
        return new Actor
        {
            UserId = account.UserId, UserName = userName, PersonId = person!.Id, PersonName = person.Name, Roles = account.Roles.ToHashSet(), Posts = posts,
        };
    });

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await place.DropAsync();
        if (folder.Length > 0)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static void AddTo(IServiceCollection services, string folder, TestTime time, DatabasePlace place)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Attachments:Folder"] = Path.Combine(folder, "attachments") }).Build();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(Shared.Deadlines.DeadlineRules.Shipped());
        services.AddSingleton<KnownMatters>();
        services.AddSingleton<IMatterAccess>(provider => provider.GetRequiredService<KnownMatters>());
        services.AddActRing();
        services.AddWorkflowDatabase(place.Dialect, place.ConnectionString);
        foreach (var capability in Capabilities)
        {
            capability.AddServices(services, configuration);
        }
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("workflow-bench-").FullName;

    private static async Task<Bench> OpenAsync(string folder, Action<IServiceCollection>? more, bool keep = false)
    {
        var time = new TestTime(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        var place = await DatabasePlace.NextAsync($"Data Source={Path.Combine(folder, "workflow.db")}");
        AddTo(services, folder, time, place);
        more?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using (var context = provider.GetRequiredService<WorkflowDatabase>().CreateContext())
        {
            await place.CreateAsync(context);
        }
        return new Bench(provider, time, keep ? "" : folder, place);
    }
}

/// <summary>Machine time that stands until the test moves it.</summary>
public sealed class TestTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;
    public void Advance(TimeSpan by) => now += by;
}
