namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>The activity cannot go on; becomes an incident. The message is Chinese and complete.</summary>
internal sealed class ActivityFault(string message, Exception? inner = null) : Exception(message, inner)
{
    public int? Line { get; init; }
    public int? Column { get; init; }
}

/// <summary>An input could not be evaluated.</summary>
internal sealed class InputFault(string inputName, Exception inner) : Exception(inner.Message, inner)
{
    public string InputName { get; } = inputName;
}
