namespace SpecialEquipment.Workflow.Capabilities.Shared;

/// <summary>Something a capability does once at every start, after the schema is current and before the first request; must be safe to repeat.</summary>
public interface IStartupStep
{
    /// <summary>Lower runs first: 10 calendar and policy, 20 flows, 50 the rest.</summary>
    int Order { get; }
    Task RunAsync(CancellationToken cancellation);
}

/// <summary>Demo data of one capability; loaded in the demo profile only, when it is not there yet.</summary>
public interface IDemoData
{
    /// <summary>Lower loads first: 10 the county, 20 hazards.</summary>
    int Order { get; }
    Task LoadAsync(CancellationToken cancellation);
}
