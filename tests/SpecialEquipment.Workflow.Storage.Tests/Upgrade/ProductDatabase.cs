using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Server;
using SpecialEquipment.Workflow.Storage.Dialects;
using SpecialEquipment.Workflow.Storage.Flows;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Upgrade;

/// <summary>The product's own schema, made by its migrations, with a case in the middle of its flow.</summary>
internal sealed class ProductDatabase : IAsyncDisposable
{
    private const string Flow = "baseline";
    private readonly ServiceProvider services;

    private ProductDatabase(ServiceProvider services) => this.services = services;

    private WorkflowDatabase Database => services.GetRequiredService<WorkflowDatabase>();
    private IActRing Ring => services.GetRequiredService<IActRing>();

    public static ProductDatabase Open(Dialect dialect, string connectionString)
    {
        var collection = new ServiceCollection();
        collection.AddActRing();
        collection.AddWorkflowDatabase(dialect, connectionString, typeof(DesignTimeDatabases).Assembly.GetName().Name);
        return new ProductDatabase(collection.BuildServiceProvider());
    }

    public static WorkflowDbContext Model(Dialect dialect) => DesignTimeDatabases.Create(dialect, dialect.Name switch
    {
        "Sqlite" => "Data Source=:memory:",
        "SqlServer" => "Server=localhost;Database=workflow;Integrated Security=true;TrustServerCertificate=true",
        _ => "Host=localhost;Database=workflow",
    });

    /// <summary>With the whole model, as the server migrates.</summary>
    public static async Task MigrateAsync(Dialect dialect, string connectionString)
    {
        await using var db = DesignTimeDatabases.Create(dialect, connectionString);
        await db.Database.MigrateAsync();
    }

    public async Task<Guid> BeginCaseAsync()
    {
        var matter = Guid.CreateVersion7();
        var json = ProbeFlows.Flowchart(Flow,
            [ProbeFlows.Event("begin", "BaselineBegin", canStart: true), ProbeFlows.Event("wait", "BaselineGoOn"), ProbeFlows.Node("end", "Elsa.Finish", "")],
            ["begin:Done:wait", "wait:Done:end"]);
        Assert.Null((await Ring.RunAsync<bool>("baseline/publish", Actor.System, async (act, ct) =>
        {
            act.Db.Add(ProbeFlows.Definition(json, act.Now));
            await Stamps.DefinitionsChangedAsync(act.Db, ct);
            return true;
        })).Rejection);
        await RaiseAsync(matter, "BaselineBegin");
        return matter;
    }

    /// <summary>The case of the baseline is whole and goes on.</summary>
    public async Task GoOnAsync()
    {
        Guid matter;
        await using (var db = Database.CreateContext())
        {
            var instance = await db.Set<FlowInstance>().SingleAsync();
            Assert.Equal("Suspended", instance.Status);
            matter = Guid.Parse(instance.CorrelationId!);
        }
        await RaiseAsync(matter, "BaselineGoOn");
        await using (var db = Database.CreateContext())
        {
            Assert.Equal("Finished", (await db.Set<FlowInstance>().SingleAsync()).Status);
            var verdict = await VerifyLedger.RunAsync(db, matter, default);
            Assert.Equal((2, null), (verdict.Entries, verdict.Reason));
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task RaiseAsync(Guid matter, string signal) => Assert.Null((await ProbeActs.BeginAsync(Ring, matter, signal)).Rejection);
}
