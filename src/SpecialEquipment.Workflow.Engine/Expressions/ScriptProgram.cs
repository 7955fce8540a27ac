using SpecialEquipment.Workflow.Engine.Expressions.Nodes;
using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions;

/// <summary>A parsed script: immutable, shared by all threads. Parse once, evaluate often.</summary>
public sealed class ScriptProgram
{
    private readonly FunctionCode code;

    private ScriptProgram(string source, ParsedProgram parsed)
    {
        Source = source;
        code = parsed.Code;
        FreeNames = parsed.FreeNames;
    }

    public string Source { get; }

    /// <summary>Every use of an identifier that is neither declared in the program nor part of JavaScript, in source order.</summary>
    public IReadOnlyList<ScriptName> FreeNames { get; }

    /// <exception cref="ScriptSyntaxException">The source is not JavaScript, or not the part of it that runs here.</exception>
    public static ScriptProgram Parse(string source) => new(source, Parser.Parse(source));

    /// <summary>
    /// The value of the expression, of a top-level <c>return</c>, or of the last expression statement, as a plain value; undefined as <see cref="Undefined.Value"/>.
    /// </summary>
    /// <exception cref="ScriptRuntimeException">The script threw.</exception>
    /// <exception cref="ScriptLimitException">The script used too much.</exception>
    public object? Evaluate(IScriptScope scope, ScriptLimits limits)
    {
        var run = new Run(scope, limits);
        var frame = new Frame(run, code.SlotCount, [], Undefined.Value);
        try
        {
            code.Declarations.Enter(frame);
            code.Declarations.EnterFunctions(frame);
            Block.Run(frame, code.Body);
            var result = Wall.ToPlain(run, frame.Result is TextBuffer text ? text.ToText(run) : frame.Result);
            run.HandBackChanges();
            return result;
        }
        catch (ScriptThrow thrown)
        {
            throw Errors.Outward(run, thrown);
        }
    }
}
