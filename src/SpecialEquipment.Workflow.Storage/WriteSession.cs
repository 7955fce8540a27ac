using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>One write transaction: hands out contexts and commands that all work inside it.</summary>
public sealed class WriteSession : IAsyncDisposable
{
    private readonly WorkflowDatabase database;
    private readonly Writer writer;
    private readonly WriteGate.Turn? turn;
    private bool isOver;

    internal WriteSession(WorkflowDatabase database, Writer writer, DbTransaction transaction, WriteGate.Turn? turn) =>
        (this.database, this.writer, Transaction, this.turn) = (database, writer, transaction, turn);

    public Dialect Dialect => database.Dialect;
    public DbConnection Connection => writer.Connection;
    public DbTransaction Transaction { get; }

    /// <summary>A context inside this transaction. Dispose it before the session; it may be lent again afterwards.</summary>
    public WorkflowDbContext CreateContext() => writer.Borrow(database, Transaction);

    /// <summary>A command of the hot path, compiled once per connection.</summary>
    public Sql Sql(string text) => writer.Sql(text, Transaction, Dialect);

    /// <summary>Something failed: contexts of this session are thrown away instead of being lent again.</summary>
    public void Distrust() => writer.Forget();

    public Task SaveAsync(string savepoint, CancellationToken cancellation) => Transaction.SaveAsync(savepoint, cancellation);
    public Task RollbackToAsync(string savepoint, CancellationToken cancellation) => Transaction.RollbackAsync(savepoint, cancellation);

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await Transaction.CommitAsync(cancellation);
        isOver = true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!isOver)
            {
                try { await Transaction.RollbackAsync(CancellationToken.None); }
                catch (Exception) when (Connection.State != System.Data.ConnectionState.Open) { writer.Break(); }
            }
            await Transaction.DisposeAsync();
        }
        catch
        {
            writer.Break();
            throw;
        }
        finally
        {
            await database.ReturnAsync(writer);
            turn?.Dispose();
        }
    }
}
