using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Capabilities.Tests;

/// <summary>Where a test keeps its database: in a SQLite file of its own, unless whoever runs the test says otherwise (<see cref="InsteadAsync"/>).</summary>
/// <param name="CreateAsync">Makes the tables of the context's model in the new database.</param>
public sealed record DatabasePlace(Dialect Dialect, string ConnectionString, Func<WorkflowDbContext, Task> CreateAsync, Func<Task> DropAsync)
{
    private static readonly AsyncLocal<Func<Task<DatabasePlace>>?> Other = new();

    /// <summary>The test must not expect what only a file can do.</summary>
    public static bool IsElsewhere => Other.Value is not null;

    /// <summary>Runs a test whose databases are all opened at that other place.</summary>
    public static async Task InsteadAsync(Func<Task<DatabasePlace>> other, Func<Task> test)
    {
        Other.Value = other;
        await test();
    }

    /// <param name="sqlite">Connection string of the file it would be.</param>
    public static Task<DatabasePlace> NextAsync(string sqlite) => Other.Value is { } other ? other() : Task.FromResult(new DatabasePlace(
        SqliteDialect.Instance, sqlite, context => context.Database.EnsureCreatedAsync(), () =>
        {
            SqliteConnection.ClearAllPools();
            return Task.CompletedTask;
        }));
}
