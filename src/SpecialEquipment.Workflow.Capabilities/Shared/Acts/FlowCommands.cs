using System.Text.Json;
using SpecialEquipment.Workflow.Engine;
using SpecialEquipment.Workflow.Engine.Runtime;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>What an act asks of the engine besides raising signals. Done after the act's rows are saved, in the order asked.</summary>
public static class FlowCommands
{
    public static void StartFlow(this ActContext act, StartRequest request) => act.Ask(new StartFlow(request));

    /// <summary>Resumes one bookmark. When somebody was faster the whole act is refused with <paramref name="whenGone"/>.</summary>
    public static void ResumeBookmark(this ActContext act, Guid bookmarkId, object? input, Rejection whenGone) =>
        act.Ask(new Demand(whenGone, (step, ct) => step.ResumeAsync(bookmarkId, input, ct)));

    /// <summary>Reports a task of <c>Elsa.RunTask</c>; refused with <paramref name="whenGone"/> when nobody waits for it.</summary>
    public static void ReportTask(this ActContext act, string taskId, object? result, Rejection whenGone) =>
        act.Ask(new Demand(whenGone, (step, ct) => step.ReportTaskAsync(taskId, result, ct)));

    public static void CancelFlow(this ActContext act, Guid instanceId, Rejection whenEnded) =>
        act.Ask(new Demand(whenEnded, (step, ct) => step.CancelAsync(instanceId, ct)));

    public static void RetryIncident(this ActContext act, Guid instanceId, Guid incidentId, Rejection whenNotOpen) =>
        act.Ask(new Demand(whenNotOpen, (step, ct) => step.RetryIncidentAsync(instanceId, incidentId, ct)));

    public static void SkipIncident(this ActContext act, Guid instanceId, Guid incidentId, string? outcome, Rejection whenNotOpen) =>
        act.Ask(new Demand(whenNotOpen, (step, ct) => step.SkipIncidentAsync(instanceId, incidentId, outcome, ct)));

    /// <summary>Cancels every flow that was running on the matter before this act, after the act's signals have been heard.</summary>
    public static void EndFlows(this ActContext act, Guid matterId) => act.AskLast(new EndFlows(matterId));

    /// <summary>Delivers a kept signal again, now.</summary>
    public static void RetrySignal(this ActContext act, PendingSignal signal) => act.Ask(new RedeliverSignal(signal));

    /// <summary>Fires a due timer; nothing happens when it is gone.</summary>
    internal static void FireTimer(this ActContext act, Guid bookmarkId) => act.Ask(new FireTimer(bookmarkId, attempts: 0));
}

/// <summary>One request to the engine.</summary>
internal abstract class FlowCommand
{
    /// <summary>Returns a rejection when the request can no longer be met and the act must not stand without it.</summary>
    public abstract ValueTask<Rejection?> RunAsync(WorkflowStep step, CancellationToken cancellation);

    /// <summary>Before the step and its savepoint, in the act's transaction.</summary>
    public virtual ValueTask TakeAsync(WriteSession session, DateTimeOffset now, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Keeps the request for later after the flow faulted and its work was undone. False: it cannot be kept, the act fails.</summary>
    public abstract ValueTask<bool> KeepAsync(KeptFault fault, CancellationToken cancellation);
}

/// <param name="Instance">The instance at fault, when it is known and was there before.</param>
/// <param name="Machine">Machine time, for the back-off.</param>
internal sealed record KeptFault(EfWorkflowStore Store, WriteSession Session, Exception Error, Guid? Instance, DateTimeOffset Now, DateTimeOffset Machine)
{
    public DateTimeOffset RetryAfter(int attempts) => Machine + BackOff.After(attempts);
    public string Message => Error.Message.Length > 2000 ? Error.Message[..2000] : Error.Message;
}

internal sealed class RaiseSignal(Signal signal) : FlowCommand
{
    public override async ValueTask<Rejection?> RunAsync(WorkflowStep step, CancellationToken cancellation)
    {
        await step.RaiseAsync(signal, null, cancellation);
        return null;
    }

    public override async ValueTask<bool> KeepAsync(KeptFault fault, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7(fault.Machine);
        var payload = JsonSerializer.Serialize(signal.Payload, EvidenceJson.Options);
        await fault.Store.KeepPendingSignalAsync(
            new PendingSignal(id, signal.Name, signal.CorrelationId, payload, null, 1, fault.RetryAfter(1), fault.Message, fault.Now), cancellation);
        if (fault.Instance is { } instance)
            await fault.Store.SaveIncidentAsync(instance, Incident(id, fault, 1, null), cancellation);
        return true;
    }

    public static IncidentRow Incident(Guid signalId, KeptFault fault, int attempts, DateTimeOffset? resolvedAt) =>
        new(signalId, "", "", "Signal", "", fault.Message, fault.Error.ToString(), attempts, fault.Now, null, resolvedAt);
}

internal sealed class RedeliverSignal(PendingSignal pending) : FlowCommand
{
    /// <summary>The kept row goes with the act that delivers it; a fault puts it back.</summary>
    public override async ValueTask TakeAsync(WriteSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var sql = session.Dialect.Flows;
        await session.Sql(sql.DeleteSignal).Id("id", pending.SignalId).ExecuteAsync(cancellation);
        await session.Sql(sql.ResolveIncident).At("now", now).Id("id", pending.SignalId).ExecuteAsync(cancellation);
    }

    public override async ValueTask<Rejection?> RunAsync(WorkflowStep step, CancellationToken cancellation)
    {
        var payload = EvidenceJson.ReadPlain(pending.PayloadJson);
        await step.RaiseAsync(new Signal(pending.Name, pending.CorrelationId, payload), pending.InstanceId, cancellation);
        return null;
    }

    public override async ValueTask<bool> KeepAsync(KeptFault fault, CancellationToken cancellation)
    {
        var attempts = pending.Attempts + 1;
        await fault.Store.KeepPendingSignalAsync(pending with { Attempts = attempts, RetryAt = fault.RetryAfter(attempts), LastError = fault.Message }, cancellation);
        if (fault.Instance is { } instance)
            await fault.Store.SaveIncidentAsync(instance, RaiseSignal.Incident(pending.SignalId, fault, attempts, null), cancellation);
        return true;
    }
}

/// <param name="attempts">How often the timer has failed so far: each failure waits longer for the next try.</param>
internal sealed class FireTimer(Guid bookmarkId, int attempts) : FlowCommand
{
    public bool HasFired { get; private set; }

    /// <summary>The incident of the failures before ends with the act that fires; a fault opens it again.</summary>
    public override async ValueTask TakeAsync(WriteSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        if (attempts > 0)
            await session.Sql(session.Dialect.Flows.ResolveIncident).At("now", now).Id("id", bookmarkId).ExecuteAsync(cancellation);
    }

    public override async ValueTask<Rejection?> RunAsync(WorkflowStep step, CancellationToken cancellation)
    {
        HasFired = await step.FireTimerAsync(bookmarkId, cancellation);
        return null;
    }

    /// <summary>The row stays due and waits out its back-off.</summary>
    public override async ValueTask<bool> KeepAsync(KeptFault fault, CancellationToken cancellation)
    {
        HasFired = false;
        await fault.Session.Sql(fault.Session.Dialect.Flows.ReleaseTimer).At("until", fault.RetryAfter(attempts + 1)).Id("id", bookmarkId).ExecuteAsync(cancellation);
        if (fault.Instance is { } instance)
            await fault.Store.SaveIncidentAsync(instance, new IncidentRow(
                bookmarkId, "", "", "Timer", "", fault.Message, fault.Error.ToString(), attempts + 1, fault.Now, null, null), cancellation);
        return true;
    }
}

/// <summary>The matter is closed: what ran on it is cancelled, and what was kept for it is told nobody any more.</summary>
internal sealed class EndFlows(Guid matterId) : FlowCommand
{
    private IReadOnlyList<Guid> running = [];

    public override async ValueTask TakeAsync(WriteSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var store = new EfWorkflowStore(session);
        var matter = matterId.ToString("D");
        running = await store.FindOpenInstancesAsync(matter, cancellation);
        foreach (var kept in await store.PendingSignalsAsync(matter, cancellation))
            await store.RemovePendingSignalAsync(kept.SignalId, cancellation);
    }

    public override async ValueTask<Rejection?> RunAsync(WorkflowStep step, CancellationToken cancellation)
    {
        foreach (var instance in running)
            await step.CancelAsync(instance, cancellation);
        return null;
    }

    public override ValueTask<bool> KeepAsync(KeptFault fault, CancellationToken cancellation) => new(false);
}

internal sealed class StartFlow(StartRequest request) : FlowCommand
{
    public override async ValueTask<Rejection?> RunAsync(WorkflowStep step, CancellationToken cancellation)
    {
        await step.StartAsync(request, cancellation);
        return null;
    }

    public override ValueTask<bool> KeepAsync(KeptFault fault, CancellationToken cancellation) => new(false);
}

/// <summary>A request by hand for one thing: it happens now, or the act is refused.</summary>
internal sealed class Demand(Rejection whenMissed, Func<WorkflowStep, CancellationToken, ValueTask<bool>> verb) : FlowCommand
{
    public override async ValueTask<Rejection?> RunAsync(WorkflowStep step, CancellationToken cancellation) =>
        await verb(step, cancellation) ? null : whenMissed;

    public override ValueTask<bool> KeepAsync(KeptFault fault, CancellationToken cancellation) => new(false);
}
