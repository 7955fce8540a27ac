using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;

namespace SpecialEquipment.Workflow.Server.Scheduling;

/// <summary>
/// Quartz only says "look at what is due": which slot a duty has reached is the duty's own stored watermark, so a wake too many or
/// too few changes nothing. Clustered in the same database on SQL Server and PostgreSQL; a file of its own, not clustered, on SQLite.
/// </summary>
public static class QuartzWakes
{
    private const string TablePrefix = "wf_qrtz_";

    public static void AddQuartzWakes(this WebApplicationBuilder builder, string provider, string connectionString)
    {
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = "SpecialEquipment.Workflow";
                o.InstanceId = "AUTO";
            });
            quartz.UsePersistentStore(store =>
            {
                store.UseSystemTextJsonSerializer();
                switch (provider)
                {
                    case "PostgreSql":
                        store.UsePostgres(NpgsqlFactory.Instance, connectionString);
                        store.UseClustering(c => c.CheckinInterval = TimeSpan.FromSeconds(10));
                        break;
                    case "SqlServer":
                        store.UseSqlServer(SqlClientFactory.Instance, connectionString);
                        store.UseClustering(c => c.CheckinInterval = TimeSpan.FromSeconds(10));
                        break;
                    default:
                        store.UseSqlite(SqliteFactory.Instance, BesideOf(connectionString));
                        break;
                }
                store.ProvisionSchema();
                store.ConfigureStore(o =>
                {
                    o.TablePrefix = TablePrefix;
                    o.StoreJobDataAsStrings = true;
                });
            });
            var job = new JobKey("wake-duties");
            quartz.AddJob<WakeDuties>(j => j.WithIdentity(job).StoreDurably());
            quartz.AddTrigger(t => t.ForJob(job).WithIdentity("every-minute").StartNow()
                .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
        });
        builder.Services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    /// <summary>Write-ahead logging set once on the file: with the rollback journal Quartz is ten times slower.</summary>
    private static string BesideOf(string connectionString)
    {
        var main = new SqliteConnectionStringBuilder(connectionString);
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(main.DataSource))!, "quartz.db");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var own = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        using var connection = new SqliteConnection(own);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
        return own;
    }
}

/// <summary>Lets every duty run the slots it has missed, in order.</summary>
[DisallowConcurrentExecution]
public sealed class WakeDuties(DutyRunner duties) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await duties.RunDueAsync(cancellationToken);
}
