namespace SpecialEquipment.Workflow.Engine.Expressions;

/// <summary>The source is not a script that this interpreter runs. Line and column count from 1; the message is Chinese, without the position.</summary>
public sealed class ScriptSyntaxException(int line, int column, string message) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}

/// <summary>
/// The script threw. <see cref="Exception.Message"/> is the text of the JavaScript error (<c>noSuchThing is not defined</c>, or what the script itself
/// threw), <see cref="ErrorName"/> its kind. A function of the engine may throw one without position: scripts can catch it, and the position is filled in.
/// </summary>
public sealed class ScriptRuntimeException(int line, int column, string message, string errorName = "Error", Exception? inner = null)
    : Exception(message, inner)
{
    public ScriptRuntimeException(string message) : this(0, 0, message)
    {
    }

    public int Line { get; } = line;

    public int Column { get; } = column;

    public string ErrorName { get; } = errorName;
}

public enum ScriptLimit
{
    Steps,
    Time,
    Memory,
    Depth,
}

/// <summary>The script used more than it may. No script can catch this. The message is Chinese.</summary>
public sealed class ScriptLimitException(ScriptLimit limit, string message) : Exception(message)
{
    public ScriptLimit Limit { get; } = limit;
}
