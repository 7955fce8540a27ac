using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace SpecialEquipment.Workflow.Storage.Dialects;

/// <summary>
/// Everything one database does its own way. The rest of the code asks here and never for the name of the provider.
/// </summary>
public abstract class Dialect
{
    /// <summary>As in <c>Database:Provider</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How instants and ids are stored.</summary>
    public abstract void MapPlainTypes(ModelConfigurationBuilder conventions);

    public abstract DbConnection NewConnection(string connectionString);
    public abstract WorkflowDbContext NewContext(DbContextOptions options, IEnumerable<ITables> tables);

    /// <summary>Checks and completes a connection string; refuses settings that would break a promise.</summary>
    public abstract string Complete(string connectionString);
    protected abstract void UseProvider(DbContextOptionsBuilder builder, string connectionString, string? migrationsAssembly);
    protected abstract Type ContextType { get; }

    /// <summary>True when one process writes one act at a time: then the gate serialises writers and one connection serves them all.</summary>
    public virtual bool HasSingleWriter => false;

    /// <summary>Texts are compared byte by byte, so a beginning is a range.</summary>
    public virtual bool ComparesTextAsBytes => false;

    /// <summary>Keeps a second server away from an embedded database until disposed; null where the database arbitrates itself.</summary>
    public virtual IDisposable? HoldExclusively(string connectionString) => null;

    /// <summary>Runs once on every connection that will write.</summary>
    public virtual Task PrepareWriterAsync(DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;
    public abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Compiles a cached command once, where the driver gains from it.</summary>
    public virtual bool PreparesCommands => true;

    /// <summary>The one list of what is worth another try, and what is not.</summary>
    public abstract DatabaseTrouble Judge(DbException exception);

    public abstract FlowSql Flows { get; }
    public abstract TailSql Tail { get; }

    /// <summary>Binds values the way <see cref="MapPlainTypes"/> stores them.</summary>
    public abstract void BindId(DbParameter parameter, Guid? value);
    public abstract void BindInstant(DbParameter parameter, DateTimeOffset? value);
    public abstract Guid ReadId(DbDataReader reader, int ordinal);
    public abstract DateTimeOffset ReadInstant(DbDataReader reader, int ordinal);

    public DbContextOptions BuildOptions(string connectionString, string? migrationsAssembly, ILoggerFactory? loggers)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(ContextType))!;
        UseProvider(builder, connectionString, migrationsAssembly);
        // counting up to a cap needs no order, and one would cost reading every row; pages have theirs (a test turns each of them)
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        if (loggers is not null)
            builder.UseLoggerFactory(loggers);
        builder.ReplaceService<IModelCacheKeyFactory, ModelPerTables>();
        // a test compares the model with its migrations; every start need not
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        return builder.Options;
    }

    /// <summary>Finds the database error inside whatever EF wrapped around it.</summary>
    public DatabaseTrouble Judge(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case DbUpdateConcurrencyException or Engine.InstanceConflictException:
                    return DatabaseTrouble.Transient;
                case DbException database:
                    return Judge(database);
            }
        }
        return exception is DbUpdateException ? DatabaseTrouble.Fatal : DatabaseTrouble.None;
    }

    public static Dialect Find(string name) => name switch
    {
        "Sqlite" => SqliteDialect.Instance,
        "SqlServer" => SqlServerDialect.Instance,
        "PostgreSql" => PostgreSqlDialect.Instance,
        _ => throw new InvalidOperationException($"Database:Provider 应为 Sqlite、SqlServer 或 PostgreSql，实际为“{name}”。"),
    };

    protected static void Bind(DbParameter parameter, DbType type, object? value)
    {
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
    }

    private sealed class ModelPerTables : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), ((WorkflowDbContext)context).ModelIdentity, designTime);
    }
}

/// <summary>What an error of the database means for the act.</summary>
public enum DatabaseTrouble
{
    /// <summary>Not an error of the database.</summary>
    None,

    /// <summary>Conflict, deadlock, busy, lost connection: the same act may succeed now.</summary>
    Transient,

    /// <summary>A unique or foreign key said no: a race that another try settles, or a defect.</summary>
    Constraint,
    Fatal,
}
