using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

/// <summary><c>callee(arguments)</c>.</summary>
internal sealed class Call : Node
{
    private readonly Node callee;
    private readonly Node[] arguments;
    private readonly bool isOptional;
    private readonly bool hasSpread;

    public Call(Position at, Node callee, Node[] arguments, bool isOptional) : base(at, callee)
    {
        (this.callee, this.arguments, this.isOptional) = (callee, arguments, isOptional);
        hasSpread = Array.Exists(arguments, a => a is Spread);
        Over(arguments);
    }

    public override object? Evaluate(Frame frame)
    {
        var run = frame.Run;
        if (callee is Name name && name.TryGetHostFunction(frame, out var host))
        {
            var plain = Arguments(frame, arguments, hasSpread);
            run.At = At;
            return HostFunction.Invoke(run, host!, plain);
        }

        object? self = Undefined.Value;
        var function = callee switch
        {
            MemberAccess member => member.Evaluate(frame, out self),
            OptionalChain { Chain: MemberAccess member } => member.Evaluate(frame, out self) is var value && ReferenceEquals(value, OptionalChain.Missing) ? Undefined.Value : value,
            _ => callee.Evaluate(frame),
        };
        if (ReferenceEquals(function, OptionalChain.Missing) || (isOptional && Coerce.IsNullish(function)))
        {
            return OptionalChain.Missing;
        }

        var values = Arguments(frame, arguments, hasSpread);
        run.At = At;
        return function is JsFunction callable
            ? callable.Call(run, self, values)
            : throw Errors.Type(run, At, $"{callee.Describe()} is not a function");
    }

    public override string Describe() => $"{callee.Describe()}(...)";

    public static object?[] Arguments(Frame frame, Node[] arguments, bool hasSpread)
    {
        if (arguments.Length == 0)
        {
            return [];
        }

        if (hasSpread)
        {
            return [.. Spread.Items(frame, arguments)];
        }

        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(frame);
        }

        return values;
    }
}

/// <summary><c>new Callee(arguments)</c>.</summary>
internal sealed class New : Node
{
    private readonly Node callee;
    private readonly Node[] arguments;

    public New(Position at, Node callee, Node[] arguments) : base(at, callee)
    {
        (this.callee, this.arguments) = (callee, arguments);
        Over(arguments);
    }

    public override object? Evaluate(Frame frame)
    {
        var function = callee.Evaluate(frame);
        var values = Call.Arguments(frame, arguments, Array.Exists(arguments, a => a is Spread));
        frame.Run.At = At;
        frame.Run.Step();
        frame.Run.Allocate(64);
        return function is JsFunction { Constructor: { } construct }
            ? construct(frame.Run, null, values)
            : throw Errors.Type(frame.Run, At, $"{callee.Describe()} is not a constructor");
    }
}
