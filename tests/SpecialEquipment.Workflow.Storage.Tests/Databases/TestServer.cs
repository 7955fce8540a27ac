using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Tests;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage.Tests.Databases;

/// <summary>A kind of database that the conformance suite can run on, or the reason why it cannot here.</summary>
public abstract class TestServer
{
    public abstract string? WhyNot { get; }

    /// <summary>Where a new database is to be.</summary>
    public abstract Task<DatabasePlace> PlaceAsync();

    public virtual async Task<TestDatabase> NewDatabaseAsync(Action<IServiceCollection>? more = null)
    {
        var place = await PlaceAsync();
        return await TestDatabase.CreateAsync(place.Dialect, place.ConnectionString, place.DropAsync, more);
    }
}

public sealed class SqliteServer : TestServer
{
    public override string? WhyNot => null;
    public override Task<TestDatabase> NewDatabaseAsync(Action<IServiceCollection>? more = null) => TestDatabase.SqliteAsync(more);

    public override Task<DatabasePlace> PlaceAsync()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-test-").FullName;
        return Task.FromResult(new DatabasePlace(
            SqliteDialect.Instance, $"Data Source={Path.Combine(folder, "workflow.db")}", context => context.Database.EnsureCreatedAsync(), () =>
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
                return Task.CompletedTask;
            }));
    }
}

public sealed class SqlServerServer : TestServer
{
    private const string Variable = "WORKFLOW_TEST_SQLSERVER";
    private readonly string? connectionString = Environment.GetEnvironmentVariable(Variable);

    public override string? WhyNot => connectionString is null ? $"no SQL Server: {Variable} is not set" : null;

    public override Task<DatabasePlace> PlaceAsync()
    {
        var database = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(connectionString) { InitialCatalog = $"workflow_test_{Guid.CreateVersion7():N}" };
        return Task.FromResult(new DatabasePlace(SqlServerDialect.Instance, database.ToString(), context => context.Database.EnsureCreatedAsync(), async () =>
        {
            Microsoft.Data.SqlClient.SqlConnection.ClearAllPools();
            await using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP DATABASE [{database.InitialCatalog}]";
            await command.ExecuteNonQueryAsync();
        }));
    }
}
