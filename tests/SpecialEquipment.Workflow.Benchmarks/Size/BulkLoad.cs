using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>Writes entities by the million past the change tracker: prepared inserts on SQLite, binary COPY on PostgreSQL. Columns and conversions are the model's own.</summary>
internal sealed class BulkLoad(WorkflowDbContext db, DbConnection connection)
{
    private readonly List<string> indices = [];

    /// <summary>Indices of the tables are made again after the load; it checks no foreign key.</summary>
    public async Task BeginAsync(params string[] tables)
    {
        foreach (var sql in connection is SqliteConnection
            ? ["PRAGMA synchronous=OFF", "PRAGMA foreign_keys=OFF", "PRAGMA cache_size=-400000", "PRAGMA temp_store=MEMORY"]
            : new[] { "SET session_replication_role = replica", "SET synchronous_commit = off", "SET maintenance_work_mem = '400MB'" })
            await ExecuteAsync(sql);
        foreach (var table in tables)
        {
            var (list, at) = connection is SqliteConnection
                ? ($"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}'", 0)
                : ($"SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}' AND indexname NOT IN (SELECT conname FROM pg_constraint)", 0);
            var found = new List<(string Name, string Sql)>();
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = list;
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                    found.Add((rows.GetString(at), rows.GetString(at + 1)));
            }
            foreach (var (name, sql) in found)
            {
                await ExecuteAsync($"DROP INDEX \"{name}\"");
                indices.Add(sql);
            }
        }
    }

    public async Task EndAsync(bool analyse)
    {
        foreach (var sql in indices)
            await ExecuteAsync(sql);
        if (connection is not SqliteConnection)
        {
            // COPY with keys of its own leaves the sequences behind
            await ExecuteAsync("""
                DO $$ DECLARE r record; n bigint; BEGIN
                  FOR r IN SELECT table_name t FROM information_schema.columns WHERE column_name = 'row_no' AND table_schema = 'public' AND is_identity = 'YES' LOOP
                    EXECUTE format('SELECT COALESCE(MAX(row_no), 0) + 1 FROM %I', r.t) INTO n;
                    EXECUTE format('ALTER TABLE %I ALTER COLUMN row_no RESTART WITH %s', r.t, n);
                  END LOOP; END $$
                """);
        }
        if (analyse)
            await ExecuteAsync(connection is SqliteConnection ? "PRAGMA analysis_limit=1000; ANALYZE" : "ANALYZE");
    }

    public async Task<long> WriteAsync<T>(IEnumerable<T> rows)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = type.GetTableName()!;
        if (rows.FirstOrDefault() is not { } first)
            return 0;
        // a key that is zero is the database's to give
        var columns = type.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => Column.Of(p, table)).Where(c => !c.IsKey || c.Read(first) is not 0L).ToArray();
        return connection is SqliteConnection lite ? InsertAll(lite, table, columns, rows) : await CopyAllAsync((NpgsqlConnection)connection, table, columns, rows);
    }

    private static long InsertAll<T>(SqliteConnection connection, string table, Column[] columns, IEnumerable<T> rows)
        where T : class
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(',', columns.Select(c => c.Name))}) VALUES ({string.Join(',', columns.Select((_, i) => $"$p{i}"))})";
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"$p{i}", null))).ToArray();
        long count = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
                parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
            count++;
        }
        transaction.Commit();
        return count;
    }

    private static async Task<long> CopyAllAsync<T>(NpgsqlConnection connection, string table, Column[] columns, IEnumerable<T> rows)
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(',', columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)");
        long count = 0;
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value)
                    copy.Write(value, column.Type);
                else
                    copy.WriteNull();
            }
            count++;
        }
        await copy.CompleteAsync();
        return count;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Column(string Name, string Type, bool IsKey, Func<object, object?> Read)
    {
        public static Column Of(IProperty property, string table)
        {
            var getter = property.GetGetter();
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            return new Column(property.GetColumnName(StoreObjectIdentifier.Table(table))!, Plain(property.GetColumnType()), property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey(),
                row => getter.GetClrValue(row) is { } value ? convert is null ? value : convert(value) : null);
        }

        /// <summary>Without the length: <c>timestamp(3) with time zone</c> is written as <c>timestamp with time zone</c>.</summary>
        private static string Plain(string type) => type.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 ? type[..open] + type[(type.IndexOf(')', StringComparison.Ordinal) + 1)..] : type;
    }
}
