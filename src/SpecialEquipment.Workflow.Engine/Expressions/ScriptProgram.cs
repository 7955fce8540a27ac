namespace SpecialEquipment.Workflow.Engine.Expressions;

/// <summary>A parsed script: immutable, shared by all threads. Parse once, evaluate often.</summary>
public sealed class ScriptProgram
{
    private ScriptProgram(string source, IReadOnlyList<ScriptName> freeNames)
    {
        Source = source;
        FreeNames = freeNames;
    }

    public string Source { get; }

    /// <summary>Every use of an identifier that is neither declared in the program nor part of JavaScript, in source order.</summary>
    public IReadOnlyList<ScriptName> FreeNames { get; }

    /// <exception cref="ScriptSyntaxException">The source is not JavaScript, or not the part of it that runs here.</exception>
    public static ScriptProgram Parse(string source) => new(source, []);

    /// <summary>
    /// The value of the expression, of a top-level <c>return</c>, or of the last expression statement, as a plain value; undefined as <see cref="Undefined.Value"/>.
    /// </summary>
    /// <exception cref="ScriptRuntimeException">The script threw.</exception>
    /// <exception cref="ScriptLimitException">The script used too much.</exception>
    public object? Evaluate(IScriptScope scope, ScriptLimits limits) =>
        throw new ScriptSyntaxException(1, 1, "解释器尚未装配");
}
