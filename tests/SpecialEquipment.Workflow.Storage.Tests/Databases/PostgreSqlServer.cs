using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SpecialEquipment.Workflow.Capabilities.Tests;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace SpecialEquipment.Workflow.Storage.Tests.Databases;

/// <summary>
/// A private PostgreSQL from Debian's binaries: initialised in a temporary folder, reachable by a socket in it, stopped at the end.
/// <c>WORKFLOW_TEST_POSTGRES</c> names another server instead.
/// </summary>
public sealed class PostgreSqlServer : TestServer, IAsyncLifetime
{
    private const string Variable = "WORKFLOW_TEST_POSTGRES";
    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> models = new(StringComparer.Ordinal);
    private readonly string? given = Environment.GetEnvironmentVariable(Variable);
    private string? binaries, folder, connectionString, whyNot;

    public override string? WhyNot => whyNot;

    public ValueTask InitializeAsync()
    {
        connectionString = given;
        if (given is null)
            Find();
        return ValueTask.CompletedTask;
    }

    private void Find()
    {
        binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (binaries is null)
            whyNot = $"no PostgreSQL: neither {Variable} nor Debian's package postgresql";
    }

    /// <summary>The server starts with the first test that wants it.</summary>
    private async Task StartAsync()
    {
        await starting.WaitAsync();
        try
        {
            if (connectionString is null)
                await StartOnceAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task StartOnceAsync()
    {
        folder = Directory.CreateTempSubdirectory("wfpg-").FullName;
        if (Environment.UserName == "root")
            await RunAsync("chown", ["postgres", folder]);
        await RunAsServerUserAsync("initdb", ["-D", $"{folder}/data", "-A", "trust", "-U", "workflow", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await RunAsServerUserAsync("pg_ctl", ["-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-t", "60", "-o", $"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=200", "start"]);
        connectionString = $"Host={folder};Username=workflow;Database=postgres;Maximum Pool Size=50";
    }

    public override async Task<DatabasePlace> PlaceAsync()
    {
        await StartAsync();
        var database = NewName();
        return new DatabasePlace(PostgreSqlDialect.Instance, database, context => CopyModelAsync(context, database), () => DropAsync(database));
    }

    /// <summary>The tables of one model are made once and copied: a hundred journeys share a handful of models.</summary>
    private async Task CopyModelAsync(WorkflowDbContext context, string database)
    {
        var model = await models.GetOrAdd(context.Database.GenerateCreateScript(), _ => new(async () =>
        {
            var template = new NpgsqlConnectionStringBuilder(NewName()) { Pooling = false };
            context.Database.SetConnectionString(template.ToString());
            await context.Database.EnsureCreatedAsync();
            context.Database.SetConnectionString(database);
            return template.Database!;
        })).Value;
        await ExecuteAsync($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database} TEMPLATE {model}");
    }

    /// <summary>A database without tables.</summary>
    public async Task<string> CreateEmptyAsync()
    {
        await StartAsync();
        var database = NewName();
        await ExecuteAsync($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database}");
        return database;
    }

    public Task DropAsync(string database)
    {
        NpgsqlConnection.ClearAllPools();
        return ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
    }

    /// <summary>The database as SQL that a driver can run: without the commands of the shell that wrote it.</summary>
    public async Task<string> DumpAsync(string database)
    {
        var file = $"{folder}/data/{Guid.CreateVersion7():N}.sql";
        await RunAsServerUserAsync("pg_dump", ["-h", folder!, "-U", "workflow", "--inserts", "--no-owner", "-f", file, new NpgsqlConnectionStringBuilder(database).Database!]);
        var lines = await File.ReadAllLinesAsync(file);
        return string.Join('\n', lines.Where(l => !l.StartsWith('\\') && !l.StartsWith("--", StringComparison.Ordinal) && l.Length > 0)) + "\n";
    }

    private string NewName() => new NpgsqlConnectionStringBuilder(connectionString) { Database = $"workflow_test_{Guid.CreateVersion7():N}" }.ToString();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await RunAsServerUserAsync("pg_ctl", ["-D", $"{folder}/data", "-m", "immediate", "-w", "stop"]);
        starting.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task RunAsServerUserAsync(string program, string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", $"{binaries}/{program}", .. arguments])
        : RunAsync($"{binaries}/{program}", arguments);

    private static async Task RunAsync(string program, string[] arguments)
    {
        // output goes nowhere: the server inherits it, and a pipe would never end
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
