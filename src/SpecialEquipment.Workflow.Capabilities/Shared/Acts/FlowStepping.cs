using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Engine.Runtime;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>What the flows made of an act.</summary>
/// <param name="HasKeptWork">A flow faulted; what it was told waits to be told again.</param>
internal sealed record Stepped(
    IReadOnlyList<LedgerFact> Facts, IReadOnlyList<TouchedInstance> Flows, DateTimeOffset? EarliestTimer, bool HasKeptWork, Rejection? Rejection)
{
    public static Stepped Nothing { get; } = new([], [], null, false, null);

    public Stepped And(Stepped next) => new(
        [.. Facts, .. next.Facts], [.. Flows, .. next.Flows], Earlier(EarliestTimer, next.EarliestTimer), HasKeptWork || next.HasKeptWork, next.Rejection);

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a < b ? a : b;
}

/// <summary>
/// Steps the flows behind a savepoint with services and a database context of their own. A fault of a flow undoes the step and
/// keeps what the flow was told; an error of the database is not a fault of the flow and goes up to the ring.
/// </summary>
internal sealed class FlowStepping(WorkflowRuntime runtime, IServiceScopeFactory scopes, TimeProvider machine, ILogger<FlowStepping> log)
{
    private const string Savepoint = "flows";
    private const int MaxCommandsPerAct = 1000;
    private const int MaxHostFaults = 50;

    public async Task<Stepped> RunAsync(WriteSession session, ActContext act, bool isLastTry, CancellationToken cancellation)
    {
        foreach (var command in act.Commands)
            await command.TakeAsync(session, act.Now, cancellation);
        await session.SaveAsync(Savepoint, cancellation);
        var (done, fault) = await TryAsync(session, act, act.Commands, isLastTry, cancellation);
        if (done is not null)
            return done;
        if (act.Commands.Count == 1)
            return await KeepAsync(session, act, act.Commands[0], fault!, cancellation);

        // one of several faulted: each alone, so that only the faulty one waits
        var all = Stepped.Nothing;
        foreach (var command in act.Commands)
        {
            await session.SaveAsync(Savepoint, cancellation);
            (done, fault) = await TryAsync(session, act, [command], isLastTry, cancellation);
            all = all.And(done ?? await KeepAsync(session, act, command, fault!, cancellation));
            if (all.Rejection is not null)
                return all;
        }
        return all;
    }

    private async Task<(Stepped? Done, StepFault? Fault)> TryAsync(
        WriteSession session, ActContext act, IReadOnlyList<FlowCommand> commands, bool isLastTry, CancellationToken cancellation)
    {
        var redo = new StepRedo();
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var stepAct = new ActContext(act.Actor, act.Now, act.ReceivedAt, services);
            var stepScope = services.GetRequiredService<ActScope>();
            stepScope.Enter(session, stepAct);
            var store = new EfWorkflowStore(session);
            var step = runtime.Begin(store, services, act.Now, redo);
            try
            {
                return (await StepAsync(step, store, stepAct, stepScope, commands, cancellation), null);
            }
            catch (HostActivityFault fault) when (redo.Faults < MaxHostFaults)
            {
                // undone and done again without the call that threw; the engine opens its incident
                log.LogWarning(fault.InnerException, "activity {Activity} of flow {Instance} threw", fault.ActivityInstanceId, fault.InstanceId);
                await UndoAsync(session, cancellation);
            }
            catch (Exception e) when (IsFaultOfFlow(session, e, isLastTry) && !cancellation.IsCancellationRequested)
            {
                log.LogError(e, "a flow faulted");
                var instance = step.Touched.Where(t => !t.IsNew).Select(t => (Guid?)t.InstanceId).LastOrDefault();
                await UndoAsync(session, cancellation);
                return (null, new StepFault(e, instance));
            }
        }
    }

    private static async Task<Stepped> StepAsync(
        WorkflowStep step, EfWorkflowStore store, ActContext stepAct, ActScope stepScope, IReadOnlyList<FlowCommand> commands, CancellationToken cancellation)
    {
        foreach (var command in commands)
            if (await command.RunAsync(step, cancellation) is { } rejection)
                return Stepped.Nothing with { Rejection = rejection };

        // what host activities raised is heard in the same commit
        for (var i = 0; i < stepAct.Commands.Count; i++)
        {
            if (i == MaxCommandsPerAct)
                throw new InvalidOperationException($"flows raised more than {MaxCommandsPerAct} signals within one act");
            await stepScope.SaveAsync(cancellation);
            if (await stepAct.Commands[i].RunAsync(step, cancellation) is { } rejection)
                throw new InvalidOperationException($"a flow asked for what is gone: {rejection.Code}");
        }
        await stepScope.SaveAsync(cancellation);
        await step.SaveAsync(cancellation);
        return new Stepped([.. stepAct.Facts.Select(f => f with { IsOfFlow = !f.IsOfActor })], step.Touched, store.EarliestTimer, store.HasKeptSignals || step.Touched.Any(t => t.NewIncidents.Count > 0), null);
    }

    private async Task<Stepped> KeepAsync(WriteSession session, ActContext act, FlowCommand command, StepFault fault, CancellationToken cancellation)
    {
        var kept = new KeptFault(new EfWorkflowStore(session), session, fault.Error, fault.Instance, act.Now, machine.GetUtcNow());
        if (!await command.KeepAsync(kept, cancellation))
            throw new FlowFaultException(fault.Error);
        return Stepped.Nothing with { HasKeptWork = true };
    }

    private static async Task UndoAsync(WriteSession session, CancellationToken cancellation)
    {
        session.Distrust();
        await session.RollbackToAsync(Savepoint, cancellation);
    }

    /// <summary>A constraint that still says no at the last try is a defect of the flow, not a race.</summary>
    private static bool IsFaultOfFlow(WriteSession session, Exception e, bool isLastTry) => session.Dialect.Judge(e) switch
    {
        DatabaseTrouble.None => true,
        DatabaseTrouble.Constraint => isLastTry,
        _ => false,
    };

    private sealed record StepFault(Exception Error, Guid? Instance);
}

/// <summary>A flow faulted at something that cannot wait (a start or a request by hand): nothing of the act stands.</summary>
public sealed class FlowFaultException(Exception inner) : Exception($"the flow faulted: {inner.Message}", inner);
