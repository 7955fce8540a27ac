using SpecialEquipment.Workflow.Engine;

namespace SpecialEquipment.Workflow.Engine.Tests;

/// <summary>A store in memory that keeps its promises: versions are checked, bookmarks are rows of their own.</summary>
internal sealed class InMemoryStore : IWorkflowStore
{
    private readonly Dictionary<Guid, StoredInstance> instances = [];
    private readonly Dictionary<Guid, StoredBookmark> bookmarks = [];
    private readonly List<StoredDefinition> definitions = [];
    private readonly List<PendingSignal> pending = [];

    public Dictionary<Guid, InstanceHeader> Headers { get; } = [];
    public Dictionary<(Guid Instance, string Activity), JournalRow> Journal { get; } = [];
    public Dictionary<Guid, IncidentRow> Incidents { get; } = [];
    public IEnumerable<StoredBookmark> Bookmarks => bookmarks.Values;
    public IReadOnlyList<PendingSignal> Pending => pending;
    public List<Guid> Order { get; } = [];
    public int Saves { get; private set; }
    public int Loads { get; private set; }

    /// <summary>How often the published definitions were read whole.</summary>
    public int DefinitionReads { get; private set; }
    public long Stamp { get; private set; }

    public Guid Publish(string definitionId, string json, int version = 1)
    {
        definitions.RemoveAll(definition => definition.DefinitionId == definitionId && definition.Version == version);
        var id = Guid.CreateVersion7();
        definitions.Add(new(id, definitionId, version, definitionId, json));
        Stamp++;
        return id;
    }

    public ReadOnlyMemory<byte> StateOf(Guid instance) => instances[instance].State;

    public ValueTask<IReadOnlyList<StoredDefinition>> PublishedDefinitionsAsync(CancellationToken cancellation)
    {
        DefinitionReads++;
        return new([.. definitions.GroupBy(definition => definition.DefinitionId).Select(group => group.MaxBy(definition => definition.Version)!)]);
    }

    public ValueTask<long> DefinitionsStampAsync(CancellationToken cancellation) => new(Stamp);

    public ValueTask<StoredDefinition?> FindDefinitionVersionAsync(Guid versionId, CancellationToken cancellation) => new(definitions.Find(definition => definition.VersionId == versionId));

    public ValueTask<StoredInstance?> LoadAsync(Guid instanceId, CancellationToken cancellation)
    {
        Loads++;
        return new(instances.GetValueOrDefault(instanceId));
    }

    public ValueTask<IReadOnlyList<StoredBookmark>> FindBookmarksAsync(string kind, string name, string? correlationId, CancellationToken cancellation) => new(
        [.. bookmarks.Values.Where(bookmark => bookmark.Kind == kind && bookmark.Name == name && (correlationId is null || Headers[bookmark.InstanceId].CorrelationId == correlationId))]);

    public ValueTask<StoredBookmark?> FindBookmarkAsync(Guid bookmarkId, CancellationToken cancellation) => new(bookmarks.GetValueOrDefault(bookmarkId));

    public ValueTask<IReadOnlyList<Guid>> FindOpenInstancesAsync(string correlationId, CancellationToken cancellation) =>
        new([.. Headers.Where(entry => entry.Value.CorrelationId == correlationId && entry.Value.FinishedAt is null).Select(entry => entry.Key)]);

    public ValueTask SaveAsync(InstanceWrite write, CancellationToken cancellation)
    {
        var stored = instances.GetValueOrDefault(write.InstanceId);
        if (stored?.Version != write.ExpectedVersion)
            throw new InstanceConflictException(write.InstanceId);
        if (stored is null)
            Order.Add(write.InstanceId);
        Saves++;
        instances[write.InstanceId] = new(write.InstanceId, write.Header.DefinitionVersionId, (stored?.Version ?? 0) + 1, write.State.ToArray());
        Headers[write.InstanceId] = write.Header;
        foreach (var removed in write.BookmarksRemoved)
            Assert.True(bookmarks.Remove(removed), "a bookmark is removed that is not there");
        foreach (var added in write.BookmarksAdded)
            bookmarks.Add(added.BookmarkId, added);
        foreach (var row in write.Journal)
        {
            Assert.Equal(row.IsNew, !Journal.ContainsKey((write.InstanceId, row.ActivityInstanceId)));
            Journal[(write.InstanceId, row.ActivityInstanceId)] = row;
        }
        foreach (var incident in write.Incidents)
            Incidents[incident.IncidentId] = incident;
        return ValueTask.CompletedTask;
    }

    public ValueTask KeepPendingSignalAsync(PendingSignal signal, CancellationToken cancellation)
    {
        pending.Add(signal);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<PendingSignal>> PendingSignalsAsync(string correlationId, CancellationToken cancellation) =>
        new([.. pending.Where(signal => signal.CorrelationId == correlationId)]);

    public ValueTask RemovePendingSignalAsync(Guid signalId, CancellationToken cancellation)
    {
        pending.RemoveAll(signal => signal.SignalId == signalId);
        return ValueTask.CompletedTask;
    }
}

internal sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
