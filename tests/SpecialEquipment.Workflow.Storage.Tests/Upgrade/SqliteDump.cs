using System.Text;
using Microsoft.Data.Sqlite;

namespace SpecialEquipment.Workflow.Storage.Tests.Upgrade;

/// <summary>Writes an SQLite database as SQL, as <c>sqlite3 .dump</c> would.</summary>
internal static class SqliteDump
{
    public static async Task<string> WriteAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var text = new StringBuilder("PRAGMA foreign_keys=OFF;\n");
        foreach (var (name, sql) in await ListAsync(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            text.Append(sql).Append(";\n");
            var columns = (await ListAsync(connection, $"SELECT name, '' FROM pragma_table_info('{name}')")).Select(c => $"\"{c.Item1}\"").ToList();
            var values = string.Join(" || ',' || ", columns.Select(c => $"quote({c})"));
            foreach (var (row, _) in await ListAsync(connection, $"SELECT {values}, '' FROM \"{name}\""))
                text.Append($"INSERT INTO \"{name}\" ({string.Join(',', columns)}) VALUES ({row});\n");
        }
        foreach (var (sql, _) in await ListAsync(connection, "SELECT sql, '' FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY name"))
            text.Append(sql).Append(";\n");
        return text.ToString();
    }

    private static async Task<List<(string, string)>> ListAsync(SqliteConnection connection, string sql)
    {
        var rows = new List<(string, string)>();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }
}
