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
        await DoAsync(test.Ring, (act, _) =>
        {
            act.Record(new LedgerFact(matter, "begin", "开始"));
            act.Raise(signal, matter);
            return Task.CompletedTask;
        });
        await using var db = test.Database.CreateContext();
        Assert.Empty(await db.Set<FlowSignal>().Select(s => s.LastError).ToListAsync());
        return matter;
    }

    /// <summary>A person answers his task: the row says who was faster.</summary>
    protected static Task<Result<bool>> AnswerAsync(IActRing ring, Guid matter, string title, DateTimeOffset? at = null) =>
        ring.RunAsync<bool>("probe/answer", Actor.System, async (act, ct) =>
        {
            var task = await act.Db.Set<ProbeTask>().SingleAsync(t => t.MatterId == matter && t.Title == title, ct);
            if (task.State != ProbeState.Open)
                return Rejection.Conflict("probe.not-open", "任务应为待办，实际已办结。");
            task.State = ProbeState.Answered;
            task.Version++;
            act.Record(new LedgerFact(matter, "answer", "办结任务"));
            act.Raise($"Answered:{title}", matter);
            return true;
        }, at, default);

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
