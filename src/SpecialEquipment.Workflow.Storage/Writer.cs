using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>A connection that writes, with its compiled commands and the contexts bound to it. Used by one session at a time.</summary>
internal sealed class Writer(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, Sql> commands = new(StringComparer.Ordinal);
    private readonly Stack<WorkflowDbContext> idle = new();
    private bool isForgetful, isGone;

    public DbConnection Connection { get; } = connection;
    public bool IsBroken { get; private set; }

    public Sql Sql(string text, DbTransaction transaction, Dialect dialect)
    {
        if (!commands.TryGetValue(text, out var sql))
            commands.Add(text, sql = new Sql(Connection, text, dialect));
        return sql.Within(transaction);
    }

    public WorkflowDbContext Borrow(WorkflowDatabase database, DbTransaction transaction)
    {
        if (!idle.TryPop(out var context))
        {
            context = database.NewContext();
            context.Database.AutoSavepointsEnabled = false;
            context.Database.SetDbConnection(Connection, contextOwnsConnection: false);
        }
        context.Lender = this;
        context.IsLent = true;
        context.Database.UseTransaction(transaction);
        return context;
    }

    /// <summary>Takes a context back: setting one up anew costs more than the act it serves. False when it must be thrown away.</summary>
    public bool TryTakeBack(WorkflowDbContext context)
    {
        if (!context.IsLent)
            return !isGone;
        context.IsLent = false;
        if (isForgetful || IsBroken || isGone)
        {
            context.Lender = null;
            return false;
        }
        context.ChangeTracker.Clear();
        context.ChangeTracker.AutoDetectChangesEnabled = true;
        context.ChangeTracker.LazyLoadingEnabled = true;
        context.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Immediate;
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        context.Database.UseTransaction(null);
        idle.Push(context);
        return true;
    }

    /// <summary>Contexts of this session are thrown away instead of being lent again.</summary>
    public void Forget() => isForgetful = true;
    public void Break() => IsBroken = true;
    public void Rest() => isForgetful = false;

    public async ValueTask DisposeAsync()
    {
        isGone = true;
        foreach (var context in idle)
            await context.DisposeAsync();
        foreach (var sql in commands.Values)
            sql.Dispose();
        await Connection.DisposeAsync();
    }
}
