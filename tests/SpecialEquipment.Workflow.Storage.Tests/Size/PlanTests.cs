using SpecialEquipment.Workflow.Benchmarks.Size;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Size;

/// <summary>What people look at all day never reads a large table as a whole; shown by the database's own plan.</summary>
public sealed class PlanTests(PostgreSqlServer postgreSql)
{
    private const double Small = 0.0005;

    [Fact]
    public async Task No_hot_query_reads_a_whole_table_on_SQLite()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-plans-").FullName;
        await CheckAsync(SqliteDialect.Instance, $"Data Source={Path.Combine(folder, "workflow.db")}");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_hot_query_reads_a_whole_table_on_PostgreSQL()
    {
        Assert.SkipWhen(postgreSql.WhyNot is not null, postgreSql.WhyNot ?? "");
        var connectionString = await postgreSql.CreateEmptyAsync();
        await CheckAsync(PostgreSqlDialect.Instance, connectionString);
        await postgreSql.DropAsync(connectionString);
    }

    private static async Task CheckAsync(Dialect dialect, string connectionString)
    {
        await using var host = await SizeHost.OpenAsync(dialect, connectionString, Small, _ => { }, analyse: false);
        var offences = new List<string>();
        var explained = 0;
        foreach (var query in await HotQueries.OfAsync(host))
        {
            using var plans = new Plans(host.Database);
            await query.RunAsync(1);
            foreach (var (sql, plan, scanned) in await plans.ExplainAsync())
            {
                explained++;
                if (scanned.Length > 0)
                    offences.Add($"{query.Name} reads all of {string.Join(", ", scanned)}\n{sql}\n{plan}");
            }
        }
        Assert.True(explained > 40, $"only {explained} statements were seen");
        Assert.True(offences.Count == 0, string.Join("\n\n", offences));
    }
}
