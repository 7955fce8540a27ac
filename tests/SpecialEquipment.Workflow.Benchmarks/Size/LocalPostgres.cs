using System.Diagnostics;
using Npgsql;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <summary>A private PostgreSQL from Debian's binaries in a temporary folder, with its usual durability; stopped and deleted at the end.</summary>
internal sealed class LocalPostgres : IAsyncDisposable
{
    private readonly string folder, binaries;

    private LocalPostgres(string folder, string binaries) => (this.folder, this.binaries) = (folder, binaries);

    public string ConnectionString => $"Host={folder};Username=workflow;Database=size;Maximum Pool Size=60;Command Timeout=600";

    public static async Task<LocalPostgres?> StartAsync()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;
        if (binaries is null)
            return null;
        var server = new LocalPostgres(Directory.CreateTempSubdirectory("workflow-size-pg-").FullName, binaries);
        if (Environment.UserName == "root")
            await RunAsync("chown", ["postgres", server.folder]);
        await server.RunAsServerUserAsync("initdb", ["-D", $"{server.folder}/data", "-A", "trust", "-U", "workflow", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await server.RunAsServerUserAsync("pg_ctl", ["-D", $"{server.folder}/data", "-l", $"{server.folder}/log", "-w", "-t", "60",
            "-o", $"-k {server.folder} -c listen_addresses= -c max_connections=100 -c shared_buffers=512MB -c max_wal_size=4GB", "start"]);
        await using var connection = new NpgsqlConnection($"Host={server.folder};Username=workflow;Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE DATABASE size", connection);
        await command.ExecuteNonQueryAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsServerUserAsync("pg_ctl", ["-D", $"{folder}/data", "-m", "immediate", "-w", "stop"]);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task RunAsServerUserAsync(string program, string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", $"{binaries}/{program}", .. arguments])
        : RunAsync($"{binaries}/{program}", arguments);

    private static async Task RunAsync(string program, string[] arguments)
    {
        // output goes nowhere: the server inherits it, and a pipe would never end
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
