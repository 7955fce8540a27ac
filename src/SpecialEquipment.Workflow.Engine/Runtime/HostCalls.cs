using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>Makes the calls a burst asks for and turns the answer into the next stimulus.</summary>
internal sealed class HostCalls(RuntimeOptions options, IServiceProvider services, DateTimeOffset now, StepRedo? redo)
{
    private const int MaxDetail = 2_000;

    /// <summary>Null when the activity was given up before it could be called: then the host never hears of it.</summary>
    public async ValueTask<Stimulus?> CallAsync(SteppedInstance instance, Effect.CallHost effect, CancellationToken cancellation)
    {
        var execution = instance.State.Find(int.Parse(effect.ActivityInstanceId, System.Globalization.CultureInfo.InvariantCulture));
        if (execution?.Requests is not { Count: > 0 })
            return null;
        var number = instance.Calls[effect.ActivityInstanceId] = instance.Calls.GetValueOrDefault(effect.ActivityInstanceId) + 1;
        if (redo?.Find(instance.State.InstanceId, effect.ActivityInstanceId, number) is { } known)
            return Failed(effect.ActivityInstanceId, effect.Node, known.InnerException!);
        var call = Call(instance, effect.ActivityInstanceId, effect.Node, effect.Inputs, effect.State);
        try
        {
            var outcome = effect.Resumption is { } resumption
                ? await effect.Node.Host!.ResumeAsync(call, resumption, cancellation)
                : await effect.Node.Host!.StartAsync(call, cancellation);
            return new Stimulus.HostReturned(effect.ActivityInstanceId, outcome, call.State);
        }
        catch (Exception error) when (!PassesThrough(error))
        {
            if (redo is null)
                return Failed(effect.ActivityInstanceId, effect.Node, error);
            var fault = new HostActivityFault(instance.State.InstanceId, effect.ActivityInstanceId, number, error);
            redo.Remember(fault);
            throw fault;
        }
    }

    /// <summary>An exception here is not the flow's: the activity is gone already, so it faults the whole step and the signal is kept.</summary>
    public ValueTask CancelAsync(SteppedInstance instance, Effect.CancelHost effect, CancellationToken cancellation) =>
        effect.Node.Host!.CancelAsync(Call(instance, effect.ActivityInstanceId, effect.Node, effect.Inputs, effect.State), cancellation);

    private bool PassesThrough(Exception error) => error is OperationCanceledException or InstanceConflictException || options.IsDatabaseError(error);

    // the detail is kept with the state until the incident is resolved: enough to find the place, not a whole stack
    private static Stimulus.HostFailed Failed(string activityInstanceId, CompiledNode node, Exception error)
    {
        var detail = error.ToString();
        return new(activityInstanceId, $"活动“{node.Name}”：{error.Message}", detail.Length > MaxDetail ? detail[..MaxDetail] : detail);
    }

    private HostCall Call(
        SteppedInstance instance, string activityInstanceId, CompiledNode node, IReadOnlyDictionary<string, object?> inputs, System.Text.Json.Nodes.JsonObject state) => new()
    {
        InstanceId = instance.State.InstanceId, ActivityInstanceId = activityInstanceId, ActivityId = node.Id, ActivityName = node.Name,
        DefinitionId = instance.Workflow.DefinitionId, DefinitionVersion = instance.Workflow.Version, CorrelationId = instance.State.CorrelationId,
        Inputs = inputs, State = state, Now = now, Services = services,
    };
}
