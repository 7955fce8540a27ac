using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage.Tests.Databases;

/// <summary>One empty database of a kind with the ring over it; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    private TestDatabase(ServiceProvider services, Func<Task> drop) => (Services, this.drop) = (services, drop);

    public ServiceProvider Services { get; }
    public IActRing Ring => Services.GetRequiredService<IActRing>();
    public WorkflowDatabase Database => Services.GetRequiredService<WorkflowDatabase>();

    public static async Task<TestDatabase> CreateAsync(Dialect dialect, string connectionString, Func<Task> drop, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddActRing();
        services.AddWorkflowDatabase(dialect, connectionString);
        more?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var context = provider.GetRequiredService<WorkflowDatabase>().CreateContext();
        await context.Database.EnsureCreatedAsync();
        return new TestDatabase(provider, drop);
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

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await drop();
    }
}
