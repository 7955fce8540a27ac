using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>
/// An activity that the application performs (a domain activity). The pure executor only asks for the call and waits;
/// the runtime makes it inside the act's transaction and hands the outcome back as the next stimulus.
/// </summary>
public interface IHostActivity
{
    ActivityDescriptor Descriptor { get; }

    /// <summary>The flow has reached the activity.</summary>
    ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation);

    /// <summary>One of its bookmarks (a signal, a timer) was resumed.</summary>
    ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation);

    /// <summary>The flow gave the activity up (another branch won, the flow ended); open rows such as tasks must be closed.</summary>
    ValueTask CancelAsync(HostCall call, CancellationToken cancellation);
}

/// <summary>One call of a host activity.</summary>
public sealed class HostCall
{
    public required Guid InstanceId { get; init; }

    /// <summary>Identity of this execution of the activity inside the instance; stable from start to completion.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Id of the activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Display text of the node in the designer, for titles and records.</summary>
    public required string ActivityName { get; init; }
    public required string DefinitionId { get; init; }
    public required int DefinitionVersion { get; init; }

    /// <summary>The matter the flow is about (its id in "N" or "D" format), or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Evaluated inputs by descriptor name (PascalCase); plain values: null, bool, double, string, lists, dictionaries.</summary>
    public required IReadOnlyDictionary<string, object?> Inputs { get; init; }

    /// <summary>The activity's own memory, kept with the instance between start and completion.</summary>
    public required JsonObject State { get; init; }

    /// <summary>Business time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Services of the step: its own database context on the act's connection and transaction.</summary>
    public required IServiceProvider Services { get; init; }
}

/// <summary>Which bookmark was resumed and what came with it.</summary>
public sealed record Resumption(string Kind, string Name, JsonNode? BookmarkPayload, object? Input);

/// <summary>How a call ended.</summary>
public abstract record ActivityOutcome
{
    private ActivityOutcome() { }

    /// <summary>Finished through the given ports with outputs by descriptor name.</summary>
    public sealed record Completed(IReadOnlyList<string> Outcomes, IReadOnlyDictionary<string, object?> Outputs) : ActivityOutcome;

    /// <summary>Still working: <paramref name="Bookmarks"/> replaces all bookmarks the activity had.</summary>
    public sealed record Waiting(IReadOnlyList<BookmarkRequest> Bookmarks) : ActivityOutcome;

    private static readonly Dictionary<string, object?> NoOutputs = [];

    public static ActivityOutcome Done() => new Completed(["Done"], NoOutputs);
    public static ActivityOutcome Through(string port, IReadOnlyDictionary<string, object?>? outputs = null) => new Completed([port], outputs ?? NoOutputs);
    public static ActivityOutcome Wait(params BookmarkRequest[] bookmarks) => new Waiting(bookmarks);
}

/// <summary>Asks for a bookmark. See <see cref="BookmarkKinds"/>; a bookmark with <paramref name="DueAt"/> is a timer.</summary>
public sealed record BookmarkRequest(string Kind, string Name, DateTimeOffset? DueAt = null, JsonNode? Payload = null)
{
    /// <summary>Resumed by a signal of this name raised on the instance's matter.</summary>
    public static BookmarkRequest OnSignal(string signalName, JsonNode? payload = null) => new(BookmarkKinds.Event, signalName, null, payload);

    /// <summary>Resumed once at the given business instant.</summary>
    public static BookmarkRequest At(DateTimeOffset dueAt, string name, JsonNode? payload = null) => new(BookmarkKinds.Timer, name, dueAt, payload);
}

public static class BookmarkKinds
{
    /// <summary>Name = event or signal name (case-sensitive); matched by correlation id.</summary>
    public const string Event = "Event";

    /// <summary>Due at an instant.</summary>
    public const string Timer = "Timer";

    /// <summary>Name = task id; resumed by reporting exactly that task (Elsa.RunTask).</summary>
    public const string Task = "Task";
}
