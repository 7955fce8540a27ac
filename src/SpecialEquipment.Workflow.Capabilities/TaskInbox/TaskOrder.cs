using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Flows;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>What the flow asks for: the evaluated inputs of <see cref="AssignTask"/>, checked.</summary>
internal sealed record TaskOrder
{
    public required AssigneeKind AssigneeKind { get; init; }
    public string? PostKind { get; init; }
    public string? DepartmentCode { get; init; }
    public Guid? Person { get; init; }

    /// <summary>A certain post, wherever it stands.</summary>
    public Guid? Post { get; init; }
    public required string Title { get; init; }
    public string? Form { get; init; }
    public required IReadOnlyList<TaskOutcome> Outcomes { get; init; }

    /// <summary>Signal name → outcome.</summary>
    public required IReadOnlyDictionary<string, string> Signals { get; init; }

    /// <summary>A signal counts only when its payload has these values.</summary>
    public required IReadOnlyDictionary<string, string> Match { get; init; }
    public string? DeadlineRule { get; init; }
    public DateOnly? DueDate { get; init; }
    public DateTimeOffset? StartFrom { get; init; }
    public OnOverdue OnOverdue { get; init; }
    public bool Escalate { get; init; }

    /// <summary>Kind of post that is told at the next reminder after the superior, when the task is still overdue.</summary>
    public string? EscalateNext { get; init; }
    public string? Message { get; init; }

    /// <param name="displayName">Chinese name of a command, for its button.</param>
    public static TaskOrder From(HostCall call, Func<string, string?> displayName)
    {
        var inputs = new FlowInputs(call.Inputs, call.ActivityName);
        var commands = inputs.Texts("Commands");
        var signals = inputs.Texts("Signals");
        var names = inputs.List("Outcomes");
        foreach (var unknown in commands.Keys.Except(names))
            throw inputs.Wrong("Commands", $"“{unknown}”不在办理结果之中");
        return new TaskOrder
        {
            AssigneeKind = inputs.Choice("AssigneeKind", AssigneeKind.PostKind),
            PostKind = inputs.Text("PostKind"),
            DepartmentCode = inputs.Text("DepartmentCode"),
            Person = inputs.Id("Person"),
            Post = inputs.Id("Post"),
            Title = inputs.Text("Title") ?? call.ActivityName,
            Form = inputs.Text("Form"),
            Outcomes = [.. names.Select(name => Outcome(name, commands.GetValueOrDefault(name), displayName))],
            Signals = signals,
            Match = inputs.Texts("Match"),
            DeadlineRule = inputs.Text("DeadlineRule"),
            DueDate = inputs.Day("DueDate"),
            StartFrom = inputs.Instant("StartFrom"),
            OnOverdue = inputs.Choice("OnOverdue", OnOverdue.Stay),
            Escalate = inputs.Flag("Escalate"),
            EscalateNext = inputs.Text("EscalateNext"),
            Message = inputs.Text("Message"),
        };
    }

    /// <summary>The port a signal completes the task through; null when the signal is not the one waited for.</summary>
    public string? OutcomeOf(string signal, object? payload)
    {
        if (!Signals.TryGetValue(signal, out var outcome))
            return null;
        var values = payload as IReadOnlyDictionary<string, object?>;
        foreach (var (key, expected) in Match)
        {
            // A key the signal does not carry says nothing about it: one task may wait for signals of different shapes.
            if (values is null || !values.TryGetValue(key, out var actual))
                continue;
            if (!string.Equals(Convert.ToString(actual, CultureInfo.InvariantCulture), expected, StringComparison.OrdinalIgnoreCase))
                return null;
        }
        return outcome;
    }

    /// <summary>Flows name their ports in Chinese, and two ports may run one command; only a port named in code letters borrows the command's name.</summary>
    private static TaskOutcome Outcome(string name, string? command, Func<string, string?> displayName) =>
        new(name, (command is not null && name.All(char.IsAscii) ? displayName(command) : null) ?? name, command);
}
