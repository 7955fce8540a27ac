namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>Instance states.</summary>
public enum InstanceStatus
{
    Running,
    Suspended,
    Finished,
    Cancelled,
    Faulted,
}

/// <summary>
/// Everything a workflow instance remembers between bursts: variables, the activities that are not done yet, open incidents.
/// Owned by one step at a time; <see cref="Executor.Step"/> moves it on.
/// </summary>
public sealed class InstanceState
{
    public required Guid InstanceId { get; init; }
    public InstanceStatus Status { get; internal set; } = InstanceStatus.Running;
    public string? CorrelationId { get; internal set; }
    public string? Name { get; internal set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; internal set; }

    /// <summary>Plain values by input name, as given at the start.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; internal set; } = new Dictionary<string, object?>();
    public Dictionary<string, object?> Output { get; } = [];

    /// <summary>Last number given out; activity executions, bookmarks, incidents and generated ids all take theirs from here.</summary>
    internal int LastNumber { get; set; }
    internal object?[] Variables { get; set; } = [];
    internal ActivityExecution? Root { get; set; }

    /// <summary>Outputs by activity id and output name, kept only when a script asks for them.</summary>
    internal Dictionary<string, Dictionary<string, object?>>? ActivityOutputs { get; set; }
    internal object? LastResult { get; set; }
    internal List<Incident> OpenIncidents { get; } = [];

    public bool HasEnded => Status is InstanceStatus.Finished or InstanceStatus.Cancelled;
    public int OpenIncidentCount => OpenIncidents.Count;

    internal int NextNumber() => ++LastNumber;

    /// <summary>An id that is the same whenever the instance is stepped the same way.</summary>
    internal Guid MakeId(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        InstanceId.TryWriteBytes(bytes);
        // splitmix64 is a bijection: two numbers of one instance never meet
        var mixed = (ulong)number * 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        mixed ^= mixed >> 31;
        // byte 7 holds the version, byte 8 the variant
        for (var i = 1; i < 8; i++)
            bytes[8 + i] ^= (byte)(mixed >> (8 * i));
        bytes[6] ^= (byte)mixed;
        return new Guid(bytes);
    }

    internal IEnumerable<ActivityExecution> Executions()
    {
        if (Root is null)
            yield break;
        var stack = new Stack<ActivityExecution>();
        stack.Push(Root);
        while (stack.TryPop(out var execution))
        {
            yield return execution;
            for (var i = execution.Children.Count - 1; i >= 0; i--)
                stack.Push(execution.Children[i]);
        }
    }

    internal ActivityExecution? Find(int number)
    {
        foreach (var execution in Executions())
            if (execution.Number == number)
                return execution;
        return null;
    }

    /// <summary>The bookmarks the instance waits on.</summary>
    public IEnumerable<Bookmark> Bookmarks => Executions().SelectMany(execution => execution.Bookmarks ?? []);

    public Bookmark? FindBookmark(Guid id) => Bookmarks.FirstOrDefault(bookmark => bookmark.Id == id);

    public IReadOnlyList<Incident> Incidents => OpenIncidents;
}
