using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Databases;

/// <summary>One empty database with the ring over it; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;
    private readonly string connectionString;
    private readonly List<ServiceProvider> nodes = [];

    private TestDatabase(Dialect dialect, string connectionString, Func<Task> drop) => (Dialect, this.connectionString, this.drop) = (dialect, connectionString, drop);

    public Dialect Dialect { get; }
    public ServiceProvider Services => nodes[0];
    public IActRing Ring => Services.GetRequiredService<IActRing>();
    public WorkflowDatabase Database => Services.GetRequiredService<WorkflowDatabase>();
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public static async Task<TestDatabase> CreateAsync(Dialect dialect, string connectionString, Func<Task> drop, Action<IServiceCollection>? more = null)
    {
        var test = new TestDatabase(dialect, connectionString, drop);
        test.nodes.Add(test.NewNode(more));
        await using var context = test.Database.CreateContext();
        await context.Database.EnsureCreatedAsync();
        return test;
    }

    public static Task<TestDatabase> SqliteAsync(Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-test-").FullName;
        return CreateAsync(SqliteDialect.Instance, $"Data Source={Path.Combine(folder, "workflow.db")}", () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }, more);
    }

    /// <summary>A second server on the same database; on an embedded one the same server again, since there can be no second.</summary>
    public ServiceProvider SecondNode(Action<IServiceCollection>? more = null)
    {
        if (Dialect.HasSingleWriter)
            return Services;
        var node = NewNode(more);
        nodes.Add(node);
        return node;
    }

    private ServiceProvider NewNode(Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Clock:Mode", "Adjustable")]).Build());
        services.AddProbes(Dialect, connectionString);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await drop();
    }
}
