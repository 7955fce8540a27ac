using System.Data.Common;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>
/// The engine's rows inside one act's transaction. Their shape is EF's model; the traffic is plain SQL, because a step
/// reads and writes the same few rows thousands of times a second.
/// </summary>
public sealed class EfWorkflowStore(WriteSession session) : IWorkflowStore
{
    private readonly FlowSql sql = session.Dialect.Flows;

    /// <summary>Due instant of the earliest timer saved through this store.</summary>
    public DateTimeOffset? EarliestTimer { get; private set; }

    /// <summary>A signal was kept through this store: somebody has to try it.</summary>
    public bool HasKeptSignals { get; private set; }

    public async ValueTask<long> DefinitionsStampAsync(CancellationToken cancellation) =>
        Convert.ToInt64(await session.Sql(sql.DefinitionsStamp).ScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask<IReadOnlyList<StoredDefinition>> PublishedDefinitionsAsync(CancellationToken cancellation) =>
        await ListAsync(session.Sql(sql.PublishedDefinitions).Flag("published", true), Definition, cancellation);

    public async ValueTask<StoredDefinition?> FindDefinitionVersionAsync(Guid versionId, CancellationToken cancellation) =>
        (await ListAsync(session.Sql(sql.FindDefinitionVersion).Id("id", versionId), Definition, cancellation)).FirstOrDefault();

    public async ValueTask<StoredInstance?> LoadAsync(Guid instanceId, CancellationToken cancellation)
    {
        var command = session.Sql(sql.LoadInstance).Id("id", instanceId);
        await using var row = await command.ReadAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new StoredInstance(instanceId, command.ReadId(row, 1), row.GetInt64(2), row.GetFieldValue<byte[]>(3))
            : null;
    }

    public async ValueTask<IReadOnlyList<StoredBookmark>> FindBookmarksAsync(string kind, string name, string? correlationId, CancellationToken cancellation)
    {
        var command = correlationId is null
            ? session.Sql(sql.BookmarksByName).Text("name", name).Text("kind", kind)
            : session.Sql(sql.BookmarksByNameAndMatter).Text("name", name).Text("correlation_id", correlationId).Text("kind", kind);
        return await ListAsync(command, Bookmark, cancellation);
    }

    public async ValueTask<StoredBookmark?> FindBookmarkAsync(Guid bookmarkId, CancellationToken cancellation) =>
        (await ListAsync(session.Sql(sql.FindBookmark).Id("id", bookmarkId), Bookmark, cancellation)).FirstOrDefault();

    public async ValueTask<IReadOnlyList<Guid>> FindOpenInstancesAsync(string correlationId, CancellationToken cancellation) =>
        await ListAsync(session.Sql(sql.OpenInstances).Text("correlation_id", correlationId), static (c, r) => c.ReadId(r, 0), cancellation);

    public async ValueTask SaveAsync(InstanceWrite write, CancellationToken cancellation)
    {
        await SaveInstanceAsync(write, cancellation);
        foreach (var id in write.BookmarksRemoved)
            await session.Sql(sql.DeleteBookmark).Id("id", id).ExecuteAsync(cancellation);
        foreach (var b in write.BookmarksAdded)
        {
            if (b.DueAt is { } due && (EarliestTimer is null || due < EarliestTimer))
                EarliestTimer = due;
            await session.Sql(sql.InsertBookmark).Id("id", b.BookmarkId).Id("instance_id", b.InstanceId).Text("activity_instance_id", b.ActivityInstanceId)
                .Text("kind", b.Kind).Text("name", b.Name).Text("correlation_id", b.CorrelationId).At("due_at", b.DueAt)
                .Text("payload", b.Payload?.ToJsonString()).ExecuteAsync(cancellation);
        }
        foreach (var row in write.Journal)
            await SaveJournalAsync(write.InstanceId, row, cancellation);
        foreach (var incident in write.Incidents)
            await SaveIncidentAsync(write.InstanceId, incident, cancellation);
    }

    public async ValueTask KeepPendingSignalAsync(PendingSignal signal, CancellationToken cancellation)
    {
        HasKeptSignals = true;
        var known = await session.Sql(sql.UpdateSignal).Number("attempts", signal.Attempts).At("retry_at", signal.RetryAt).Text("last_error", signal.LastError)
            .Id("id", signal.SignalId).ExecuteAsync(cancellation);
        if (known == 0)
            await session.Sql(sql.InsertSignal).Id("id", signal.SignalId).Text("name", signal.Name).Text("correlation_id", signal.CorrelationId)
                .Text("payload", signal.PayloadJson).Id("instance_id", signal.InstanceId).Number("attempts", signal.Attempts).At("retry_at", signal.RetryAt)
                .Text("last_error", signal.LastError).At("raised_at", signal.RaisedAt).ExecuteAsync(cancellation);
    }

    public async ValueTask<IReadOnlyList<PendingSignal>> PendingSignalsAsync(string correlationId, CancellationToken cancellation) =>
        await ListAsync(session.Sql(sql.SignalsOfMatter).Text("correlation_id", correlationId), Signal, cancellation);

    public async ValueTask<PendingSignal?> FindPendingSignalAsync(Guid signalId, CancellationToken cancellation) =>
        (await ListAsync(session.Sql(sql.FindSignal).Id("id", signalId), Signal, cancellation)).FirstOrDefault();

    public async ValueTask RemovePendingSignalAsync(Guid signalId, CancellationToken cancellation) =>
        await session.Sql(sql.DeleteSignal).Id("id", signalId).ExecuteAsync(cancellation);

    /// <summary>An incident outside of any save of its instance: the step that met it was rolled back.</summary>
    public async ValueTask SaveIncidentAsync(Guid instanceId, IncidentRow incident, CancellationToken cancellation)
    {
        var known = await session.Sql(sql.UpdateIncident).Text("message", incident.Message).Text("detail", incident.Detail).Number("attempts", incident.Attempts)
            .At("retry_at", incident.RetryAt).At("resolved_at", incident.ResolvedAt).Id("id", incident.IncidentId).ExecuteAsync(cancellation);
        if (known == 0)
            await session.Sql(sql.InsertIncident).Id("id", incident.IncidentId).Id("instance_id", instanceId).Text("activity_instance_id", incident.ActivityInstanceId)
                .Text("activity_id", incident.ActivityId).Text("activity_type", incident.ActivityType).Text("activity_name", incident.ActivityName)
                .Text("message", incident.Message).Text("detail", incident.Detail).Number("attempts", incident.Attempts).At("occurred_at", incident.OccurredAt)
                .At("retry_at", incident.RetryAt).At("resolved_at", incident.ResolvedAt).ExecuteAsync(cancellation);
    }

    private async ValueTask SaveInstanceAsync(InstanceWrite write, CancellationToken cancellation)
    {
        var h = write.Header;
        if (write.ExpectedVersion is { } expected)
        {
            var hit = await session.Sql(sql.UpdateInstance).Id("definition_version_id", h.DefinitionVersionId).Text("definition_id", h.DefinitionId)
                .Number("definition_version", h.DefinitionVersion).Text("status", h.Status).Text("correlation_id", h.CorrelationId).Text("name", h.Name)
                .Number("open_incidents", h.OpenIncidents).At("updated_at", h.UpdatedAt).At("finished_at", h.FinishedAt).Bytes("state", write.State)
                .Id("id", write.InstanceId).Number("expected", (long?)expected).ExecuteAsync(cancellation);
            if (hit == 0)
                throw new InstanceConflictException(write.InstanceId);
            return;
        }
        await session.Sql(sql.InsertInstance).Id("id", write.InstanceId).Id("definition_version_id", h.DefinitionVersionId).Text("definition_id", h.DefinitionId)
            .Number("definition_version", h.DefinitionVersion).Text("status", h.Status).Text("correlation_id", h.CorrelationId).Text("name", h.Name)
            .Number("open_incidents", h.OpenIncidents).At("created_at", h.CreatedAt).At("updated_at", h.UpdatedAt).At("finished_at", h.FinishedAt)
            .Bytes("state", write.State).ExecuteAsync(cancellation);
    }

    private async ValueTask SaveJournalAsync(Guid instanceId, JournalRow j, CancellationToken cancellation)
    {
        if (j.IsNew)
            await session.Sql(sql.InsertJournal).Id("instance_id", instanceId).Text("activity_instance_id", j.ActivityInstanceId)
                .Text("parent", j.ParentActivityInstanceId).Text("activity_id", j.ActivityId).Text("node_id", j.NodeId).Text("activity_type", j.ActivityType)
                .Number("activity_version", j.ActivityVersion).Text("activity_name", j.ActivityName).Number("sequence", (long?)j.Sequence).Text("status", j.Status)
                .At("started_at", j.StartedAt).At("completed_at", j.CompletedAt).Text("detail", j.Detail).ExecuteAsync(cancellation);
        else
            await session.Sql(sql.UpdateJournal).Text("status", j.Status).At("completed_at", j.CompletedAt).Text("detail", j.Detail)
                .Id("instance_id", instanceId).Text("activity_instance_id", j.ActivityInstanceId).ExecuteAsync(cancellation);
    }

    private static StoredDefinition Definition(Sql command, DbDataReader row) =>
        new(command.ReadId(row, 0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4));

    private static StoredBookmark Bookmark(Sql command, DbDataReader row) => new(
        command.ReadId(row, 0), command.ReadId(row, 1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5),
        command.ReadInstantOrNull(row, 6), row.IsDBNull(7) ? null : JsonNode.Parse(row.GetString(7)));

    private static PendingSignal Signal(Sql command, DbDataReader row) => new(
        command.ReadId(row, 0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : command.ReadId(row, 4),
        row.GetInt32(5), command.ReadInstant(row, 6), row.GetString(7), command.ReadInstant(row, 8));

    private static async ValueTask<List<T>> ListAsync<T>(Sql command, Func<Sql, DbDataReader, T> read, CancellationToken cancellation)
    {
        var list = new List<T>();
        await using var rows = await command.ReadAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            list.Add(read(command, rows));
        return list;
    }
}
