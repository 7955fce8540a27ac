using SpecialEquipment.Workflow.Storage.Dialects;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Storage.Tests.Databases;

/// <summary>A kind of database that the conformance suite can run on, or the reason why it cannot here.</summary>
public abstract class TestServer
{
    public abstract string? WhyNot { get; }
    public abstract Task<TestDatabase> NewDatabaseAsync(Action<IServiceCollection>? more = null);
}

public sealed class SqliteServer : TestServer
{
    public override string? WhyNot => null;
    public override Task<TestDatabase> NewDatabaseAsync(Action<IServiceCollection>? more = null) => TestDatabase.SqliteAsync(more);
}

public sealed class SqlServerServer : TestServer
{
    private const string Variable = "WORKFLOW_TEST_SQLSERVER";
    private readonly string? connectionString = Environment.GetEnvironmentVariable(Variable);

    public override string? WhyNot => connectionString is null ? $"no SQL Server: {Variable} is not set" : null;

    public override Task<TestDatabase> NewDatabaseAsync(Action<IServiceCollection>? more = null)
    {
        var database = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(connectionString) { InitialCatalog = $"workflow_test_{Guid.CreateVersion7():N}" };
        return TestDatabase.CreateAsync(SqlServerDialect.Instance, database.ToString(), async () =>
        {
            Microsoft.Data.SqlClient.SqlConnection.ClearAllPools();
            await using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP DATABASE [{database.InitialCatalog}]";
            await command.ExecuteNonQueryAsync();
        }, more);
    }
}
