using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

/// <summary>The operators on two values; shared by binary expressions and compound assignment.</summary>
internal static class Operate
{
    public static object? Apply(Run run, Position at, string mark, object? left, object? right)
    {
        run.At = at;
        return mark switch
        {
            "+" => Coerce.Add(run, left, right),
            "-" => Numbers.Box(Coerce.ToNumber(run, left) - Coerce.ToNumber(run, right)),
            "*" => Numbers.Box(Coerce.ToNumber(run, left) * Coerce.ToNumber(run, right)),
            "/" => Numbers.Box(Coerce.ToNumber(run, left) / Coerce.ToNumber(run, right)),
            "%" => Numbers.Box(Coerce.ToNumber(run, left) % Coerce.ToNumber(run, right)),
            "**" => Numbers.Box(Power(Coerce.ToNumber(run, left), Coerce.ToNumber(run, right))),
            "|" => Numbers.Box(Coerce.ToInt32(run, left) | Coerce.ToInt32(run, right)),
            "&" => Numbers.Box(Coerce.ToInt32(run, left) & Coerce.ToInt32(run, right)),
            "^" => Numbers.Box(Coerce.ToInt32(run, left) ^ Coerce.ToInt32(run, right)),
            "<<" => Numbers.Box(Coerce.ToInt32(run, left) << (Coerce.ToInt32(run, right) & 31)),
            ">>" => Numbers.Box(Coerce.ToInt32(run, left) >> (Coerce.ToInt32(run, right) & 31)),
            ">>>" => Numbers.Box((double)((uint)Coerce.ToInt32(run, left) >> (Coerce.ToInt32(run, right) & 31))),
            "===" => Coerce.Box(Coerce.StrictEquals(run, left, right)),
            "!==" => Coerce.Box(!Coerce.StrictEquals(run, left, right)),
            "==" => Coerce.Box(Coerce.LooseEquals(run, left, right)),
            "!=" => Coerce.Box(!Coerce.LooseEquals(run, left, right)),
            "<" => Coerce.Box(Coerce.Compare(run, left, right) < 0),
            ">" => Coerce.Box(Coerce.Compare(run, left, right) > 0),
            "<=" => Coerce.Box(Coerce.Compare(run, left, right) <= 0),
            ">=" => Coerce.Box(Coerce.Compare(run, left, right) >= 0),
            "in" => In(run, at, left, right),
            "instanceof" => Coerce.Box(BuiltIns.Kinds.IsInstance(run, left, right)),
            _ => throw new InvalidOperationException(mark),
        };
    }

    /// <summary>.NET gives 1 for 1 ** NaN and 1 ** ∞, JavaScript NaN.</summary>
    public static double Power(double x, double y) => double.IsNaN(y) || (Math.Abs(x) == 1 && double.IsInfinity(y)) ? double.NaN : Math.Pow(x, y);

    private static object In(Run run, Position at, object? key, object? target) => target is JsObject o
        ? Coerce.Box(Property.Has(run, o, Coerce.ToKey(run, key)))
        : throw Errors.Type(run, at, $"Cannot use 'in' operator to search for '{Errors.Describe(run, key)}' in {Errors.Describe(run, target)}");
}

/// <summary><c>a + b + c</c>: a chain in one node, because long ones are common and must not make the tree high.</summary>
internal sealed class Sum(Position at, Node[] parts) : Node(at, parts)
{
    public override object? Evaluate(Frame frame)
    {
        var total = parts[0].Evaluate(frame);
        for (var i = 1; i < parts.Length; i++)
        {
            var next = parts[i].Evaluate(frame);
            frame.Run.At = At;
            total = Coerce.Add(frame.Run, total, next);
        }

        return total;
    }
}

internal sealed class Binary(Position at, string mark, Node left, Node right) : Node(at, left, right)
{
    public override object? Evaluate(Frame frame)
    {
        var l = left.Evaluate(frame);
        var r = right.Evaluate(frame);
        if (l is double a && r is double b)
        {
            switch (mark)
            {
                case "-": return Numbers.Box(a - b);
                case "*": return Numbers.Box(a * b);
                case "/": return Numbers.Box(a / b);
                case "<": return Coerce.Box(a < b);
                case ">": return Coerce.Box(a > b);
                case "<=": return Coerce.Box(a <= b);
                case ">=": return Coerce.Box(a >= b);
            }
        }

        return Operate.Apply(frame.Run, At, mark, l, r);
    }
}

/// <summary><c>===</c> and <c>!==</c>, by far the most frequent comparison.</summary>
internal sealed class StrictEquality(Position at, bool negated, Node left, Node right) : Node(at, left, right)
{
    public override object? Evaluate(Frame frame) => Coerce.Box(Coerce.StrictEquals(frame.Run, left.Evaluate(frame), right.Evaluate(frame)) != negated);
}

/// <summary><c>&amp;&amp;</c>, <c>||</c>, <c>??</c>, a chain in one node.</summary>
internal sealed class Logical(Position at, string mark, Node[] parts) : Node(at, parts)
{
    public string Mark => mark;

    public override object? Evaluate(Frame frame)
    {
        var value = parts[0].Evaluate(frame);
        for (var i = 1; i < parts.Length && GoesOn(mark, value); i++)
        {
            value = parts[i].Evaluate(frame);
        }

        return value;
    }

    public static bool GoesOn(string mark, object? value) => mark switch
    {
        "&&" => Coerce.ToBoolean(value),
        "||" => !Coerce.ToBoolean(value),
        _ => Coerce.IsNullish(value),
    };
}

internal sealed class Conditional(Position at, Node test, Node then, Node otherwise) : Node(at, test, then, otherwise)
{
    public override object? Evaluate(Frame frame) => (Coerce.ToBoolean(test.Evaluate(frame)) ? then : otherwise).Evaluate(frame);
}

internal sealed class Unary(Position at, string mark, Node operand) : Node(at, operand)
{
    public override object? Evaluate(Frame frame)
    {
        switch (mark)
        {
            case "typeof": return Coerce.TypeOf(operand is Name name ? name.EvaluateOrUndefined(frame) : operand.Evaluate(frame));
            case "delete":
                var inner = operand is OptionalChain chain ? chain.Chain : operand;
                return Coerce.Box(inner is MemberAccess member ? member.Delete(frame) : operand is not Name);
        }

        var value = operand.Evaluate(frame);
        frame.Run.At = At;
        return mark switch
        {
            "!" => Coerce.Box(!Coerce.ToBoolean(value)),
            "-" => Numbers.Box(-Coerce.ToNumber(frame.Run, value)),
            "+" => Numbers.Box(Coerce.ToNumber(frame.Run, value)),
            "~" => Numbers.Box(~Coerce.ToInt32(frame.Run, value)),
            _ => Undefined.Value,
        };
    }
}

/// <summary><c>a, b</c></summary>
internal sealed class Sequence(Position at, Node[] parts) : Node(at, parts)
{
    public override object? Evaluate(Frame frame)
    {
        for (var i = 0; i < parts.Length - 1; i++)
        {
            parts[i].EvaluateLoosely(frame);
        }

        return parts[^1].Evaluate(frame);
    }
}
