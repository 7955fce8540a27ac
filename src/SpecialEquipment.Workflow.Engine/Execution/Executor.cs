using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>
/// The pure heart: (graph, state, stimulus, surroundings) → burst. No input or output, no clock, no chance; the same call gives
/// the same burst. The state handed in is moved on, not copied: keep its serialised form to step from it again.
/// </summary>
public static class Executor
{
    /// <summary>A new instance, not yet started.</summary>
    public static InstanceState Create(CompiledWorkflow workflow, Guid instanceId, string? correlationId, IReadOnlyDictionary<string, object?>? input, DateTimeOffset now)
    {
        var variables = workflow.Variables.Length == 0 ? [] : new object?[workflow.Variables.Length];
        for (var i = 0; i < variables.Length; i++)
            variables[i] = workflow.Variables[i].Initial;
        var state = new InstanceState { InstanceId = instanceId, CreatedAt = now, CorrelationId = correlationId, Variables = variables };
        if (input is { Count: > 0 })
            state.Input = input;
        return state;
    }

    public static Burst Step(CompiledWorkflow workflow, InstanceState state, Stimulus stimulus, StepContext context)
    {
        var run = new BurstRun(workflow, state, context);
        var tookEffect = !state.HasEnded && Apply(run, stimulus);
        if (tookEffect)
            run.RunToRest();
        return run.ToBurst() with { TookEffect = tookEffect };
    }

    private static bool Apply(BurstRun run, Stimulus stimulus)
    {
        var state = run.State;
        switch (stimulus)
        {
            case Stimulus.Start start:
                (run.Trigger, run.TriggerResult) = (start.TriggerActivityId, start.TriggerResult);
                if (run.Workflow.Root is { } root)
                    run.Schedule(null, root);
                else
                    run.EndInstance(InstanceStatus.Finished);
                return true;
            case Stimulus.BookmarkResumed resumed:
                return state.Status != InstanceStatus.Faulted && ResumeBookmark(run, resumed);
            case Stimulus.HostReturned returned:
                return Find(state, returned.ActivityInstanceId) is { } answered && HostActivityCall.Returned(run, answered, returned);
            case Stimulus.HostFailed failed:
                if (Find(state, failed.ActivityInstanceId) is not { } faulty)
                    return false;
                run.OpenIncident(faulty, failed.Message, failed.Detail, mayPass: true);
                return true;
            case Stimulus.IncidentRetried retried:
                if (FindIncident(state, retried.IncidentId) is not { } again)
                    return false;
                run.Retry(again);
                return true;
            case Stimulus.IncidentSkipped skipped:
                if (FindIncident(state, skipped.IncidentId) is not { Execution: { } passed })
                    return false;
                run.Skip(passed, skipped.Outcome);
                return true;
            case Stimulus.Cancelled:
                run.EndInstance(InstanceStatus.Cancelled);
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(stimulus));
        }
    }

    private static bool ResumeBookmark(BurstRun run, Stimulus.BookmarkResumed resumed)
    {
        foreach (var execution in run.State.Executions())
            foreach (var bookmark in execution.Bookmarks ?? [])
                if (bookmark.Id == resumed.BookmarkId)
                {
                    run.RemoveBookmark(execution, bookmark);
                    if (execution.Node.Host is null)
                        run.Resume(execution, new ResumeInput(bookmark.Kind, bookmark.Name, resumed.Input));
                    else
                        HostActivityCall.Resume(run, execution, bookmark, resumed.Input);
                    return true;
                }
        return false;
    }

    private static ActivityExecution? Find(InstanceState state, string activityInstanceId) =>
        int.TryParse(activityInstanceId, System.Globalization.CultureInfo.InvariantCulture, out var number) ? state.Find(number) : null;

    private static Incident? FindIncident(InstanceState state, Guid id) => state.OpenIncidents.Find(incident => incident.Id == id);
}
