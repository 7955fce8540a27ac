namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <param name="Status">Running, Suspended, Finished, Cancelled or Faulted.</param>
/// <param name="NewIncidents">Incidents opened by this step.</param>
public sealed record TouchedInstance(Guid InstanceId, string DefinitionId, string? CorrelationId, string Status, bool IsNew, IReadOnlyList<IncidentRow> NewIncidents);

public sealed class DefinitionNotFoundException(string definitionId) : Exception($"no published definition {definitionId}")
{
    public string DefinitionId { get; } = definitionId;
}

/// <summary>The instance cannot take a signal before its incident is resolved; try again later.</summary>
public sealed class InstanceFaultedException(Guid instanceId) : Exception($"instance {instanceId} is faulted")
{
    public Guid InstanceId { get; } = instanceId;
}

/// <summary>Flows wake each other without end; the step is given up and the signal kept.</summary>
public sealed class EndlessStepException(int bursts) : Exception($"one step ran more than {bursts} bursts");
