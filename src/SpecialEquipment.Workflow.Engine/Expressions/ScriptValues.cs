namespace SpecialEquipment.Workflow.Engine.Expressions;

/// <summary>A function that the engine gives to scripts. Arguments and result are plain values (see <see cref="IScriptScope"/>).</summary>
public delegate object? ScriptFunction(IReadOnlyList<object?> arguments);

/// <summary>A live object of the engine, e.g. <c>variables</c>: reading a member asks it, assigning a member tells it.</summary>
public interface IScriptObject
{
    bool TryGet(string name, out object? value);

    /// <summary>False: there is no such member to write; the script gets a TypeError.</summary>
    bool TrySet(string name, object? value);

    IEnumerable<string> Names { get; }
}

/// <summary>
/// The globals of one evaluation. Plain values at this wall: null, <see cref="Undefined.Value"/>, bool, any .NET number (a script sees a double),
/// string, Guid (a string), DateTimeOffset (a Date), IReadOnlyList&lt;object?&gt;, IReadOnlyDictionary&lt;string, object?&gt; in insertion order,
/// <see cref="ScriptFunction"/> and <see cref="IScriptObject"/>. Lists and dictionaries are copied: a script never changes the caller's. What a script
/// passes as argument or assigns to a member is null where it was undefined, and every number is a double.
/// </summary>
public interface IScriptScope
{
    bool TryGet(string name, out object? value);

    /// <summary>Business time; what <c>new Date()</c> and <c>Date.now()</c> give.</summary>
    DateTimeOffset Now { get; }
}

/// <summary>The JavaScript value <c>undefined</c>, which is not null.</summary>
public sealed class Undefined
{
    public static readonly Undefined Value = new();

    private Undefined()
    {
    }

    public override string ToString() => "undefined";
}

/// <summary>
/// What one evaluation may use. Memory counts everything that was allocated on the way, not only what is alive at the end.
/// Time is wall time and counts only after about eight thousand steps of work, so that a busy machine never stops a small expression.
/// </summary>
public sealed record ScriptLimits(
    int MaxSteps = 100_000,
    int MaxMilliseconds = 50,
    long MaxMemoryBytes = 32L * 1024 * 1024,
    int MaxDepth = 200)
{
    public static readonly ScriptLimits Default = new();
}
