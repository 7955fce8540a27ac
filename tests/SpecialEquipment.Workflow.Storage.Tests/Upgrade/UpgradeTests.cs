using System.Data.Common;
using Microsoft.Data.Sqlite;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Upgrade;

/// <summary>
/// Starts from the database of each earlier merge (<c>baselines/</c>, one dump per merge and database), migrates it and takes the case in it to
/// its end. <c>WORKFLOW_WRITE_BASELINE=0002-name</c> writes the dumps of the present schema; a baseline is never edited.
/// </summary>
public class UpgradeTests(PostgreSqlServer postgreSql)
{
    private static readonly string? ToWrite = Environment.GetEnvironmentVariable("WORKFLOW_WRITE_BASELINE");

    public static TheoryData<string> SqliteBaselines => Baselines("sqlite");
    public static TheoryData<string> PostgreSqlBaselines => Baselines("postgresql");

    [Theory]
    [MemberData(nameof(SqliteBaselines))]
    public async Task A_case_of_an_earlier_merge_goes_on_on_SQLite(string baseline)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-upgrade-").FullName;
        var connectionString = $"Data Source={Path.Combine(folder, "workflow.db")}";
        await UpgradeAsync(SqliteDialect.Instance, connectionString, baseline);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(PostgreSqlBaselines))]
    public async Task A_case_of_an_earlier_merge_goes_on_on_PostgreSQL(string baseline)
    {
        Assert.SkipWhen(postgreSql.WhyNot is not null, postgreSql.WhyNot ?? "");
        var connectionString = await postgreSql.CreateEmptyAsync();
        await UpgradeAsync(PostgreSqlDialect.Instance, connectionString, baseline);
        await postgreSql.DropAsync(connectionString);
    }

    [Fact]
    public async Task The_present_schema_can_be_written_down_as_a_baseline_and_read_back()
    {
        Assert.SkipUnless(ModelTests.HasMigrations, ModelTests.NoMigrations);
        var folder = Directory.CreateTempSubdirectory("workflow-baseline-").FullName;
        var sqlite = $"Data Source={Path.Combine(folder, "workflow.db")}";
        await FillAsync(SqliteDialect.Instance, sqlite);
        var dump = await SqliteDump.WriteAsync(sqlite);
        await RestoreAsync(SqliteDialect.Instance, $"Data Source={Path.Combine(folder, "again.db")}", dump);
        Assert.Equal(dump, await SqliteDump.WriteAsync($"Data Source={Path.Combine(folder, "again.db")}"));
        if (ToWrite is not null)
            await File.WriteAllTextAsync(Path.Combine(Folder(), $"{ToWrite}.sqlite.sql"), dump);
        if (ToWrite is not null && postgreSql.WhyNot is null)
        {
            var connectionString = await postgreSql.CreateEmptyAsync();
            await FillAsync(PostgreSqlDialect.Instance, connectionString);
            await File.WriteAllTextAsync(Path.Combine(Folder(), $"{ToWrite}.postgresql.sql"), await postgreSql.DumpAsync(connectionString));
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillAsync(Dialect dialect, string connectionString)
    {
        await ProductDatabase.MigrateAsync(dialect, connectionString);
        await using var product = ProductDatabase.Open(dialect, connectionString);
        await product.BeginCaseAsync();
    }

    private static async Task UpgradeAsync(Dialect dialect, string connectionString, string baseline)
    {
        Assert.SkipWhen(baseline == "none", "no baseline yet: the first merge writes one");
        await RestoreAsync(dialect, connectionString, await File.ReadAllTextAsync(Path.Combine(Folder(), baseline)));
        await ProductDatabase.MigrateAsync(dialect, connectionString);
        await using var product = ProductDatabase.Open(dialect, connectionString);
        await product.GoOnAsync();
    }

    private static async Task RestoreAsync(Dialect dialect, string connectionString, string sql)
    {
        await using DbConnection connection = dialect.NewConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Before the first merge there is none; that shows as skipped.</summary>
    private static TheoryData<string> Baselines(string database)
    {
        var files = Directory.GetFiles(Folder(), $"*.{database}.sql").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? ["none"] : [.. files];
    }

    private static string Folder() =>
        Directory.CreateDirectory(Path.Combine(ModelTests.Root(), "tests", "SpecialEquipment.Workflow.Storage.Tests", "Upgrade", "baselines")).FullName;
}
