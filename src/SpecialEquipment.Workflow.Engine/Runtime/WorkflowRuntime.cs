using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>
/// Runs flows inside an act's transaction. One per process; holds compiled graphs, no state of any instance.
/// Every verb here is <see cref="Begin"/>, the same verb on the step, <see cref="WorkflowStep.SaveAsync"/>.
/// </summary>
public sealed class WorkflowRuntime
{
    public WorkflowRuntime(ActivityCatalogue catalogue, TimeProvider machineClock, RuntimeOptions? options = null)
    {
        Catalogue = catalogue;
        MachineClock = machineClock;
        Options = options ?? new RuntimeOptions();
        Flows = new PublishedFlows(catalogue);
    }

    public ActivityCatalogue Catalogue { get; }

    /// <summary>Back-off of incidents runs on machine time; everything flows see is business time.</summary>
    internal TimeProvider MachineClock { get; }
    internal RuntimeOptions Options { get; }
    internal PublishedFlows Flows { get; }

    /// <summary>
    /// Opens the work of one act. Several verbs may follow; an instance is loaded once and saved once, by <see cref="WorkflowStep.SaveAsync"/>.
    /// </summary>
    /// <param name="store">The act's store.</param>
    /// <param name="stepServices">Services of the step (its own database context on the act's transaction), handed to host activities.</param>
    /// <param name="now">Business time.</param>
    /// <param name="redo">
    /// With it, a throwing host activity ends the step with <see cref="HostActivityFault"/>: the caller rolls back to its savepoint,
    /// renews the services and begins again with the same <paramref name="redo"/>; everything is then done again, except that the
    /// activity which threw becomes an incident. Without it the incident is opened at once and what the activity wrote before it
    /// threw stays.
    /// </param>
    public WorkflowStep Begin(IWorkflowStore store, IServiceProvider stepServices, DateTimeOffset now, StepRedo? redo = null) =>
        new(this, store, stepServices, now, redo);

    /// <inheritdoc cref="WorkflowStep.RaiseAsync"/>
    public ValueTask<int> RaiseAsync(IWorkflowStore store, IServiceProvider stepServices, Signal signal, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.RaiseAsync(signal, null, cancellation), cancellation);

    /// <inheritdoc cref="WorkflowStep.StartAsync"/>
    public ValueTask<Guid> StartAsync(IWorkflowStore store, IServiceProvider stepServices, StartRequest request, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.StartAsync(request, cancellation), cancellation);

    /// <inheritdoc cref="WorkflowStep.ResumeAsync"/>
    public ValueTask<bool> ResumeAsync(IWorkflowStore store, IServiceProvider stepServices, Guid bookmarkId, object? input, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.ResumeAsync(bookmarkId, input, cancellation), cancellation);

    /// <inheritdoc cref="WorkflowStep.FireTimerAsync"/>
    public ValueTask<bool> FireTimerAsync(IWorkflowStore store, IServiceProvider stepServices, Guid bookmarkId, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.FireTimerAsync(bookmarkId, cancellation), cancellation);

    /// <inheritdoc cref="WorkflowStep.ReportTaskAsync"/>
    public ValueTask<bool> ReportTaskAsync(IWorkflowStore store, IServiceProvider stepServices, string taskId, object? result, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.ReportTaskAsync(taskId, result, cancellation), cancellation);

    /// <inheritdoc cref="WorkflowStep.CancelAsync"/>
    public ValueTask<bool> CancelAsync(IWorkflowStore store, IServiceProvider stepServices, Guid instanceId, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.CancelAsync(instanceId, cancellation), cancellation);

    /// <inheritdoc cref="WorkflowStep.RetryIncidentAsync"/>
    public ValueTask<bool> RetryIncidentAsync(IWorkflowStore store, IServiceProvider stepServices, Guid instanceId, Guid incidentId, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.RetryIncidentAsync(instanceId, incidentId, cancellation), cancellation);

    /// <inheritdoc cref="WorkflowStep.SkipIncidentAsync"/>
    public ValueTask<bool> SkipIncidentAsync(
        IWorkflowStore store, IServiceProvider stepServices, Guid instanceId, Guid incidentId, string? outcome, DateTimeOffset now, CancellationToken cancellation = default) =>
        Whole(Begin(store, stepServices, now), step => step.SkipIncidentAsync(instanceId, incidentId, outcome, cancellation), cancellation);

    private static async ValueTask<T> Whole<T>(WorkflowStep step, Func<WorkflowStep, ValueTask<T>> verb, CancellationToken cancellation)
    {
        var result = await verb(step);
        await step.SaveAsync(cancellation);
        return result;
    }
}
