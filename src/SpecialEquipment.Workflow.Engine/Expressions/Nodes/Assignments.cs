using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

/// <summary>What happens to a value between reading and writing it.</summary>
internal abstract class Change
{
    /// <summary>False: nothing is written.</summary>
    public abstract bool Next(Frame frame, object? old, out object? value, out object? result);
}

/// <summary><c>++</c> and <c>--</c></summary>
internal sealed class Increment(int by, bool givesOld) : Change
{
    public override bool Next(Frame frame, object? old, out object? value, out object? result)
    {
        var number = Coerce.ToNumber(frame.Run, old);
        value = Numbers.Box(number + by);
        result = givesOld ? Numbers.Box(number) : value;
        return true;
    }
}

/// <summary><c>+=</c>, <c>??=</c> and their kind.</summary>
internal sealed class Combine(Position at, string mark, Node right) : Change
{
    public Node Right => right;

    public bool IsAdd => mark == "+";

    public override bool Next(Frame frame, object? old, out object? value, out object? result)
    {
        if (mark is "&&" or "||" or "??")
        {
            var goesOn = Logical.GoesOn(mark, old);
            result = value = goesOn ? right.Evaluate(frame) : old;
            return goesOn;
        }

        result = value = Operate.Apply(frame.Run, at, mark, old, right.Evaluate(frame));
        return true;
    }
}

internal sealed class Modify(Position at, Target target, Change change, Node? right) : Node(at, target, right)
{
    public override object? Evaluate(Frame frame) => EvaluateLoosely(frame) is var value && value is TextBuffer buffer ? buffer.ToText(frame.Run) : value;

    public override object? EvaluateLoosely(Frame frame)
    {
        if (change is Combine { IsAdd: true } add && target is Name name && name.Append(frame, add.Right) is { } buffer)
        {
            return buffer;
        }

        return target.Modify(frame, change);
    }
}

/// <summary><c>target = value</c></summary>
internal sealed class Assignment(Position at, Target target, Node right) : Node(at, target, right)
{
    public override object? Evaluate(Frame frame)
    {
        if (target is MemberAccess member)
        {
            return member.AssignFrom(frame, right);
        }

        var value = right.Evaluate(frame);
        target.Assign(frame, value);
        return value;
    }
}

/// <summary><c>[a, b] = value</c></summary>
internal sealed class PatternAssignment(Position at, Binding pattern, Node right) : Node(at, pattern, right)
{
    public override object? Evaluate(Frame frame)
    {
        var value = right.Evaluate(frame);
        pattern.Bind(frame, value);
        return value;
    }
}
