namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>
/// What a step must remember when it is done again after a rollback to the savepoint: the ids it gave out, so that the second
/// run is the first one over again, and the host calls that threw.
/// </summary>
public sealed class StepRedo
{
    private readonly List<Guid> instanceIds = [];
    private readonly Dictionary<(Guid Instance, string ActivityInstance, int Call), HostActivityFault> faults = [];
    private int given;

    /// <summary>Number of host calls known to throw; grows by one with every rollback, so redoing ends.</summary>
    public int Faults => faults.Count;

    internal void Rewind() => given = 0;

    internal Guid NextInstanceId(DateTimeOffset now)
    {
        if (given == instanceIds.Count)
            instanceIds.Add(Guid.CreateVersion7(now));
        return instanceIds[given++];
    }

    internal void Remember(HostActivityFault fault) => faults[(fault.InstanceId, fault.ActivityInstanceId, fault.Call)] = fault;

    internal HostActivityFault? Find(Guid instance, string activityInstance, int call) => faults.GetValueOrDefault((instance, activityInstance, call));
}

/// <summary>A host activity threw. Roll back to the savepoint and begin the step again with the same <see cref="StepRedo"/>.</summary>
public sealed class HostActivityFault(Guid instanceId, string activityInstanceId, int call, Exception inner)
    : Exception($"activity {activityInstanceId} of instance {instanceId} threw: {inner.Message}", inner)
{
    public Guid InstanceId { get; } = instanceId;
    public string ActivityInstanceId { get; } = activityInstanceId;

    /// <summary>How many-th call of this activity execution within the step.</summary>
    public int Call { get; } = call;
}
