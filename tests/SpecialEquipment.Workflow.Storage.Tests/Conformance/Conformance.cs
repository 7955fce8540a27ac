using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage.Flows;
using SpecialEquipment.Workflow.Storage.Tests.Databases;
using SpecialEquipment.Workflow.Storage.Tests.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

/// <summary>What every database must do the same way. One subclass per database; one that is not there shows as skipped, with the reason.</summary>
public abstract class Conformance(TestServer server)
{
    protected async Task<TestDatabase> NewDatabaseAsync(Action<IServiceCollection>? more = null)
    {
        Assert.SkipWhen(server.WhyNot is not null, server.WhyNot ?? "");
        return await server.NewDatabaseAsync(more);
    }

    /// <param name="stored">What is stored in its place, to be a broken definition.</param>
    protected static Task PublishAsync(TestDatabase test, string json, string? stored = null) => DoAsync(test.Ring, async (act, ct) =>
    {
        var definition = ProbeFlows.Definition(json, act.Now);
        definition.Json = stored ?? json;
        await act.Db.Set<FlowDefinition>().Where(d => d.DefinitionId == definition.DefinitionId).ExecuteDeleteAsync(ct);
        act.Db.Add(definition);
        await Stamps.DefinitionsChangedAsync(act.Db, ct);
    });

    /// <summary>Starts a flow on a new matter by its signal.</summary>
    protected static async Task<Guid> BeginAsync(TestDatabase test, string signal)
    {
        var matter = Guid.CreateVersion7();
        Assert.Null((await ProbeActs.BeginAsync(test.Ring, matter, signal)).Rejection);
        await using var db = test.Database.CreateContext();
        Assert.Empty(await db.Set<FlowSignal>().Select(s => s.LastError).ToListAsync());
        return matter;
    }

    protected static Task<Result<bool>> AnswerAsync(IActRing ring, Guid matter, string title, DateTimeOffset? at = null) => ProbeActs.AnswerAsync(ring, matter, title, at);

    protected static async Task DoAsync(IActRing ring, Func<ActContext, CancellationToken, Task> body, DateTimeOffset? at = null)
    {
        var result = await ring.RunAsync<bool>("probe/do", Actor.System, async (act, ct) =>
        {
            await body(act, ct);
            return true;
        }, at, default);
        Assert.Null(result.Rejection);
    }

    protected static async Task<List<string>> EffectsAsync(TestDatabase test, Guid matter)
    {
        await using var db = test.Database.CreateContext();
        return await db.Set<ProbeEffect>().Where(e => e.MatterId == matter).OrderBy(e => e.Key).Select(e => e.Name).ToListAsync();
    }

    protected static async Task<FlowInstance> InstanceAsync(TestDatabase test, Guid matter)
    {
        await using var db = test.Database.CreateContext();
        var correlation = matter.ToString("D");
        return await db.Set<FlowInstance>().SingleAsync(i => i.CorrelationId == correlation);
    }
}
