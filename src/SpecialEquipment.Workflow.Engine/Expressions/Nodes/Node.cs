using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

/// <summary>A variable that some inner function also uses.</summary>
internal sealed class Cell(object? value)
{
    public object? Value { get; set; } = value;
}

/// <summary>One running call. Local variables are numbered when the script is parsed; those that closures share hold a <see cref="Cell"/>.</summary>
internal sealed class Frame(Run run, int slots, Cell[] captures, object? self)
{
    /// <summary>What <c>let</c> and <c>const</c> hold before their declaration has run.</summary>
    public static readonly object Unset = new();

    public readonly Run Run = run;
    public readonly object?[] Slots = slots == 0 ? [] : new object?[slots];
    public readonly Cell[] Captures = captures;
    public readonly object? Self = self;

    /// <summary>The value of <c>return</c>; in the program itself also of the last expression statement.</summary>
    public object? Result = Undefined.Value;

    /// <summary>The label that a pending break or continue looks for.</summary>
    public string? Label;
}

/// <summary>
/// Anything in the tree. Its height is limited when it is built: walking the tree recurses, and a tree that is never high cannot exhaust the stack within
/// one call of a script (calls are counted at run time).
/// </summary>
internal abstract class Piece
{
    private const int MaxHeight = 160;

    protected Piece(Position at, params ReadOnlySpan<Piece?> children)
    {
        At = at;
        foreach (var child in children)
        {
            Over(child);
        }
    }

    public Position At { get; }

    public int Height { get; private set; } = 1;

    protected void Over(Piece? child)
    {
        if (child is not null && child.Height >= Height && (Height = child.Height + 1) > MaxHeight)
        {
            throw new ScriptSyntaxException(At.Line, At.Column, "嵌套过深");
        }
    }

    protected void Over(IEnumerable<Piece?> children)
    {
        foreach (var child in children)
        {
            Over(child);
        }
    }
}

/// <summary>An expression.</summary>
internal abstract class Node : Piece
{
    protected Node(Position at, params ReadOnlySpan<Piece?> children) : base(at, children)
    {
    }

    public abstract object? Evaluate(Frame frame);

    /// <summary>For expression statements, whose value nearly nobody reads: may give a <see cref="TextBuffer"/> in place of a string.</summary>
    public virtual object? EvaluateLoosely(Frame frame) => Evaluate(frame);

    /// <summary>How error messages name the expression.</summary>
    public virtual string Describe() => "(intermediate value)";
}

/// <summary>An expression that can be assigned to.</summary>
internal abstract class Target : Node
{
    protected Target(Position at, params ReadOnlySpan<Piece?> children) : base(at, children)
    {
    }

    public abstract void Assign(Frame frame, object? value);

    /// <summary>Reads, lets <paramref name="change"/> decide, writes; what stands left of the dot is evaluated once.</summary>
    public abstract object? Modify(Frame frame, Change change);

    /// <summary>Parse time: remembers that the name at the root is written.</summary>
    public virtual void MarkWritten()
    {
    }
}

internal enum Completion
{
    Normal,
    Break,
    Continue,
    Return,
}

internal abstract class Statement : Piece
{
    protected Statement(Position at, params ReadOnlySpan<Piece?> children) : base(at, children)
    {
    }

    public abstract Completion Execute(Frame frame);
}
