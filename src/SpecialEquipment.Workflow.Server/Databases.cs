using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using SpecialEquipment.Workflow.Capabilities;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Server.Security;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Server;

/// <summary>Which database (<c>Database:Provider</c>, <c>ConnectionStrings:Workflow</c>) and how its schema is kept current.</summary>
public static class Databases
{
    public const string DefaultConnectionString = "Data Source=data/workflow.db";

    public static (string Provider, string ConnectionString) AddConfiguredDatabase(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration["Database:Provider"] ?? SqliteDialect.Instance.Name;
        var connectionString = builder.Configuration.GetConnectionString("Workflow") ?? DefaultConnectionString;
        var dialect = Dialect.Find(provider);
        builder.Services.AddWorkflowDatabase(dialect, connectionString, typeof(Databases).Assembly.GetName().Name);
        return (dialect.Name, dialect.Complete(connectionString));
    }

    /// <summary>Takes the embedded database for this process, brings the schema up to date and sets the business clock.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<WorkflowDatabase>();
        database.Hold();
        await using (var db = database.CreateContext())
        {
            if (db.Database.GetMigrations().Any())
            {
                // nothing pending is the usual start, and only asking is far cheaper than migrating
                if (!await CreateNewAsync(db, database.Dialect, cancellation) && (await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
                {
                    await db.Database.MigrateAsync(cancellation);
                }
            }
            else
            {
                await db.Database.EnsureCreatedAsync(cancellation);
            }
        }
        await services.GetRequiredService<ClockKeeper>().RestoreAsync(cancellation);
    }

    /// <summary>
    /// A new embedded database is made from the model at once, and the migrations it stands for are noted with it in one transaction: walking them
    /// one by one builds the model of each. A test holds that both ways give the same schema.
    /// </summary>
    private static async Task<bool> CreateNewAsync(WorkflowDbContext db, Dialect dialect, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (dialect != SqliteDialect.Instance || (await creator.ExistsAsync(cancellation) && await creator.HasTablesAsync(cancellation)))
        {
            return false;
        }
        await creator.CreateAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await creator.CreateTablesAsync(cancellation);
        var history = db.GetService<IHistoryRepository>();
        await db.Database.ExecuteSqlRawAsync(history.GetCreateIfNotExistsScript(), cancellation);
        foreach (var id in db.Database.GetMigrations())
        {
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion())), cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return true;
    }
}

/// <summary>For <c>dotnet ef</c>: <c>-- --provider Sqlite|SqlServer|PostgreSql</c>; no server is contacted to write a migration.</summary>
public sealed class DesignTimeDatabases : IDesignTimeDbContextFactory<SqliteWorkflowDbContext>, IDesignTimeDbContextFactory<SqlServerWorkflowDbContext>, IDesignTimeDbContextFactory<PostgreSqlWorkflowDbContext>
{
    SqliteWorkflowDbContext IDesignTimeDbContextFactory<SqliteWorkflowDbContext>.CreateDbContext(string[] args) =>
        (SqliteWorkflowDbContext)Create(SqliteDialect.Instance, "Data Source=:memory:");

    SqlServerWorkflowDbContext IDesignTimeDbContextFactory<SqlServerWorkflowDbContext>.CreateDbContext(string[] args) =>
        (SqlServerWorkflowDbContext)Create(SqlServerDialect.Instance, "Server=localhost;Database=workflow;Integrated Security=true;TrustServerCertificate=true");

    PostgreSqlWorkflowDbContext IDesignTimeDbContextFactory<PostgreSqlWorkflowDbContext>.CreateDbContext(string[] args) =>
        (PostgreSqlWorkflowDbContext)Create(PostgreSqlDialect.Instance, "Host=localhost;Database=workflow");

    /// <summary>The whole model without a running server: what every capability, the ring and the security map.</summary>
    public static WorkflowDbContext Create(Dialect dialect, string connectionString)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddWorkflowDatabase(dialect, connectionString, typeof(Databases).Assembly.GetName().Name);
        services.AddActRing();
        services.AddSingleton<ITables, SecurityTables>();
        foreach (var capability in AllCapabilities.List)
        {
            capability.AddServices(services, configuration);
        }
        return services.BuildServiceProvider().GetRequiredService<WorkflowDatabase>().CreateContext();
    }
}
