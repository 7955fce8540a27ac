using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>A new embedded database is made from the model, an old one is migrated: both must end with the same tables, columns and indexes.</summary>
public sealed class NewDatabaseTests
{
    [Fact]
    public async Task Made_at_once_or_migrated_the_schema_is_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-schema-").FullName;
        var (made, migrated) = ($"Data Source={Path.Combine(folder, "made.db")}", $"Data Source={Path.Combine(folder, "migrated.db")}");
        await using (var db = DesignTimeDatabases.Create(SqliteDialect.Instance, made))
            await db.Database.EnsureCreatedAsync();
        await using (var db = DesignTimeDatabases.Create(SqliteDialect.Instance, migrated))
            await db.Database.MigrateAsync();
        Assert.Equal(await SchemaAsync(migrated), await SchemaAsync(made));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<string>> SchemaAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
            UNION ALL
            SELECT m.tbl_name || ' ' || m.name || ' ' || i."unique" || ' (' || (SELECT group_concat(x.name) FROM pragma_index_info(m.name) x) || ')'
            FROM sqlite_master m JOIN pragma_index_list(m.tbl_name) i ON i.name = m.name WHERE m.type = 'index' AND m.name NOT LIKE 'sqlite_%'
            ORDER BY 1
            """;
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
