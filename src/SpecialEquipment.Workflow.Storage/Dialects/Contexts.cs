using Microsoft.EntityFrameworkCore;

namespace SpecialEquipment.Workflow.Storage.Dialects;

// One class per database: EF keeps one model and one line of migrations per class.

public sealed class SqliteWorkflowDbContext(DbContextOptions<SqliteWorkflowDbContext> options, IEnumerable<ITables> tables) : WorkflowDbContext(options, tables)
{
    protected override Dialect Dialect => SqliteDialect.Instance;
}

public sealed class SqlServerWorkflowDbContext(DbContextOptions<SqlServerWorkflowDbContext> options, IEnumerable<ITables> tables) : WorkflowDbContext(options, tables)
{
    protected override Dialect Dialect => SqlServerDialect.Instance;
}

public sealed class PostgreSqlWorkflowDbContext(DbContextOptions<PostgreSqlWorkflowDbContext> options, IEnumerable<ITables> tables) : WorkflowDbContext(options, tables)
{
    protected override Dialect Dialect => PostgreSqlDialect.Instance;
}
