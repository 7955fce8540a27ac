using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

/// <summary>Where a closure finds a variable of an enclosing function when it is made.</summary>
internal readonly record struct CaptureSource(bool FromSlot, int Index);

/// <summary>What a function is, apart from the variables it closes over. Filled in while its body is parsed.</summary>
internal sealed class FunctionCode(string name, bool isArrow)
{
    public string Name { get; set; } = name;

    public bool IsArrow => isArrow;

    public Binding[] Parameters { get; set; } = [];

    public Binding? Rest { get; set; }

    public Declarations Declarations { get; set; } = Declarations.None;

    /// <summary>The body of an arrow function that is one expression.</summary>
    public Node? Expression { get; set; }

    public Statement[] Body { get; set; } = [];

    public int SlotCount { get; set; }

    public CaptureSource[] Captures { get; set; } = [];

    /// <summary>The name by which a function expression can call itself.</summary>
    public Name? OwnName { get; set; }

    public int Length => Array.FindIndex(Parameters, p => p is DefaultBinding) is var first and >= 0 ? first : Parameters.Length;

    public object? Invoke(Frame frame, JsFunction function, object?[] arguments)
    {
        Declarations.Enter(frame);
        OwnName?.Initialize(frame, function);
        for (var i = 0; i < Parameters.Length; i++)
        {
            Parameters[i].Bind(frame, i < arguments.Length ? arguments[i] : Undefined.Value);
        }

        Rest?.Bind(frame, new JsArray([.. arguments.Skip(Parameters.Length)]));
        if (Expression is not null)
        {
            return Expression.Evaluate(frame);
        }

        Declarations.EnterFunctions(frame);
        return Block.Run(frame, Body) == Completion.Return ? frame.Result : Undefined.Value;
    }

    public Closure Close(Frame frame)
    {
        frame.Run.Allocate(96 + 8 * Captures.Length);
        var cells = Captures.Length == 0 ? [] : new Cell[Captures.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var source = Captures[i];
            cells[i] = source.FromSlot ? (Cell)frame.Slots[source.Index]! : frame.Captures[source.Index];
        }

        return new Closure(this, cells, IsArrow ? frame.Self : null);
    }
}

/// <summary>A function or arrow function as an expression.</summary>
internal sealed class FunctionLiteral(Position at, FunctionCode code, Piece[] inside) : Node(at, inside)
{
    public FunctionCode Code => code;

    public override object? Evaluate(Frame frame) => code.Close(frame);
}

/// <summary>The variables of a scope; entering it makes them anew.</summary>
internal sealed class Declarations(Variable[] variables, (Name Name, FunctionLiteral Function)[] functions)
{
    public static readonly Declarations None = new([], []);

    public void Enter(Frame frame)
    {
        foreach (var variable in variables)
        {
            var first = variable.IsLexical ? Frame.Unset : Undefined.Value;
            frame.Slots[variable.Slot] = variable.IsCaptured ? new Cell(first) : first;
        }
    }

    /// <summary>Function declarations can be called before they stand.</summary>
    public void EnterFunctions(Frame frame)
    {
        foreach (var (name, function) in functions)
        {
            name.Initialize(frame, function.Evaluate(frame));
        }
    }

    /// <summary>Each turn of a <c>for</c> has its own variables, which closures keep.</summary>
    public void Renew(Frame frame)
    {
        foreach (var variable in variables)
        {
            if (variable.IsCaptured)
            {
                frame.Slots[variable.Slot] = new Cell(((Cell)frame.Slots[variable.Slot]!).Value);
            }
        }
    }
}
