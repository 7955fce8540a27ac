using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>The statements an operation sends, and how the database means to answer each. A whole table may be read only where it is small.</summary>
internal sealed partial class Plans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>Tables that grow with the province.</summary>
    private static readonly string[] Large =
        ["matter", "hazard", "matter_gram", "matter_party", "matter_confirmation", "ledger_entry", "task_tasks", "task_assignments", "task_transfers", "deadline", "org_enterprise", "org_equipment", "wf_instance", "wf_journal", "wf_bookmark", "doc_document"];
    private readonly IDisposable all;
    private readonly List<(string Sql, DbParameter[] Parameters)> seen = [];
    private IDisposable? ef;

    private readonly WorkflowDatabase database;
    private readonly string place;

    /// <param name="database">Only its statements count: other tests of the process speak to others.</param>
    public Plans(WorkflowDatabase database)
    {
        this.database = database;
        using var connection = database.Dialect.NewConnection(database.ConnectionString);
        place = PlaceOf(connection);
        all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    private static string PlaceOf(DbConnection connection) => $"{connection.DataSource}/{connection.Database}";

    public IReadOnlyList<(string Sql, DbParameter[] Parameters)> Statements => seen;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            ef = value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { Connection: { } connection } command } && PlaceOf(connection) == place)
            lock (seen)
                seen.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Clone)]));
    }

    public void OnCompleted() { }
    public void OnError(Exception error) { }

    /// <summary>Each different statement with its plan and the large tables it reads as a whole.</summary>
    public async Task<IReadOnlyList<(string Sql, string Plan, string[] Scanned)>> ExplainAsync()
    {
        var plans = new List<(string, string, string[])>();
        await using var connection = database.Dialect.NewConnection(database.ConnectionString);
        await connection.OpenAsync();
        if (connection is NpgsqlConnection)
        {
            // a small table is read as a whole because it is small: only what has no index at all still is
            await using var off = connection.CreateCommand();
            off.CommandText = "SET enable_seqscan = off";
            await off.ExecuteNonQueryAsync();
        }
        foreach (var (sql, parameters) in seen.Where(s => s.Sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)).DistinctBy(s => s.Sql))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = (connection is SqliteConnection ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
            command.Parameters.AddRange(parameters.Select(Clone).ToArray());
            var lines = new List<string>();
            await using (var rows = await command.ExecuteReaderAsync())
                while (await rows.ReadAsync())
                    lines.Add(rows.GetString(connection is SqliteConnection ? 3 : 0));
            plans.Add((sql, string.Join('\n', lines), [.. Scanned(lines, sql).Where(Large.Contains).Distinct()]));
        }
        return plans;
    }

    private static IEnumerable<string> Scanned(IEnumerable<string> plan, string sql)
    {
        if (ReadsNothing().IsMatch(sql))
            yield break; // an empty list of ids: the plan names the table, the statement never opens it
        foreach (var line in plan)
        {
            if (PostgreSqlScan().Match(line) is { Success: true } pg)
                yield return pg.Groups[1].Value;
            else if (SqliteScan().Match(line) is { Success: true } lite)
                yield return TableOf(lite.Groups[1].Value, sql);
        }
    }

    /// <summary>SQLite's plan names the alias.</summary>
    private static string TableOf(string alias, string sql) =>
        Regex.Match(sql, $"\"(\\w+)\" AS \"{Regex.Escape(alias)}\"") is { Success: true } named ? named.Groups[1].Value : alias;

    private static DbParameter Clone(DbParameter parameter) => parameter switch
    {
        SqliteParameter p => new SqliteParameter(p.ParameterName, p.Value),
        NpgsqlParameter p => p.Clone(),
        _ => (DbParameter)((ICloneable)parameter).Clone(),
    };

    public void Dispose()
    {
        ef?.Dispose();
        all.Dispose();
    }

    [GeneratedRegex(@"Seq Scan on (\w+)")]
    private static partial Regex PostgreSqlScan();

    [GeneratedRegex(@"^WHERE 0\s*$", RegexOptions.Multiline)]
    private static partial Regex ReadsNothing();

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex SqliteScan();
}
