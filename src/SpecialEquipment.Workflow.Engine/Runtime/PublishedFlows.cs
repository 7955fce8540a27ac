using System.Collections.Concurrent;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>
/// The compiled graphs of this process. A version never changes, so a graph is made once; which versions are published, and which
/// events start them, is read again when the store's stamp has moved.
/// </summary>
internal sealed class PublishedFlows(ActivityCatalogue catalogue)
{
    private readonly ConcurrentDictionary<Guid, CompiledWorkflow> byVersion = new();
    private volatile Snapshot? published;

    public async ValueTask<IReadOnlyList<(CompiledWorkflow Workflow, WorkflowTrigger Trigger)>> StartedByAsync(IWorkflowStore store, string eventName, CancellationToken cancellation) =>
        (await CurrentAsync(store, cancellation)).ByEvent.GetValueOrDefault(eventName, []);

    public async ValueTask<CompiledWorkflow> PublishedAsync(IWorkflowStore store, string definitionId, CancellationToken cancellation) =>
        (await CurrentAsync(store, cancellation)).ById.GetValueOrDefault(definitionId) ?? throw new DefinitionNotFoundException(definitionId);

    public async ValueTask<CompiledWorkflow> VersionAsync(IWorkflowStore store, Guid versionId, CancellationToken cancellation)
    {
        if (byVersion.TryGetValue(versionId, out var known))
            return known;
        var stored = await store.FindDefinitionVersionAsync(versionId, cancellation) ?? throw new DefinitionNotFoundException(versionId.ToString("D"));
        return Compile(stored);
    }

    private async ValueTask<Snapshot> CurrentAsync(IWorkflowStore store, CancellationToken cancellation)
    {
        var stamp = await store.DefinitionsStampAsync(cancellation);
        if (published is { } current && current.Stamp == stamp)
            return current;
        var workflows = (await store.PublishedDefinitionsAsync(cancellation)).Select(Compile).ToList();
        return published = new(
            stamp,
            workflows.ToDictionary(workflow => workflow.DefinitionId),
            workflows.SelectMany(workflow => workflow.Triggers.Select(trigger => (Workflow: workflow, Trigger: trigger)))
                .GroupBy(entry => entry.Trigger.EventName)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<(CompiledWorkflow, WorkflowTrigger)>)[.. group]));
    }

    private CompiledWorkflow Compile(StoredDefinition stored) => byVersion.GetOrAdd(stored.VersionId, static (_, arguments) =>
        WorkflowCompiler.Compile(WorkflowDefinition.Parse(arguments.stored.Json), arguments.catalogue, arguments.stored.VersionId).Workflow, (stored, catalogue));

    private sealed record Snapshot(
        long Stamp, Dictionary<string, CompiledWorkflow> ById, Dictionary<string, IReadOnlyList<(CompiledWorkflow Workflow, WorkflowTrigger Trigger)>> ByEvent);
}
