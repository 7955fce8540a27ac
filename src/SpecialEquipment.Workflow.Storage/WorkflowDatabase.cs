using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>The database of one process: hands out contexts for reading and transactions for writing.</summary>
public sealed class WorkflowDatabase : IAsyncDisposable
{
    private const int MaxIdleWriters = 16;
    private static readonly AsyncLocal<WorkflowDatabase?> Inside = new();
    private readonly ITables[] tables;
    private readonly DbContextOptions options;
    private readonly ConcurrentBag<Writer> idle = [];
    private readonly WriteGate? gate;
    private readonly Lock holding = new();
    private IDisposable? exclusive;
    private bool isDisposed;

    /// <param name="migrationsAssembly">Where the migrations are; null for databases made by <c>EnsureCreated</c> (rehearsals, tests).</param>
    public WorkflowDatabase(Dialect dialect, string connectionString, IEnumerable<ITables> tables, string? migrationsAssembly = null, ILoggerFactory? loggers = null)
    {
        Dialect = dialect;
        ConnectionString = dialect.Complete(connectionString);
        this.tables = [.. tables];
        options = dialect.BuildOptions(ConnectionString, migrationsAssembly, loggers);
        gate = dialect.HasSingleWriter ? new WriteGate(RefuseInside) : null;
    }

    public Dialect Dialect { get; }
    public string ConnectionString { get; }

    /// <summary>A context with a connection of its own: for reading, and for the few writes outside acts (sign-in, data protection keys).</summary>
    public WorkflowDbContext CreateContext()
    {
        var context = NewContext();
        context.Gate = gate;
        return context;
    }

    /// <summary>Takes the embedded database for this process; throws <see cref="DatabaseInUseException"/>. Also done by the first write.</summary>
    public void Hold()
    {
        lock (holding)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            exclusive ??= Dialect.HoldExclusively(ConnectionString);
        }
    }

    /// <summary>One instant, read outside of any act; null when there is none.</summary>
    public async Task<DateTimeOffset?> ReadInstantAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = Dialect.NewConnection(ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) && !row.IsDBNull(0) ? Dialect.ReadInstant(row, 0) : null;
    }

    public async ValueTask<WriteSession> BeginAsync(CancellationToken cancellation)
    {
        RefuseInside();
        if (exclusive is null)
            Hold();
        WriteGate.Turn? turn = gate is null ? null : await gate.EnterAsync(cancellation);
        Writer? writer = null;
        try
        {
            if (!idle.TryTake(out writer))
                writer = await OpenWriterAsync(cancellation);
            var transaction = await Dialect.BeginAsync(writer.Connection, cancellation);
            return new WriteSession(this, writer, transaction, turn);
        }
        catch
        {
            if (writer is not null)
                await writer.DisposeAsync();
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Marks the caller's flow of control as being inside an act, so that a second write from there fails loudly instead of waiting for itself. Call it in the method that awaits the act's body.</summary>
    public void MarkInside() => Inside.Value = this;

    /// <summary>Ends a mark inherited by work that outlives the act.</summary>
    public static void MarkOutside() => Inside.Value = null;

    private void RefuseInside()
    {
        if (Inside.Value == this)
            throw new InvalidOperationException("this flow of control is inside an act: use the act's own context, and raise a signal instead of starting another act");
    }

    internal WorkflowDbContext NewContext() => Dialect.NewContext(options, tables);

    internal async ValueTask ReturnAsync(Writer writer)
    {
        writer.Rest();
        if (writer.IsBroken || isDisposed || idle.Count >= MaxIdleWriters || writer.Connection.State != ConnectionState.Open)
            await writer.DisposeAsync();
        else
            idle.Add(writer);
    }

    private async ValueTask<Writer> OpenWriterAsync(CancellationToken cancellation)
    {
        var connection = Dialect.NewConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await Dialect.PrepareWriterAsync(connection, cancellation);
            return new Writer(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        while (idle.TryTake(out var writer))
            await writer.DisposeAsync();
        lock (holding)
            exclusive?.Dispose();
    }
}
