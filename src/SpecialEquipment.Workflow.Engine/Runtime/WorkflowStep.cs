using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>The engine's work inside one act: loads each instance once, steps it, saves it once.</summary>
public sealed class WorkflowStep
{
    private readonly WorkflowRuntime runtime;
    private readonly IWorkflowStore store;
    private readonly IServiceProvider services;
    private readonly DateTimeOffset now;
    private readonly StepRedo? redo;
    private readonly HostCalls calls;
    private readonly Dictionary<Guid, SteppedInstance> instances = [];
    private readonly Queue<(Signal Signal, Guid? OnlyInstance)> published = new();
    private readonly List<TouchedInstance> saved = [];
    private int bursts;

    internal WorkflowStep(WorkflowRuntime runtime, IWorkflowStore store, IServiceProvider services, DateTimeOffset now, StepRedo? redo)
    {
        (this.runtime, this.store, this.services, this.now, this.redo) = (runtime, store, services, now, redo);
        calls = new HostCalls(runtime.Options, services, now, redo);
        redo?.Rewind();
    }

    /// <summary>What the step did so far, one entry per instance and save.</summary>
    public IReadOnlyList<TouchedInstance> Touched => [.. saved, .. instances.Values.Where(instance => instance.IsDirty).Select(Describe)];

    private TouchedInstance Describe(SteppedInstance instance) => new(
        instance.State.InstanceId, instance.Workflow.DefinitionId, instance.State.CorrelationId, instance.State.Status.ToString(), instance.Version is null,
        [.. instance.NewIncidents.Select(change => JournalRows.From(change, now, RetryAt(change.Incident)))]);

    /// <summary>
    /// Starts every published definition whose trigger waits for the signal and resumes the event bookmarks of that name.
    /// Events that flows publish meanwhile are delivered when the bursts have come to rest. Returns how many instances were reached.
    /// A faulted instance that waits for the signal gets it as a pending signal.
    /// </summary>
    /// <param name="onlyInstance">
    /// Delivers to this instance alone and starts nothing (a pending signal tried again); throws <see cref="InstanceFaultedException"/> while it is faulted.
    /// </param>
    public async ValueTask<int> RaiseAsync(Signal signal, Guid? onlyInstance = null, CancellationToken cancellation = default)
    {
        if (onlyInstance is { } only && await LoadAsync(only, cancellation) is { State.Status: InstanceStatus.Faulted })
            throw new InstanceFaultedException(only);
        var reached = await DeliverAsync(signal, onlyInstance, cancellation);
        await DeliverPublishedAsync(cancellation);
        return reached;
    }

    /// <summary>Starts a definition and returns the new instance's id; throws <see cref="DefinitionNotFoundException"/>.</summary>
    public async ValueTask<Guid> StartAsync(StartRequest request, CancellationToken cancellation = default)
    {
        var workflow = request.VersionId is { } versionId
            ? await runtime.Flows.VersionAsync(store, versionId, cancellation)
            : await runtime.Flows.PublishedAsync(store, request.DefinitionId, cancellation);
        var instance = Create(workflow, request.InstanceId, request.CorrelationId, request.Input);
        await StepAsync(instance, new Stimulus.Start(request.TriggerActivityId), cancellation);
        await DeliverPublishedAsync(cancellation);
        return instance.State.InstanceId;
    }

    /// <summary>Resumes one bookmark; false when it is gone (somebody was faster) or its instance is faulted — nothing has happened then.</summary>
    public async ValueTask<bool> ResumeAsync(Guid bookmarkId, object? input, CancellationToken cancellation = default)
    {
        var instance = instances.Values.FirstOrDefault(loaded => loaded.State.FindBookmark(bookmarkId) is not null);
        if (instance is null && await store.FindBookmarkAsync(bookmarkId, cancellation) is { } stored)
            instance = await LoadAsync(stored.InstanceId, cancellation);
        if (instance?.State.FindBookmark(bookmarkId) is null || !await StepAsync(instance, new Stimulus.BookmarkResumed(bookmarkId, input), cancellation))
            return false;
        await DeliverPublishedAsync(cancellation);
        return true;
    }

    /// <summary>A timer bookmark is due; false when it is gone.</summary>
    public ValueTask<bool> FireTimerAsync(Guid bookmarkId, CancellationToken cancellation = default) => ResumeAsync(bookmarkId, null, cancellation);

    /// <summary>Reports a task of <c>Elsa.RunTask</c>; false when nobody waits for it.</summary>
    public async ValueTask<bool> ReportTaskAsync(string taskId, object? result, CancellationToken cancellation = default)
    {
        var waiting = await WaitingAsync(BookmarkKinds.Task, taskId, null, null, cancellation);
        return waiting.Count > 0 && await ResumeAsync(waiting[0].BookmarkId, result, cancellation);
    }

    /// <summary>Cancels an instance with everything inside it; false when it had ended already.</summary>
    public ValueTask<bool> CancelAsync(Guid instanceId, CancellationToken cancellation = default) => StepByIdAsync(instanceId, new Stimulus.Cancelled(), cancellation);

    /// <summary>Runs the activity of an open incident again, and delivers what was kept for the instance meanwhile; false when it is not open.</summary>
    public async ValueTask<bool> RetryIncidentAsync(Guid instanceId, Guid incidentId, CancellationToken cancellation = default) =>
        await StepByIdAsync(instanceId, new Stimulus.IncidentRetried(incidentId), cancellation) && await DeliverKeptAsync(instanceId, cancellation);

    /// <summary>Leaves the activity of an open incident through <paramref name="outcome"/> (null: Done); false when it is not open.</summary>
    public async ValueTask<bool> SkipIncidentAsync(Guid instanceId, Guid incidentId, string? outcome, CancellationToken cancellation = default) =>
        await StepByIdAsync(instanceId, new Stimulus.IncidentSkipped(incidentId, outcome), cancellation) && await DeliverKeptAsync(instanceId, cancellation);

    /// <summary>Writes every touched instance: one <see cref="IWorkflowStore.SaveAsync"/> each. The step may be used on; it loads anew.</summary>
    public async ValueTask SaveAsync(CancellationToken cancellation = default)
    {
        foreach (var instance in instances.Values)
            if (instance.IsDirty)
            {
                await store.SaveAsync(instance.ToWrite(now, RetryAt), cancellation);
                saved.Add(Describe(instance));
            }
        instances.Clear();
    }

    private DateTimeOffset? RetryAt(Incident incident) =>
        incident.MayPass && incident.Attempts <= runtime.Options.IncidentBackOff.Count
            ? runtime.MachineClock.GetUtcNow() + runtime.Options.IncidentBackOff[incident.Attempts - 1]
            : null;

    private async ValueTask<bool> StepByIdAsync(Guid instanceId, Stimulus stimulus, CancellationToken cancellation)
    {
        if (await LoadAsync(instanceId, cancellation) is not { } instance || !await StepAsync(instance, stimulus, cancellation))
            return false;
        await DeliverPublishedAsync(cancellation);
        return true;
    }

    private async ValueTask<bool> DeliverKeptAsync(Guid instanceId, CancellationToken cancellation)
    {
        var instance = instances[instanceId];
        if (instance.State.CorrelationId is not { } matter)
            return true;
        foreach (var kept in await store.PendingSignalsAsync(matter, cancellation))
        {
            if (kept.InstanceId != instanceId || instance.State.Status == InstanceStatus.Faulted)
                continue;
            await store.RemovePendingSignalAsync(kept.SignalId, cancellation);
            var payload = PlainJson.TryParse(kept.PayloadJson, out var value) ? value as IReadOnlyDictionary<string, object?> : null;
            await RaiseAsync(new Signal(kept.Name, kept.CorrelationId, payload ?? new Dictionary<string, object?>()), instanceId, cancellation);
        }
        return true;
    }

    private async ValueTask DeliverPublishedAsync(CancellationToken cancellation)
    {
        while (published.TryDequeue(out var next))
            await DeliverAsync(next.Signal, next.OnlyInstance, cancellation);
    }

    private async ValueTask<int> DeliverAsync(Signal signal, Guid? onlyInstance, CancellationToken cancellation)
    {
        // looked up before anything runs: a flow does not meet the same signal twice
        var waiting = await WaitingAsync(BookmarkKinds.Event, signal.Name, signal.CorrelationId, onlyInstance, cancellation);
        var reached = 0;
        if (waiting.Count > runtime.Options.MaxInstancesPerSignal)
        {
            foreach (var instanceId in waiting.Select(bookmark => bookmark.InstanceId).Distinct())
                await KeepAsync(signal, instanceId, "同时到达的流程过多，逐个送达", cancellation);
            waiting = [];
        }
        foreach (var bookmark in waiting)
        {
            if (await LoadAsync(bookmark.InstanceId, cancellation) is not { } instance)
                continue;
            if (instance.State.Status == InstanceStatus.Faulted)
                await KeepAsync(signal, bookmark.InstanceId, "流程处于异常状态", cancellation);
            else if (await StepAsync(instance, new Stimulus.BookmarkResumed(bookmark.BookmarkId, signal.Payload), cancellation))
                reached++;
        }
        if (onlyInstance is null)
            foreach (var (workflow, trigger) in await runtime.Flows.StartedByAsync(store, signal.Name, cancellation))
                if (await MayStartAsync(workflow, signal.CorrelationId, cancellation))
                {
                    var instance = Create(workflow, null, signal.CorrelationId, null);
                    await StepAsync(instance, new Stimulus.Start(trigger.ActivityId, new TriggerResult(signal.Payload)), cancellation);
                    reached++;
                }
        return reached;
    }

    private ValueTask KeepAsync(Signal signal, Guid instanceId, string reason, CancellationToken cancellation) => store.KeepPendingSignalAsync(
        new PendingSignal(
            Guid.CreateVersion7(now), signal.Name, signal.CorrelationId, PlainJson.ToText(signal.Payload), instanceId, 0, runtime.MachineClock.GetUtcNow(), reason, now),
        cancellation);

    // what an instance waits for is in its state when it is loaded, in the store otherwise
    private async ValueTask<List<(Guid InstanceId, Guid BookmarkId)>> WaitingAsync(
        string kind, string name, string? correlationId, Guid? onlyInstance, CancellationToken cancellation)
    {
        var found = new List<(Guid InstanceId, Guid BookmarkId, int Order)>();
        foreach (var stored in await store.FindBookmarksAsync(kind, name, correlationId, cancellation))
            if (!instances.ContainsKey(stored.InstanceId))
                found.Add((stored.InstanceId, stored.BookmarkId, int.Parse(stored.ActivityInstanceId, System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var (id, instance) in instances)
            if (correlationId is null || instance.State.CorrelationId == correlationId)
                foreach (var bookmark in instance.State.Bookmarks)
                    if (bookmark.Kind == kind && bookmark.Name == name)
                        found.Add((id, bookmark.Id, int.Parse(bookmark.ActivityInstanceId, System.Globalization.CultureInfo.InvariantCulture)));
        return [.. found.Where(entry => onlyInstance is null || entry.InstanceId == onlyInstance)
            .OrderBy(entry => entry.InstanceId).ThenBy(entry => entry.Order).Select(entry => (entry.InstanceId, entry.BookmarkId))];
    }

    private async ValueTask<bool> MayStartAsync(CompiledWorkflow workflow, string? correlationId, CancellationToken cancellation)
    {
        var strategy = workflow.Definition.ActivationStrategy;
        var perMatter = strategy.Contains(".CorrelationStrategy", StringComparison.Ordinal);
        var perMatterAndFlow = strategy.Contains(".CorrelatedSingletonStrategy", StringComparison.Ordinal);
        if (correlationId is null || !perMatter && !perMatterAndFlow)
            return true;
        foreach (var id in await store.FindOpenInstancesAsync(correlationId, cancellation))
            await LoadAsync(id, cancellation);
        return !instances.Values.Any(instance => !instance.State.HasEnded && instance.State.CorrelationId == correlationId
            && (perMatter || instance.Workflow.DefinitionId == workflow.DefinitionId));
    }

    private SteppedInstance Create(CompiledWorkflow workflow, Guid? id, string? correlationId, IReadOnlyDictionary<string, object?>? input)
    {
        var instanceId = id ?? redo?.NextInstanceId(now) ?? Guid.CreateVersion7(now);
        var instance = new SteppedInstance(workflow, Executor.Create(workflow, instanceId, correlationId, input, now), null);
        instances.Add(instanceId, instance);
        return instance;
    }

    private async ValueTask<SteppedInstance?> LoadAsync(Guid instanceId, CancellationToken cancellation)
    {
        if (instances.TryGetValue(instanceId, out var loaded))
            return loaded;
        if (await store.LoadAsync(instanceId, cancellation) is not { } stored)
            return null;
        var workflow = await runtime.Flows.VersionAsync(store, stored.DefinitionVersionId, cancellation);
        var instance = new SteppedInstance(workflow, StateJson.Read(workflow, stored.State.Span), stored.Version);
        instances.Add(instanceId, instance);
        return instance;
    }

    private async ValueTask<bool> StepAsync(SteppedInstance instance, Stimulus first, CancellationToken cancellation)
    {
        var effects = new Queue<Effect>();
        var tookEffect = await BurstAsync(instance, first, effects, cancellation);
        while (effects.TryDequeue(out var effect))
            switch (effect)
            {
                case Effect.CallHost call when await calls.CallAsync(instance, call, cancellation) is { } answer:
                    await BurstAsync(instance, answer, effects, cancellation);
                    break;
                case Effect.CancelHost cancel:
                    await calls.CancelAsync(instance, cancel, cancellation);
                    break;
                case Effect.PublishEvent publish:
                    published.Enqueue((new Signal(publish.Name, publish.CorrelationId, Wrap(publish.Payload)), publish.IsLocal ? instance.State.InstanceId : null));
                    break;
            }
        return tookEffect;
    }

    // a signal carries an object; JSON text of one (an Object expression) becomes it, anything else stands under "value"
    private static IReadOnlyDictionary<string, object?> Wrap(object? payload) => payload switch
    {
        null => new Dictionary<string, object?>(),
        IReadOnlyDictionary<string, object?> map => map,
        string text when PlainJson.TryParse(text, out var parsed) && parsed is IReadOnlyDictionary<string, object?> map => map,
        _ => new Dictionary<string, object?> { ["value"] = payload },
    };

    private async ValueTask<bool> BurstAsync(SteppedInstance instance, Stimulus stimulus, Queue<Effect> effects, CancellationToken cancellation)
    {
        if (++bursts > runtime.Options.MaxBurstsPerStep)
            throw new EndlessStepException(runtime.Options.MaxBurstsPerStep);
        var matter = instance.Workflow.ReadsMatter && instance.State.CorrelationId is { } id && runtime.Options.ReadMatter is { } read
            ? await read(id, services, cancellation)
            : null;
        var burst = Executor.Step(instance.Workflow, instance.State, stimulus, new StepContext(now, matter));
        if (burst.TookEffect)
            runtime.Options.OnBurst?.Invoke(burst);
        instance.Absorb(burst);
        foreach (var effect in burst.Effects)
            effects.Enqueue(effect);
        return burst.TookEffect;
    }
}
