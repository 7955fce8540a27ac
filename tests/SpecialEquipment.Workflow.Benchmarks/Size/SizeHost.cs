using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>Every capability over one database filled with a province beside the demo county; no web before it.</summary>
internal sealed class SizeHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string folder;
    private readonly Dictionary<string, (Guid Post, Guid Person)[]> desks = [];

    private SizeHost(ServiceProvider services, Province province, string folder) => (this.services, Province, this.folder) = (services, province, folder);

    public Province Province { get; private set; }
    public WorkflowDatabase Database => services.GetRequiredService<WorkflowDatabase>();
    public IActRing Ring => services.GetRequiredService<IActRing>();
    public IServiceProvider Services => services;
    public DateTimeOffset Now => services.GetRequiredService<BusinessClock>().GetUtcNow();

    /// <summary>Opens the database, and fills it when it is empty.</summary>
    /// <param name="tell">Progress, a line at a time.</param>
    /// <param name="analyse">False leaves the database without statistics: its plans then follow from the indices alone, not from how few rows there are.</param>
    public static async Task<SizeHost> OpenAsync(Dialect dialect, string connectionString, double share, Action<string> tell, bool analyse = true)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-size-").FullName;
        var collection = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Attachments:Folder", Path.Combine(folder, "attachments"))]).Build();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        collection.AddSignalR();
        collection.AddActRing();
        collection.AddWorkflowDatabase(dialect, connectionString);
        foreach (var capability in AllCapabilities.List)
            capability.AddServices(collection, configuration);
        var services = collection.BuildServiceProvider();
        var host = new SizeHost(services, new Province(share, TimeProvider.System.GetUtcNow(), []), folder);
        await using (var db = host.Database.CreateContext())
            await db.Database.EnsureCreatedAsync();
        await services.GetRequiredService<DemoCounty>().LoadAsync(CancellationToken.None);
        foreach (var step in services.GetServices<IStartupStep>().OrderBy(s => s.Order))
            await step.RunAsync(CancellationToken.None);
        await host.ReadDesksAsync();
        await using (var db = host.Database.CreateContext())
        {
            host.Province = new Province(share, host.Now, [.. await db.Set<Region>().Where(r => r.Level == RegionLevel.Town && r.Code.StartsWith("140581")).OrderBy(r => r.Code).Select(r => r.Code).ToListAsync()]);
            if (!await db.Set<Matter>().AnyAsync())
                await host.FillAsync(tell, analyse);
        }
        return host;
    }

    public Task<T> ReadAsync<T>(Func<IServiceProvider, WorkflowDbContext, Task<T>> read) => ScopedAsync(read);

    private async Task<T> ScopedAsync<T>(Func<IServiceProvider, WorkflowDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }

    /// <summary>A demo account as its login would act now.</summary>
    public Task<Actor> ActorAsync(string userName) => ReadAsync(async (s, _) =>
    {
        var account = s.GetRequiredService<IDemoAccounts>().List.Single(a => a.UserName == userName);
        var (person, posts) = await s.GetRequiredService<IDirectory>().HeldByUserAsync(account.UserId, Now, CancellationToken.None);
        return new Actor { UserId = account.UserId, UserName = userName, PersonId = person!.Id, PersonName = person.Name, Roles = account.Roles.ToHashSet(), Posts = posts };
    });

    /// <summary>A regulator's officer of any region of the made-up province.</summary>
    public Actor Officer(string region)
    {
        var desk = desks.TryGetValue(region, out var known) ? known[0] : (Province.Id(20, region.Length), Province.Id(21, region.Length));
        return new Actor
        {
            UserId = desk.Item2, UserName = region, PersonId = desk.Item2, PersonName = "甲", Roles = new HashSet<string> { Roles.CaseOfficer },
            Posts = [new HeldPost(desk.Item1, "承办岗", PostKinds.CaseOfficer, null, null, null, region, null)],
        };
    }

    public Actor UnitUser(Guid enterprise) => new()
    {
        UserId = Province.Id(22, 1), UserName = "unit", PersonId = Province.Id(22, 1), PersonName = "丁", Roles = new HashSet<string> { Roles.EnterpriseUser },
        Posts = [new HeldPost(Province.Id(23, 1), "安全总监", PostKinds.SafetyDirector, null, null, null, Province.County(0), enterprise)],
    };

    /// <summary>Three posts and their holders for each county; the demo county has its own.</summary>
    private async Task ReadDesksAsync()
    {
        for (var c = 0; c < 110; c++)
            desks[Province.County(c)] = [.. Enumerable.Range(0, 3).Select(n => (Province.Id(30 + n, c), Province.Id(40 + n, c)))];
        var demo = new List<(Guid, Guid)>();
        foreach (var name in new[] { "officer1", "inspector1", "approver1" })
        {
            var actor = await ActorAsync(name);
            demo.Add((actor.Posts[0].PostId, actor.PersonId!.Value));
        }
        desks["140581"] = [.. demo];
    }

    private async Task FillAsync(Action<string> tell, bool analyse)
    {
        await using var db = Database.CreateContext();
        await using var connection = Database.Dialect.NewConnection(Database.ConnectionString);
        await connection.OpenAsync();
        var load = new BulkLoad(db, connection);
        await load.BeginAsync("matter", "hazard", "matter_party", "ledger_entry", "task_tasks", "task_assignments", "deadline", "org_enterprise", "org_equipment");
        async Task WriteAsync<T>(string name, IEnumerable<T> rows)
            where T : class => tell($"  {name}: {await load.WriteAsync(rows):N0}");
        await WriteAsync("regions", Province.Regions().Select((r, i) => { r.Key = 100_000 + i; return r; }));
        await WriteAsync("posts", desks.Where(d => d.Key != "140581").SelectMany((d, c) => d.Value.Select((h, n) => new Post
        {
            Key = 1_000_000 + c * 3 + n, Id = h.Post, Name = "承办岗", Kind = PostKinds.CaseOfficer, RegionCode = d.Key, ValidFrom = new DateOnly(2020, 1, 1), Version = 1,
        })));
        await WriteAsync("people", desks.Where(d => d.Key != "140581").SelectMany((d, c) => d.Value.Select((h, n) => new Person { Key = 1_000_000 + c * 3 + n, Id = h.Person, Name = "甲", UserId = h.Person, Version = 1 })));
        await WriteAsync("holders", desks.Where(d => d.Key != "140581").SelectMany((d, c) => d.Value.Select((h, n) => new PostHolder
        {
            Key = 1_000_000 + c * 3 + n, Id = Province.Id(50 + n, c), PostId = h.Post, PersonId = h.Person, ValidFrom = DateTimeOffset.UnixEpoch,
        })));
        await WriteAsync("units", Province.Units());
        await WriteAsync("pairs of unit names", Province.Grams<Enterprise>(Province.Units().Select(u => (u.Key, u.Name))));
        await WriteAsync("devices", Province.DevicesOfUnits());
        await WriteAsync("matters", Province.Matters());
        await WriteAsync("hazards", Province.HazardRows());
        await WriteAsync("pairs of hazards", Province.Grams<Matter>(Province.Matters().Select(m => (m.Key, m.SearchText))));
        await WriteAsync("parties", Province.Parties(county => desks[county][0].Person));
        await WriteAsync("ledger entries", Province.Ledger());
        await WriteAsync("ledger heads", Province.Heads());
        (Guid, Guid) Desk(string county, int n) => desks[county][n];
        await WriteAsync("tasks", Province.Tasks(Desk).Select(t => t.Task));
        await WriteAsync("assignments", Province.Tasks(Desk).Select(t => t.Assignment));
        var rules = services.GetRequiredService<DeadlineRules>().Now;
        await WriteAsync("deadlines", Province.Tasks(Desk).Select((t, i) =>
            Deadline.StartUntil(t.Matter.Id, new DeadlineBasis("planReview", "方案审查", "SubmitPlan", "制度", null), t.Task.DueDate!.Value, t.Task.CreatedAt, rules)));
        tell("  indices and statistics");
        await load.EndAsync(analyse);
        await RegionMapChangedAsync();
    }

    private Task RegionMapChangedAsync() => Ring.RunAsync<bool>("size/regions", Actor.System, async (act, ct) =>
    {
        await RegionMap.ChangedAsync(act.Db, ct);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
