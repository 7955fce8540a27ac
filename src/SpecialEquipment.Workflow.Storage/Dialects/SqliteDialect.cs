using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Sqlite.Metadata.Internal;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Storage.Dialects;

/// <summary>
/// The embedded database: WAL, <c>synchronous=FULL</c>, foreign keys on. One process, one writer at a time behind the gate,
/// readers never wait.
/// </summary>
public sealed class SqliteDialect : Dialect
{
    public static SqliteDialect Instance { get; } = new();
    private SqliteDialect() { }

    public override string Name => "Sqlite";
    public override bool HasSingleWriter => true;
    public override bool ComparesTextAsBytes => true;
    protected override Type ContextType => typeof(SqliteWorkflowDbContext);
    public override FlowSql Flows { get; } = new SqliteFlowSql();
    public override TailSql Tail { get; } = new SqliteTailSql();

    public override void MapPlainTypes(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        conventions.DefaultTypeMapping<DateTimeOffset>().HasConversion<UnixMilliseconds>();
        conventions.Properties<Guid>().HaveConversion<BigEndianGuid>();
        conventions.DefaultTypeMapping<Guid>().HasConversion<BigEndianGuid>();
    }

    public override DbConnection NewConnection(string connectionString) => new SqliteConnection(connectionString);

    public override WorkflowDbContext NewContext(DbContextOptions options, IEnumerable<ITables> tables) =>
        new SqliteWorkflowDbContext((DbContextOptions<SqliteWorkflowDbContext>)options, tables);

    public override string Complete(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (!IsInMemory(builder) && Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        return builder.ToString();
    }

    protected override void UseProvider(DbContextOptionsBuilder builder, string connectionString, string? migrationsAssembly) =>
        builder
            .UseSqlite(connectionString, o => { if (migrationsAssembly is not null) o.MigrationsAssembly(migrationsAssembly); })
            .AddInterceptors(DurableConnections.Instance)
            .ReplaceService<IRelationalAnnotationProvider, RowIdColumns>();

    /// <summary>A lock file held open beside the database; the system lets go of it when the process dies, however it dies.</summary>
    public override IDisposable? HoldExclusively(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (IsInMemory(builder))
            return null;
        var path = Path.GetFullPath(builder.DataSource);
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DatabaseInUseException($"数据库文件“{path}”正被另一个服务进程使用。SQLite 数据库只能由一个服务进程打开；请先停止那个进程，或改用 SQL Server、PostgreSQL。", e);
        }
    }

    public override async Task PrepareWriterAsync(DbConnection connection, CancellationToken cancellation)
    {
        // WAL stays in the file; the others belong to the connection. 16 MiB of cache keeps the hot pages of a county.
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) =>
        new(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    public override DatabaseTrouble Judge(DbException exception) => exception is not SqliteException e ? DatabaseTrouble.Fatal : e.SqliteErrorCode switch
    {
        5 or 6 => DatabaseTrouble.Transient, // SQLITE_BUSY, SQLITE_LOCKED: only a program beside the server can cause them
        19 => DatabaseTrouble.Constraint,
        _ => DatabaseTrouble.Fatal,
    };

    public override void BindId(DbParameter parameter, Guid? value) => Bind(parameter, DbType.Binary, value?.ToByteArray(true));
    public override void BindInstant(DbParameter parameter, DateTimeOffset? value) => Bind(parameter, DbType.Int64, value?.ToUnixTimeMilliseconds());
    public override Guid ReadId(DbDataReader reader, int ordinal) => new(reader.GetFieldValue<byte[]>(ordinal), true);
    public override DateTimeOffset ReadInstant(DbDataReader reader, int ordinal) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(ordinal));

    private static bool IsInMemory(SqliteConnectionStringBuilder builder) => builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:";

    /// <summary>Contexts outside an act (sign-in, migrations) write as durably as acts do.</summary>
    private sealed class DurableConnections : DbConnectionInterceptor
    {
        public static DurableConnections Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}

/// <summary>
/// Row numbers come from the rowid itself: AUTOINCREMENT would write a second table at every insert. Only a tailed table keeps it,
/// because a reader of the tail must never meet a number twice.
/// </summary>
#pragma warning disable EF1001 // EF offers no public way to say this that its own model snapshots keep
internal sealed class RowIdColumns(RelationalAnnotationProviderDependencies dependencies) : SqliteAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(IColumn column, bool designTime) =>
        base.For(column, designTime).Where(a => a.Name != SqliteAnnotationNames.Autoincrement || column.Table.FindColumn("tail") is not null);
}
#pragma warning restore EF1001

/// <summary>Another server process has the embedded database open.</summary>
public sealed class DatabaseInUseException(string message, Exception inner) : Exception(message, inner);
