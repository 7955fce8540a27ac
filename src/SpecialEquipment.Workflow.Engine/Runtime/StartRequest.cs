namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>Starts the published version of a definition.</summary>
/// <param name="Input">Plain values by input name.</param>
/// <param name="TriggerActivityId">The activity to start at; null lets the definition decide.</param>
public sealed record StartRequest(
    string DefinitionId, string? CorrelationId = null, IReadOnlyDictionary<string, object?>? Input = null, string? TriggerActivityId = null)
{
    /// <summary>Id for the new instance; null makes one.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>Starts exactly this version, published or not (rehearsals, tests).</summary>
    public Guid? VersionId { get; init; }
}
