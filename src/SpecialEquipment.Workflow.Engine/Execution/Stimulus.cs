using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>What happens to an instance.</summary>
public abstract record Stimulus
{
    private Stimulus() { }

    /// <param name="TriggerActivityId">Where to begin; null lets the definition decide.</param>
    /// <param name="TriggerResult">What the event brought that started the instance at the trigger.</param>
    public sealed record Start(string? TriggerActivityId = null, TriggerResult? TriggerResult = null) : Stimulus;

    public sealed record BookmarkResumed(Guid BookmarkId, object? Input) : Stimulus;
    public sealed record HostReturned(string ActivityInstanceId, ActivityOutcome Outcome, JsonObject? State) : Stimulus;
    public sealed record HostFailed(string ActivityInstanceId, string Message, string? Detail) : Stimulus;
    public sealed record IncidentRetried(Guid IncidentId) : Stimulus;

    /// <param name="Outcome">Port to leave by; null: Done.</param>
    public sealed record IncidentSkipped(Guid IncidentId, string? Outcome) : Stimulus;
    public sealed record Cancelled : Stimulus;
}

/// <param name="Value">The event's payload.</param>
public sealed record TriggerResult(object? Value);

/// <summary>What surrounds a step besides state and stimulus.</summary>
/// <param name="Now">Business time.</param>
/// <param name="Matter">The read-only object scripts see as <c>matter</c>.</param>
public sealed record StepContext(DateTimeOffset Now, IReadOnlyDictionary<string, object?>? Matter = null)
{
    public ScriptLimits Limits { get; init; } = ScriptLimits.Default;

    /// <summary>Activities one burst may begin; the next one opens an incident instead, so that an endless loop ends.</summary>
    public int MaxActivitiesPerBurst { get; init; } = 10_000;
}
