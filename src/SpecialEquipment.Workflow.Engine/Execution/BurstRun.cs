using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>One burst being run: the work queue and what the step has asked for so far. Activities act through it.</summary>
internal sealed partial class BurstRun
{
    public static readonly string[] Done = ["Done"];
    private readonly Queue<WorkItem> queue = new();
    private readonly List<Effect> effects = [];
    private readonly BurstJournal journal;
    private readonly List<IncidentChange> incidentChanges = [];
    private int begun;

    public BurstRun(CompiledWorkflow workflow, InstanceState state, StepContext context)
    {
        (Workflow, State, Context) = (workflow, state, context);
        journal = new BurstJournal(context.Now);
    }

    public CompiledWorkflow Workflow { get; }
    public InstanceState State { get; }
    public StepContext Context { get; }
    public DateTimeOffset Now => Context.Now;

    /// <summary>The activity this instance was started at, until it has been reached.</summary>
    public string? Trigger { get; set; }
    public TriggerResult? TriggerResult { get; set; }

    public Burst ToBurst() => new(State, effects, journal.Events, journal.Records, incidentChanges);

    /// <summary>The walls of the scripts of one activity.</summary>
    public ScriptGlobals Globals(ActivityExecution execution) => new(this, execution);

    /// <param name="loopValues">What a loop gives its body beside the body's own variables.</param>
    public void Schedule(ActivityExecution? owner, CompiledNode node, int lostTo = -1, object?[]? loopValues = null)
    {
        queue.Enqueue(new(owner, node, lostTo, loopValues));
        if (owner is not null)
            owner.Queued++;
    }

    /// <summary>Work of a flowchart at one of the places is scheduled.</summary>
    public bool IsQueued(ActivityExecution flowchart, bool[] places)
    {
        foreach (var item in queue)
            if (item.Owner == flowchart && places[item.Node.Place])
                return true;
        return false;
    }

    /// <summary>Branches that have lost to a WaitAny join and whose next activity has not begun: it may still run, but not wait.</summary>
    public void MarkLost(ActivityExecution flowchart, int join)
    {
        if (flowchart.Queued == 0)
            return;
        var towards = flowchart.Flow!.Graph.AncestorsOf(join);
        for (var left = queue.Count; left > 0; left--)
        {
            var item = queue.Dequeue();
            queue.Enqueue(item.Owner == flowchart && towards[item.Node.Place] ? item with { LostTo = join } : item);
        }
    }

    public void RunToRest()
    {
        while (queue.TryDequeue(out var item))
        {
            if (item.Owner is { } owner)
            {
                if (owner.HasEnded)
                    continue;
                owner.Queued--;
            }
            Begin(item);
        }
        Settle();
    }

    private void Begin(WorkItem item)
    {
        var execution = new ActivityExecution { Number = State.NextNumber(), Node = item.Node, Parent = item.Owner, StartedAt = Now, LostTo = item.LostTo };
        if (item.Owner is { } owner)
            owner.Add(execution);
        else
            State.Root = execution;
        if (item.Node.Variables.Length > 0 || item.LoopValues is not null)
            execution.Variables = [.. item.Node.Variables.Select(variable => variable.Initial), .. item.LoopValues ?? []];
        journal.Began(execution);
        if (++begun > Context.MaxActivitiesPerBurst)
        {
            Fault(execution, new ActivityFault($"一次运行超过 {Context.MaxActivitiesPerBurst} 步，流程可能陷入死循环"));
            return;
        }
        Run(execution);
        if (execution.LostTo >= 0 && !execution.HasEnded)
            DropLost(execution);
    }

    // its branch has lost: it may run, but not wait
    private void DropLost(ActivityExecution execution)
    {
        var flowchart = execution.Parent!;
        try
        {
            FlowchartWalk.DropLost(this, flowchart, execution);
            if (flowchart.IsIdle)
                Complete(flowchart);
        }
        catch (Exception error) when (IsFault(error))
        {
            Fault(flowchart, error);
        }
    }

    private void Run(ActivityExecution execution)
    {
        try
        {
            execution.Node.Behaviour.Start(this, execution);
        }
        catch (Exception error) when (IsFault(error))
        {
            Fault(execution, error);
        }
    }

    public void Resume(ActivityExecution execution, ResumeInput input)
    {
        journal.Note(execution, JournalKind.Resumed);
        try
        {
            execution.Node.Behaviour.Resume(this, execution, input);
        }
        catch (Exception error) when (IsFault(error))
        {
            execution.FailedResume = input;
            Fault(execution, error);
        }
    }

    /// <summary>The activity is done: writes outputs, gives up what is still open inside it, and tells its container.</summary>
    public void Complete(ActivityExecution execution, IReadOnlyList<string>? outcomes = null, IReadOnlyDictionary<string, object?>? outputs = null)
    {
        if (execution.HasEnded)
            return;
        if (outputs is { Count: > 0 })
            OutputWriting.Write(this, execution, outputs);
        CancelInside(execution);
        End(execution);
        journal.Completed(execution, outcomes, outputs);
        if (execution.Parent is not { } parent)
        {
            State.Root = null;
            Finish(InstanceStatus.Finished);
            return;
        }
        parent.Children.Remove(execution);
        try
        {
            if (parent.IsBreaking)
                Complete(parent);
            else
                parent.Node.Behaviour.ChildCompleted(this, parent, execution, outcomes ?? Done);
        }
        catch (Exception error) when (IsFault(error))
        {
            execution.HasEnded = false;
            parent.Add(execution);
            Fault(execution, error);
        }
    }

    /// <summary>The activity ends the whole instance.</summary>
    public void CompleteAndEndInstance(ActivityExecution execution)
    {
        End(execution);
        journal.Completed(execution, null, null);
        execution.Parent?.Children.Remove(execution);
        EndInstance(InstanceStatus.Finished);
    }

    /// <summary>The host has answered that the activity is done. Outputs that do not fit open an incident; skipping it leaves by the chosen port.</summary>
    public void CompleteHost(ActivityExecution execution, ActivityOutcome.Completed completed)
    {
        try
        {
            Complete(execution, completed.Outcomes, completed.Outputs);
        }
        catch (Exception error) when (IsFault(error))
        {
            execution.FailedCompletion = completed;
            Fault(execution, error);
        }
    }

    /// <summary>Cancels an execution with everything inside it. The container is not told: whoever cancels knows why.</summary>
    public void Cancel(ActivityExecution execution)
    {
        if (execution.HasEnded)
            return;
        journal.Ended(execution, JournalKind.Canceled);
        CancelInside(execution);
        TellGivenUp(execution);
        End(execution);
        if (execution.Parent is { } parent)
            parent.Children.Remove(execution);
        else
            State.Root = null;
    }

    /// <summary>Ends the whole instance at once.</summary>
    public void EndInstance(InstanceStatus status)
    {
        if (State.Root is { } root)
            Cancel(root);
        Finish(status);
    }

    private void Finish(InstanceStatus status)
    {
        State.Status = status;
        State.FinishedAt = Now;
        queue.Clear();
    }

    /// <summary>The host must not go on with what somebody else has decided.</summary>
    public void TellGivenUp(ActivityExecution execution)
    {
        if (execution.IsKnownToHost)
            effects.Add(new Effect.CancelHost(execution.InstanceNumber, execution.Node, execution.Inputs ?? [], execution.HostState ?? []));
    }

    private void CancelInside(ActivityExecution execution)
    {
        while (execution.Children.Count > 0)
            Cancel(execution.Children[0]);
    }

    private void End(ActivityExecution execution)
    {
        execution.HasEnded = true;
        RemoveBookmarks(execution);
        Resolve(execution);
    }

    public void Wait(ActivityExecution execution, string kind, string name, DateTimeOffset? dueAt = null, JsonNode? payload = null, Guid? id = null)
    {
        var bookmark = new Bookmark
        {
            Id = id ?? State.MakeId(State.NextNumber()), Kind = kind, Name = name, DueAt = dueAt, Payload = payload,
            ActivityInstanceId = execution.InstanceNumber, ActivityId = execution.Node.Id,
        };
        (execution.Bookmarks ??= []).Add(bookmark);
        effects.Add(new Effect.AddBookmark(bookmark));
    }

    public void Resumed(ActivityExecution execution) => journal.Note(execution, JournalKind.Resumed);

    public void Suspended(ActivityExecution execution) => journal.Note(execution, JournalKind.Suspended);

    public void RemoveBookmarks(ActivityExecution execution)
    {
        if (execution.Bookmarks is null)
            return;
        foreach (var bookmark in execution.Bookmarks)
            effects.Add(new Effect.RemoveBookmark(bookmark.Id));
        execution.Bookmarks = null;
    }

    public void RemoveBookmark(ActivityExecution execution, Bookmark bookmark)
    {
        execution.Bookmarks!.Remove(bookmark);
        effects.Add(new Effect.RemoveBookmark(bookmark.Id));
    }

    public void Publish(string name, string? correlationId, object? payload, bool isLocal) => effects.Add(new Effect.PublishEvent(name, correlationId, payload, isLocal));

    /// <summary>The instance belongs to another matter now: its bookmarks are found under the new one.</summary>
    public void Correlate(string? correlationId)
    {
        if (State.CorrelationId == correlationId)
            return;
        State.CorrelationId = correlationId;
        foreach (var execution in State.Executions())
            if (execution.Bookmarks is { Count: > 0 } bookmarks)
            {
                var old = bookmarks.ToArray();
                RemoveBookmarks(execution);
                foreach (var bookmark in old)
                    Wait(execution, bookmark.Kind, bookmark.Name, bookmark.DueAt, bookmark.Payload);
            }
    }

    /// <summary>Asks the host for the oldest call it has not answered.</summary>
    public void Ask(ActivityExecution execution)
    {
        var request = execution.Requests!.Peek();
        effects.Add(new Effect.CallHost(execution.InstanceNumber, execution.Node, execution.Inputs ?? [], execution.HostState ??= [], request.Resumption));
    }

    private void Settle()
    {
        if (State.HasEnded)
            return;
        State.Status = State.OpenIncidents.Count > 0 && !Workflow.ContinuesWithIncidents ? InstanceStatus.Faulted : InstanceStatus.Suspended;
    }

    private readonly record struct WorkItem(ActivityExecution? Owner, CompiledNode Node, int LostTo, object?[]? LoopValues);
}
