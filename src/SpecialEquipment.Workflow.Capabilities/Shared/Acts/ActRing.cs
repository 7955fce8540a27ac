using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>The ring of <see cref="IActRing"/> over one database.</summary>
internal sealed class ActRing(
    WorkflowDatabase database, IServiceScopeFactory scopes, FlowStepping flows, BusinessClock business, TimeProvider machine,
    IServiceProvider services, ILogger<ActRing> log) : IActRing
{
    private const int MaxTries = 6;

    // asked for at the first commit: a listener may itself run acts
    private readonly Lazy<IAfterCommit[]> afterCommit = new(() => [.. services.GetServices<IAfterCommit>()]);

    public async Task<Result<T>> RunAsync<T>(
        string name, Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body, DateTimeOffset? at, CancellationToken cancellation)
    {
        var receivedAt = Instants.Truncate(machine.GetUtcNow());
        var started = machine.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (result, committed) = await RunOnceAsync(name, actor, body, Instants.Truncate(at ?? business.GetUtcNow()), receivedAt, attempt == MaxTries, cancellation);
                ActMetrics.Count(name, result.IsRejected ? result.Rejection!.Code : "ok", machine.GetElapsedTime(started));
                if (committed is not null)
                    Tell(committed);
                return result;
            }
            catch (Exception e) when (attempt < MaxTries && database.Dialect.Judge(e) is DatabaseTrouble.Transient or DatabaseTrouble.Constraint)
            {
                log.LogDebug(e, "act {Act} meets {Error}, try {Attempt}", name, e.GetType().Name, attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 8 << attempt)), machine, cancellation);
            }
            catch (Exception e) when (database.Dialect.Judge(e) is DatabaseTrouble.Transient)
            {
                log.LogWarning(e, "act {Act} gives up after {Attempt} tries", name, attempt);
                ActMetrics.Count(name, "busy", machine.GetElapsedTime(started));
                return Rejection.Conflict("busy", "系统正忙：同一事项正在被其他操作修改，请稍后重试。");
            }
            catch (Exception e)
            {
                ActMetrics.Count(name, e is OperationCanceledException ? "cancelled" : "fault", machine.GetElapsedTime(started));
                throw;
            }
        }
    }

    private async Task<(Result<T> Result, CommittedAct? Committed)> RunOnceAsync<T>(
        string name, Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body, DateTimeOffset now, DateTimeOffset receivedAt, bool isLastTry, CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        database.MarkInside();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var act = new ActContext(actor, now, receivedAt, scope.ServiceProvider);
            var actScope = scope.ServiceProvider.GetRequiredService<ActScope>();
            actScope.Enter(session, act);

            var result = await body(act, cancellation);
            if (result.IsRejected)
                return (result, null);
            await actScope.SaveAsync(cancellation);

            var stepped = act.Commands.Count == 0 ? Stepped.Nothing : await flows.RunAsync(session, act, isLastTry, cancellation);
            if (stepped.Rejection is { } rejection)
                return (rejection, null);
            IReadOnlyList<LedgerFact> facts = stepped.Facts.Count == 0 ? act.Facts : [.. act.Facts, .. stepped.Facts];
            if (facts.Count > 0)
                await LedgerChain.AppendAsync(session, act, facts, cancellation);
            await session.CommitAsync(cancellation);
            return (result, new CommittedAct(name, actor, now, facts, stepped.Flows, stepped.EarliestTimer, stepped.HasKeptWork));
        }
        catch
        {
            session.Distrust();
            throw;
        }
    }

    private void Tell(CommittedAct act)
    {
        foreach (var listener in afterCommit.Value)
        {
            try
            {
                listener.Committed(act);
            }
            catch (Exception e)
            {
                // what was committed stays committed, whatever a listener makes of it
                log.LogError(e, "{Listener} failed after act {Act}", listener.GetType().Name, act.Name);
            }
        }
    }
}
