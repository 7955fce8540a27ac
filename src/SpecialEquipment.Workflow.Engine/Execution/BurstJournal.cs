namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>What happened in one burst: the events in order, and one record per execution.</summary>
internal sealed class BurstJournal(DateTimeOffset now)
{
    private readonly List<JournalEvent> events = new(16);
    private readonly List<ExecutionRecord> records = new(8);

    public IReadOnlyList<JournalEvent> Events => events;
    public IReadOnlyList<ExecutionRecord> Records => records;

    public void Began(ActivityExecution execution)
    {
        Record(execution, isNew: true);
        Note(execution, JournalKind.Started);
    }

    public void Note(ActivityExecution execution, JournalKind kind, IReadOnlyList<string>? outcomes = null)
    {
        var record = Record(execution, isNew: false);
        if (kind == JournalKind.Resumed)
        {
            record.Status = ExecutionStatus.Running;
            record.Fault = null;
        }
        record.Inputs ??= execution.Inputs;
        events.Add(new(record.ActivityInstanceId, execution.Node, kind, outcomes));
    }

    public void Completed(ActivityExecution execution, IReadOnlyList<string>? outcomes, IReadOnlyDictionary<string, object?>? outputs)
    {
        var record = Record(execution, isNew: false);
        record.Outcomes = outcomes;
        record.Outputs = outputs;
        record.Status = ExecutionStatus.Completed;
        record.CompletedAt = now;
        Note(execution, JournalKind.Completed, outcomes);
    }

    public void Ended(ActivityExecution execution, JournalKind kind)
    {
        var record = Record(execution, isNew: false);
        record.Status = ExecutionStatus.Canceled;
        record.CompletedAt = now;
        Note(execution, kind);
    }

    public void Faulted(ActivityExecution execution, string message)
    {
        var record = Record(execution, isNew: false);
        record.Status = ExecutionStatus.Faulted;
        record.CompletedAt = null;
        record.Fault = message;
        Note(execution, JournalKind.Faulted);
    }

    private ExecutionRecord Record(ActivityExecution execution, bool isNew)
    {
        // an index from an earlier burst may point at somebody else's record
        if (execution.JournalIndex >= 0 && execution.JournalIndex < records.Count && records[execution.JournalIndex].Sequence == execution.Number)
            return records[execution.JournalIndex];
        var record = new ExecutionRecord
        {
            ActivityInstanceId = execution.InstanceNumber, ParentActivityInstanceId = execution.Parent?.InstanceNumber, Node = execution.Node,
            Sequence = execution.Number, StartedAt = execution.StartedAt, IsNew = isNew, Inputs = execution.Inputs,
        };
        execution.JournalIndex = records.Count;
        records.Add(record);
        return record;
    }
}
