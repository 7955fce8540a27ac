using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Storage.Dialects;

/// <summary>SQL Server: READ COMMITTED, instance rows taken with UPDLOCK, queues with READPAST. MARS stays off: savepoints do not work under it.</summary>
public sealed class SqlServerDialect : Dialect
{
    // deadlock, lock timeout, snapshot conflicts, timeout, and the transport and throttling errors that the vendor calls transient
    private static readonly HashSet<int> TransientNumbers =
    [
        1205, 1222, 3960, 3961, -2, 20, 64, 233, 997, 4060, 4221, 10053, 10054, 10060, 10061, 10928, 10929, 11001, 40143, 40197, 40501, 40540, 40613, 49918, 49919, 49920,
    ];

    public static SqlServerDialect Instance { get; } = new();
    private SqlServerDialect() { }

    public override string Name => "SqlServer";
    public override bool PreparesCommands => false; // the server caches plans of parameterised text; Prepare would demand sizes
    protected override Type ContextType => typeof(SqlServerWorkflowDbContext);
    public override FlowSql Flows { get; } = new SqlServerFlowSql();
    public override TailSql Tail { get; } = new SqlServerTailSql();

    public override void MapPlainTypes(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcDateTime>().HaveColumnType("datetime2(3)");

    public override DbConnection NewConnection(string connectionString) => new SqlConnection(connectionString);

    public override WorkflowDbContext NewContext(DbContextOptions options, IEnumerable<ITables> tables) =>
        new SqlServerWorkflowDbContext((DbContextOptions<SqlServerWorkflowDbContext>)options, tables);

    public override string Complete(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        if (builder.MultipleActiveResultSets)
            throw new InvalidOperationException("连接字符串 ConnectionStrings:Workflow 不得开启 MultipleActiveResultSets。");
        return builder.ToString();
    }

    protected override void UseProvider(DbContextOptionsBuilder builder, string connectionString, string? migrationsAssembly) =>
        builder.UseSqlServer(connectionString, o => { if (migrationsAssembly is not null) o.MigrationsAssembly(migrationsAssembly); });

    public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);

    public override DatabaseTrouble Judge(DbException exception) => exception switch
    {
        SqlException e when e.Errors.Cast<SqlError>().Any(error => TransientNumbers.Contains(error.Number)) => DatabaseTrouble.Transient,
        SqlException { Number: 547 or 2601 or 2627 or 515 } => DatabaseTrouble.Constraint,
        _ => DatabaseTrouble.Fatal,
    };

    public override void BindId(DbParameter parameter, Guid? value) => Bind(parameter, DbType.Guid, value);
    public override void BindInstant(DbParameter parameter, DateTimeOffset? value) =>
        Bind(parameter, DbType.DateTime2, value is { } v ? Instants.Truncate(v).UtcDateTime : null);

    public override Guid ReadId(DbDataReader reader, int ordinal) => reader.GetGuid(ordinal);
    public override DateTimeOffset ReadInstant(DbDataReader reader, int ordinal) =>
        new(DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc));
}
