using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>One instance while an act steps it: loaded once, saved once.</summary>
internal sealed class SteppedInstance
{
    private readonly HashSet<Guid> storedBookmarks;
    private readonly Dictionary<long, ExecutionRecord> records = [];
    private readonly Dictionary<Guid, IncidentChange> incidents = [];
    private readonly HashSet<Guid> incidentsBefore;

    public SteppedInstance(CompiledWorkflow workflow, InstanceState state, long? version)
    {
        (Workflow, State, Version) = (workflow, state, version);
        storedBookmarks = version is null ? [] : [.. Stored().Select(bookmark => bookmark.Id)];
        incidentsBefore = [.. state.Incidents.Select(incident => incident.Id)];
    }

    public CompiledWorkflow Workflow { get; }
    public InstanceState State { get; }

    /// <summary>Version the store gave; null for a new instance.</summary>
    public long? Version { get; }
    public bool IsDirty { get; private set; }

    /// <summary>Host calls made in this step, per activity execution.</summary>
    public Dictionary<string, int> Calls { get; } = [];

    public IEnumerable<IncidentChange> NewIncidents => incidents.Values.Where(change => !change.IsResolved && !incidentsBefore.Contains(change.Incident.Id));

    public void Absorb(Burst burst)
    {
        if (!burst.TookEffect)
            return;
        IsDirty = true;
        foreach (var record in burst.Records)
            records[record.Sequence] = records.TryGetValue(record.Sequence, out var earlier) ? Merge(earlier, record) : record;
        foreach (var change in burst.Incidents)
            incidents[change.Incident.Id] = change;
    }

    // a timer of a faulted instance must not fire, and must not be found due again and again: its row is put aside until the
    // incident is resolved. Events stay: who raises one is told to keep it.
    private IEnumerable<Bookmark> Stored() =>
        State.Status == InstanceStatus.Faulted ? State.Bookmarks.Where(bookmark => bookmark.Kind != BookmarkKinds.Timer) : State.Bookmarks;

    public InstanceWrite ToWrite(DateTimeOffset now, Func<Incident, DateTimeOffset?> retryAt)
    {
        var after = Stored().ToList();
        var removed = new HashSet<Guid>(storedBookmarks);
        removed.ExceptWith(after.Select(bookmark => bookmark.Id));
        var added = after.Where(bookmark => !storedBookmarks.Contains(bookmark.Id)).Select(bookmark => new StoredBookmark(
            bookmark.Id, State.InstanceId, bookmark.ActivityInstanceId, bookmark.Kind, bookmark.Name, State.CorrelationId, bookmark.DueAt, bookmark.Payload));
        var header = new InstanceHeader(
            Workflow.VersionId, Workflow.DefinitionId, Workflow.Version, State.Status.ToString(), State.CorrelationId, State.Name,
            State.OpenIncidentCount, State.CreatedAt, now, State.FinishedAt);
        return new InstanceWrite(
            State.InstanceId, Version, header, StateJson.Write(State), [.. added], [.. removed],
            [.. records.Values.OrderBy(record => record.Sequence).Select(JournalRows.From)],
            [.. incidents.Values.Select(change => JournalRows.From(change, now, change.IsResolved ? null : retryAt(change.Incident)))]);
    }

    private static ExecutionRecord Merge(ExecutionRecord earlier, ExecutionRecord later) => new()
    {
        ActivityInstanceId = later.ActivityInstanceId, ParentActivityInstanceId = later.ParentActivityInstanceId, Node = later.Node, Sequence = later.Sequence,
        StartedAt = later.StartedAt, IsNew = earlier.IsNew || later.IsNew, CompletedAt = later.CompletedAt, Status = later.Status,
        Inputs = later.Inputs ?? earlier.Inputs, Outputs = later.Outputs ?? earlier.Outputs, Outcomes = later.Outcomes ?? earlier.Outcomes, Fault = later.Fault,
    };
}
