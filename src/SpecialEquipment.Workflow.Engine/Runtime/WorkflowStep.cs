namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>The engine's work inside one act: loads each instance once, steps it, saves it once.</summary>
public sealed class WorkflowStep
{
    private readonly WorkflowRuntime runtime;
    private readonly IWorkflowStore store;
    private readonly IServiceProvider services;
    private readonly DateTimeOffset now;
    private readonly StepRedo? redo;

    internal WorkflowStep(WorkflowRuntime runtime, IWorkflowStore store, IServiceProvider services, DateTimeOffset now, StepRedo? redo)
    {
        (this.runtime, this.store, this.services, this.now, this.redo) = (runtime, store, services, now, redo);
        redo?.Rewind();
    }

    /// <summary>What the step did so far, one entry per instance.</summary>
    public IReadOnlyList<TouchedInstance> Touched => throw new NotImplementedException();

    /// <summary>
    /// Starts every published definition whose trigger waits for the signal and resumes the event bookmarks of that name.
    /// Events that flows publish meanwhile are delivered when the bursts have come to rest. Returns how many instances were reached.
    /// </summary>
    /// <param name="onlyInstance">Delivers to this instance alone and starts nothing (a pending signal tried again).</param>
    public ValueTask<int> RaiseAsync(Signal signal, Guid? onlyInstance = null, CancellationToken cancellation = default) => throw new NotImplementedException($"{runtime}{store}{services}{now}{redo}");

    /// <summary>Starts a definition and returns the new instance's id; throws <see cref="DefinitionNotFoundException"/>.</summary>
    public ValueTask<Guid> StartAsync(StartRequest request, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Resumes one bookmark; false when it is gone (somebody was faster) — nothing has happened then.</summary>
    public ValueTask<bool> ResumeAsync(Guid bookmarkId, object? input, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>A timer bookmark is due; false when it is gone.</summary>
    public ValueTask<bool> FireTimerAsync(Guid bookmarkId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Reports a task of <c>Elsa.RunTask</c>; false when nobody waits for it.</summary>
    public ValueTask<bool> ReportTaskAsync(string taskId, object? result, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Cancels an instance with everything inside it; false when it had ended already.</summary>
    public ValueTask<bool> CancelAsync(Guid instanceId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Runs the activity of an open incident again; false when it is not open.</summary>
    public ValueTask<bool> RetryIncidentAsync(Guid instanceId, Guid incidentId, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Leaves the activity of an open incident through <paramref name="outcome"/> (null: Done); false when it is not open.</summary>
    public ValueTask<bool> SkipIncidentAsync(Guid instanceId, Guid incidentId, string? outcome, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Writes every touched instance: one <see cref="IWorkflowStore.SaveAsync"/> each.</summary>
    public ValueTask SaveAsync(CancellationToken cancellation = default) => throw new NotImplementedException();
}

/// <param name="Status">Running, Suspended, Finished, Cancelled or Faulted.</param>
/// <param name="NewIncidents">Incidents opened by this step.</param>
public sealed record TouchedInstance(Guid InstanceId, string DefinitionId, string? CorrelationId, string Status, bool IsNew, IReadOnlyList<IncidentRow> NewIncidents);

public sealed class DefinitionNotFoundException(string definitionId) : Exception($"no published definition {definitionId}")
{
    public string DefinitionId { get; } = definitionId;
}
