namespace SpecialEquipment.Workflow.Storage.Dialects;

/// <summary>
/// The engine's statements. The plain ones read the same everywhere; a dialect says its own way of locking a row and of claiming from a queue.
/// Every claim repeats the state in the outer WHERE, so that it stays exact where a server ignores the locking hint.
/// </summary>
public abstract class FlowSql
{
    private const string BookmarkColumns = "id, instance_id, activity_instance_id, kind, name, correlation_id, due_at, payload";
    protected const string DueTimer = "due_at IS NOT NULL AND due_at <= @now AND (lease_until IS NULL OR lease_until <= @machine)";
    protected const string DueSignal = "retry_at <= @machine";
    protected const string DueIncident = "retry_at IS NOT NULL AND resolved_at IS NULL AND retry_at <= @machine";

    public string DefinitionsStamp => "SELECT value FROM wf_stamp WHERE name = 'definitions'";
    public string PublishedDefinitions => "SELECT version_id, definition_id, version, name, json FROM wf_definition WHERE is_published = @published ORDER BY row_no";
    public string FindDefinitionVersion => "SELECT version_id, definition_id, version, name, json FROM wf_definition WHERE version_id = @id";

    /// <summary>Loads the instance and, where the database can, keeps others from stepping it until the act is over.</summary>
    public abstract string LoadInstance { get; }

    public string InsertInstance =>
        "INSERT INTO wf_instance (id, definition_version_id, definition_id, definition_version, version, status, correlation_id, name, open_incidents, created_at, updated_at, finished_at, state) "
        + "VALUES (@id, @definition_version_id, @definition_id, @definition_version, 1, @status, @correlation_id, @name, @open_incidents, @created_at, @updated_at, @finished_at, @state)";

    public string UpdateInstance =>
        "UPDATE wf_instance SET definition_version_id = @definition_version_id, definition_id = @definition_id, definition_version = @definition_version, version = version + 1, "
        + "status = @status, correlation_id = @correlation_id, name = @name, open_incidents = @open_incidents, updated_at = @updated_at, finished_at = @finished_at, state = @state "
        + "WHERE id = @id AND version = @expected";

    public string OpenInstances => "SELECT id FROM wf_instance WHERE correlation_id = @correlation_id AND finished_at IS NULL ORDER BY row_no";
    public string BookmarksByName => $"SELECT {BookmarkColumns} FROM wf_bookmark WHERE name = @name AND kind = @kind ORDER BY row_no";
    public string BookmarksByNameAndMatter => $"SELECT {BookmarkColumns} FROM wf_bookmark WHERE name = @name AND correlation_id = @correlation_id AND kind = @kind ORDER BY row_no";
    public string FindBookmark => $"SELECT {BookmarkColumns} FROM wf_bookmark WHERE id = @id";

    public string InsertBookmark =>
        "INSERT INTO wf_bookmark (id, instance_id, activity_instance_id, kind, name, correlation_id, due_at, payload, attempts) "
        + "VALUES (@id, @instance_id, @activity_instance_id, @kind, @name, @correlation_id, @due_at, @payload, 0)";

    public string DeleteBookmark => "DELETE FROM wf_bookmark WHERE id = @id";

    public string InsertJournal =>
        "INSERT INTO wf_journal (instance_id, activity_instance_id, parent_activity_instance_id, activity_id, node_id, activity_type, activity_version, activity_name, sequence, status, started_at, completed_at, detail) "
        + "VALUES (@instance_id, @activity_instance_id, @parent, @activity_id, @node_id, @activity_type, @activity_version, @activity_name, @sequence, @status, @started_at, @completed_at, @detail)";

    public string UpdateJournal =>
        "UPDATE wf_journal SET status = @status, completed_at = @completed_at, detail = @detail WHERE instance_id = @instance_id AND activity_instance_id = @activity_instance_id";

    public string InsertIncident =>
        "INSERT INTO wf_incident (id, instance_id, activity_instance_id, activity_id, activity_type, activity_name, message, detail, attempts, occurred_at, retry_at, resolved_at) "
        + "VALUES (@id, @instance_id, @activity_instance_id, @activity_id, @activity_type, @activity_name, @message, @detail, @attempts, @occurred_at, @retry_at, @resolved_at)";

    public string UpdateIncident =>
        "UPDATE wf_incident SET message = @message, detail = @detail, attempts = @attempts, retry_at = @retry_at, resolved_at = @resolved_at WHERE id = @id";

    public string ResolveIncident => "UPDATE wf_incident SET resolved_at = @now WHERE id = @id AND resolved_at IS NULL";

    private const string SignalColumns = "id, name, correlation_id, payload, instance_id, attempts, retry_at, last_error, raised_at";
    public string UpdateSignal => "UPDATE wf_pending_signal SET attempts = @attempts, retry_at = @retry_at, last_error = @last_error WHERE id = @id";
    public string InsertSignal =>
        $"INSERT INTO wf_pending_signal ({SignalColumns}) VALUES (@id, @name, @correlation_id, @payload, @instance_id, @attempts, @retry_at, @last_error, @raised_at)";
    public string SignalsOfMatter => $"SELECT {SignalColumns} FROM wf_pending_signal WHERE correlation_id = @correlation_id ORDER BY row_no";
    public string FindSignal => $"SELECT {SignalColumns} FROM wf_pending_signal WHERE id = @id";
    public string DeleteSignal => "DELETE FROM wf_pending_signal WHERE id = @id";

    public string NextTimer => "SELECT MIN(due_at) FROM wf_bookmark WHERE due_at IS NOT NULL AND lease_until IS NULL";
    public string NextLeasedTimer => "SELECT MIN(lease_until) FROM wf_bookmark WHERE due_at IS NOT NULL AND lease_until IS NOT NULL";
    public string NextSignal => "SELECT MIN(retry_at) FROM wf_pending_signal";
    public string NextIncident => "SELECT MIN(retry_at) FROM wf_incident WHERE retry_at IS NOT NULL AND resolved_at IS NULL";
    public string ReleaseTimer => "UPDATE wf_bookmark SET lease_owner = NULL, lease_until = @until, attempts = attempts + 1 WHERE id = @id";

    /// <summary>Leases of a process that is gone; only where this process is known to be the only one.</summary>
    public string ForgetLeases => "UPDATE wf_bookmark SET lease_owner = NULL, lease_until = NULL WHERE lease_owner IS NOT NULL";

    /// <summary>(now, machine, owner, until, limit) → id, due_at, attempts of the timers now leased to the owner.</summary>
    public abstract string ClaimTimers { get; }

    /// <summary>(machine, until, limit) → id of the signals whose turn to be tried is the caller's.</summary>
    public abstract string ClaimSignals { get; }

    /// <summary>(machine, until, limit) → id, instance_id of incidents.</summary>
    public abstract string ClaimIncidents { get; }

    /// <summary>(matter_id) → sequence, hash; keeps others from appending to the chain until the act is over.</summary>
    public abstract string LockLedgerHead { get; }
}

internal sealed class SqliteFlowSql : FlowSql
{
    public override string LoadInstance => "SELECT id, definition_version_id, version, state FROM wf_instance WHERE id = @id";
    public override string LockLedgerHead => "SELECT sequence, hash FROM ledger_head WHERE matter_id = @matter_id";
    public override string ClaimTimers =>
        $"UPDATE wf_bookmark SET lease_owner = @owner, lease_until = @until WHERE row_no IN (SELECT row_no FROM wf_bookmark WHERE {DueTimer} ORDER BY due_at, row_no LIMIT @limit) AND {DueTimer} RETURNING id, due_at, attempts";
    public override string ClaimSignals =>
        $"UPDATE wf_pending_signal SET retry_at = @until WHERE row_no IN (SELECT row_no FROM wf_pending_signal WHERE {DueSignal} ORDER BY retry_at, row_no LIMIT @limit) AND {DueSignal} RETURNING id";
    public override string ClaimIncidents =>
        $"UPDATE wf_incident SET retry_at = @until WHERE row_no IN (SELECT row_no FROM wf_incident WHERE {DueIncident} ORDER BY retry_at, row_no LIMIT @limit) AND {DueIncident} RETURNING id, instance_id";
}

internal sealed class PostgreSqlFlowSql : FlowSql
{
    public override string LoadInstance => "SELECT id, definition_version_id, version, state FROM wf_instance WHERE id = @id FOR UPDATE";
    public override string LockLedgerHead => "SELECT sequence, hash FROM ledger_head WHERE matter_id = @matter_id FOR UPDATE";
    public override string ClaimTimers =>
        $"UPDATE wf_bookmark SET lease_owner = @owner, lease_until = @until WHERE row_no IN (SELECT row_no FROM wf_bookmark WHERE {DueTimer} ORDER BY due_at, row_no LIMIT @limit FOR UPDATE SKIP LOCKED) AND {DueTimer} RETURNING id, due_at, attempts";
    public override string ClaimSignals =>
        $"UPDATE wf_pending_signal SET retry_at = @until WHERE row_no IN (SELECT row_no FROM wf_pending_signal WHERE {DueSignal} ORDER BY retry_at, row_no LIMIT @limit FOR UPDATE SKIP LOCKED) AND {DueSignal} RETURNING id";
    public override string ClaimIncidents =>
        $"UPDATE wf_incident SET retry_at = @until WHERE row_no IN (SELECT row_no FROM wf_incident WHERE {DueIncident} ORDER BY retry_at, row_no LIMIT @limit FOR UPDATE SKIP LOCKED) AND {DueIncident} RETURNING id, instance_id";
}

internal sealed class SqlServerFlowSql : FlowSql
{
    private const string Queue = "WITH (UPDLOCK, READPAST, ROWLOCK)";
    public override string LoadInstance => "SELECT id, definition_version_id, version, state FROM wf_instance WITH (UPDLOCK, ROWLOCK) WHERE id = @id";
    public override string LockLedgerHead => "SELECT sequence, hash FROM ledger_head WITH (UPDLOCK, ROWLOCK) WHERE matter_id = @matter_id";
    public override string ClaimTimers =>
        $"WITH due AS (SELECT TOP (@limit) * FROM wf_bookmark {Queue} WHERE {DueTimer} ORDER BY due_at, row_no) UPDATE due SET lease_owner = @owner, lease_until = @until OUTPUT inserted.id, inserted.due_at, inserted.attempts WHERE {DueTimer}";
    public override string ClaimSignals =>
        $"WITH due AS (SELECT TOP (@limit) * FROM wf_pending_signal {Queue} WHERE {DueSignal} ORDER BY retry_at, row_no) UPDATE due SET retry_at = @until OUTPUT inserted.id WHERE {DueSignal}";
    public override string ClaimIncidents =>
        $"WITH due AS (SELECT TOP (@limit) * FROM wf_incident {Queue} WHERE {DueIncident} ORDER BY retry_at, row_no) UPDATE due SET retry_at = @until OUTPUT inserted.id, inserted.instance_id WHERE {DueIncident}";
}
