using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>One execution of an activity that is not done yet. Done executions live in the journal only.</summary>
internal sealed class ActivityExecution
{
    private static readonly List<ActivityExecution> None = [];
    private List<ActivityExecution>? children;

    public required int Number { get; init; }
    public required CompiledNode Node { get; init; }
    public required ActivityExecution? Parent { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Live children in the order they began.</summary>
    public List<ActivityExecution> Children => children ?? None;

    /// <summary>Work items of this container that have not begun.</summary>
    public int Queued { get; set; }

    /// <summary>Values of the variables this activity declares.</summary>
    public object?[]? Variables { get; set; }

    /// <summary>Evaluated inputs by descriptor name.</summary>
    public Dictionary<string, object?>? Inputs { get; set; }
    public List<Bookmark>? Bookmarks { get; set; }
    public Incident? Incident { get; set; }

    /// <summary>Memory of a host activity.</summary>
    public JsonObject? HostState { get; set; }

    /// <summary>Calls the host still has to answer, oldest first; the first is under way unless an incident stands in its way.</summary>
    public Queue<HostRequest>? Requests { get; set; }

    /// <summary>The host has been called at least once and must be told when the execution is cancelled.</summary>
    public bool IsKnownToHost { get; set; }

    /// <summary>Tokens of a flowchart.</summary>
    public FlowTokens? Flow { get; set; }

    /// <summary>Progress of a sequence or a loop.</summary>
    public int Position { get; set; }

    /// <summary>Values a loop iterates over.</summary>
    public IReadOnlyList<object?>? Items { get; set; }

    /// <summary>What the resumption brought whose handling failed; a retry handles it again.</summary>
    public ResumeInput? FailedResume { get; set; }

    /// <summary>What the host finished with when its outputs did not fit; a retry writes them again.</summary>
    public ActivityOutcome.Completed? FailedCompletion { get; set; }

    /// <summary>Place of the WaitAny join this branch has lost to; -1 when it has not.</summary>
    public int LostTo { get; set; } = -1;
    public bool HasEnded { get; set; }

    /// <summary>A Break inside leaves a loop through this container: it completes with whatever completes in it.</summary>
    public bool IsBreaking { get; set; }

    /// <summary>The ports a Complete gives to the container it ends.</summary>
    public IReadOnlyList<string>? ContainerOutcomes { get; set; }

    /// <summary>Row of the journal in this burst.</summary>
    public int JournalIndex { get; set; } = -1;

    public string InstanceNumber => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public bool IsIdle => Children.Count == 0 && Queued == 0;

    public void Add(ActivityExecution child) => (children ??= []).Add(child);
}

/// <summary>A call to a host activity that has not been answered.</summary>
internal sealed record HostRequest(Resumption? Resumption);

/// <summary>What a resumption brought.</summary>
internal sealed record ResumeInput(string Kind, string Name, object? Value);

/// <summary>Something the instance waits for.</summary>
public sealed class Bookmark
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public JsonNode? Payload { get; init; }
    public required string ActivityInstanceId { get; init; }
    public required string ActivityId { get; init; }
}

/// <summary>A fault that waits for a retry, by the clock or by hand.</summary>
public sealed class Incident
{
    public required Guid Id { get; init; }
    public required string ActivityInstanceId { get; init; }
    public required CompiledNode Node { get; init; }
    public string Message { get; internal set; } = "";
    public string? Detail { get; internal set; }
    public int Attempts { get; internal set; } = 1;
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>A host activity threw: trying again may help. A script fails the same way each time.</summary>
    public bool MayPass { get; internal set; }
    internal ActivityExecution? Execution { get; set; }
}
