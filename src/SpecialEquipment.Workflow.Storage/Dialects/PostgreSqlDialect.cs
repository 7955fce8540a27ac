using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Storage.Dialects;

/// <summary>PostgreSQL and what speaks like it: READ COMMITTED, instance rows locked for the act, queues with SKIP LOCKED.</summary>
public sealed class PostgreSqlDialect : Dialect
{
    public static PostgreSqlDialect Instance { get; } = new();
    private PostgreSqlDialect() { }

    public override string Name => "PostgreSql";
    protected override Type ContextType => typeof(PostgreSqlWorkflowDbContext);
    public override FlowSql Flows { get; } = new PostgreSqlFlowSql();
    public override TailSql Tail { get; } = new PostgreSqlTailSql();

    public override void MapPlainTypes(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcInstant>().HaveColumnType("timestamp(3) with time zone");

    public override DbConnection NewConnection(string connectionString) => new NpgsqlConnection(connectionString);

    public override WorkflowDbContext NewContext(DbContextOptions options, IEnumerable<ITables> tables) =>
        new PostgreSqlWorkflowDbContext((DbContextOptions<PostgreSqlWorkflowDbContext>)options, tables);

    public override string Complete(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = 100;
        return builder.ToString();
    }

    protected override void UseProvider(DbContextOptionsBuilder builder, string connectionString, string? migrationsAssembly) =>
        builder.UseNpgsql(connectionString, o => { if (migrationsAssembly is not null) o.MigrationsAssembly(migrationsAssembly); });

    public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);

    public override DatabaseTrouble Judge(DbException exception) => exception switch
    {
        // serialization failure, deadlock, lock not available, shutdown, recovery
        PostgresException { SqlState: "40001" or "40P01" or "55P03" or "57P01" or "57P02" or "57P03" } => DatabaseTrouble.Transient,
        PostgresException { SqlState: ['2', '3', ..] } => DatabaseTrouble.Constraint,
        NpgsqlException { IsTransient: true } => DatabaseTrouble.Transient,
        _ => DatabaseTrouble.Fatal,
    };

    public override void BindId(DbParameter parameter, Guid? value) => Bind(parameter, DbType.Guid, value);
    public override void BindInstant(DbParameter parameter, DateTimeOffset? value) =>
        Bind(parameter, DbType.DateTimeOffset, value is { } v ? Instants.Truncate(v) : null);

    public override Guid ReadId(DbDataReader reader, int ordinal) => reader.GetGuid(ordinal);
    public override DateTimeOffset ReadInstant(DbDataReader reader, int ordinal) => reader.GetFieldValue<DateTimeOffset>(ordinal);
}
