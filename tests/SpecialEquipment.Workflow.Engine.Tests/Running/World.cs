using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;
using SpecialEquipment.Workflow.Engine.Runtime;

namespace SpecialEquipment.Workflow.Engine.Tests.Running;

/// <summary>A runtime over a store in memory, with one host activity.</summary>
internal sealed class World
{
    public World(RuntimeOptions? options = null)
    {
        Catalogue = new ActivityCatalogue([Host]);
        Runtime = new WorkflowRuntime(Catalogue, new StoppedClock(), options);
    }

    public InMemoryStore Store { get; } = new();
    public Host Host { get; } = new();
    public ActivityCatalogue Catalogue { get; }
    public WorkflowRuntime Runtime { get; }
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public Guid Publish(Flow flow, int version = 1) => Store.Publish(flow.DefinitionId, flow.Text(), version);

    public WorkflowStep Begin(StepRedo? redo = null) => Runtime.Begin(Store, NoServices.Instance, Now, redo);

    public ValueTask<Guid> StartAsync(string definitionId = "flow", string? matter = null) =>
        Runtime.StartAsync(Store, NoServices.Instance, new StartRequest(definitionId, matter), Now);

    public ValueTask<int> RaiseAsync(string name, string? matter = null, params (string Key, object? Value)[] payload) =>
        Runtime.RaiseAsync(Store, NoServices.Instance, Signal(name, matter, payload), Now);

    public static Signal Signal(string name, string? matter = null, params (string Key, object? Value)[] payload) =>
        new(name, matter, payload.ToDictionary(entry => entry.Key, entry => entry.Value));

    public ValueTask<bool> RetryAsync(Guid instance) => Runtime.RetryIncidentAsync(Store, NoServices.Instance, instance, OpenIncident().IncidentId, Now);

    public string Status(Guid instance) => Store.Headers[instance].Status;

    public IncidentRow OpenIncident() => Store.Incidents.Values.Single(incident => incident.ResolvedAt is null);

    public async Task<InstanceState> StateAsync(Guid instance)
    {
        var definition = await Store.FindDefinitionVersionAsync(Store.Headers[instance].DefinitionVersionId, default);
        return StateJson.Read(WorkflowCompiler.Compile(WorkflowDefinition.Parse(definition!.Json), Catalogue).Workflow, Store.StateOf(instance).Span);
    }

    public async Task<object?> VariableAsync(Guid instance, int index = 0) => (await StateAsync(instance)).Variables[index];

    internal sealed class StoppedClock : TimeProvider
    {
        public static readonly DateTimeOffset Machine = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Machine;
    }
}
