using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

internal sealed class Constant(Position at, object? value) : Node(at)
{
    public object? Value => value;

    public override object? Evaluate(Frame frame) => value;

    public override string Describe() => value is string s ? $"\"{s}\"" : value is double d ? Numbers.ToText(d) : value is bool b ? (b ? "true" : "false") : "null";
}

/// <summary><c>this</c>.</summary>
internal sealed class Self(Position at) : Node(at)
{
    public override object? Evaluate(Frame frame) => frame.Self;

    public override string Describe() => "this";
}

internal sealed class Template(Position at, string[] texts, Node[] holes) : Node(at, holes)
{
    public override object? Evaluate(Frame frame)
    {
        var pieces = new string[texts.Length + holes.Length];
        var length = 0L;
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = i % 2 == 0 ? texts[i / 2] : Coerce.ToText(frame.Run, holes[i / 2].Evaluate(frame));
            length += pieces[i].Length;
        }

        frame.Run.AllocateText(length);
        return string.Concat(pieces);
    }
}

/// <summary><c>/a+/g</c>: compiled once, a new object at each evaluation.</summary>
internal sealed class PatternLiteral(Position at, Patterns.Pattern pattern) : Node(at)
{
    public override object? Evaluate(Frame frame)
    {
        frame.Run.Allocate(64);
        return new JsRegExp(pattern);
    }
}

/// <summary><c>...value</c> in a list, an argument list or an object.</summary>
internal sealed class Spread(Position at, Node value) : Node(at, value)
{
    public override object? Evaluate(Frame frame) => value.Evaluate(frame);

    /// <summary>Evaluates the items, spreading where asked.</summary>
    public static List<object?> Items(Frame frame, Node[] items)
    {
        frame.Run.AllocateElements(items.Length);
        var list = new List<object?>(items.Length);
        foreach (var item in items)
        {
            var value = item.Evaluate(frame);
            if (item is Spread)
            {
                frame.Run.At = item.At;
                list.AddRange(Iterate.ToList(frame.Run, value));
            }
            else
            {
                list.Add(value);
            }
        }

        return list;
    }
}

internal sealed class ArrayLiteral(Position at, Node[] items) : Node(at, items)
{
    public override object? Evaluate(Frame frame) => new JsArray(Spread.Items(frame, items));
}

/// <summary>One member of an object literal; a spread has neither name nor key.</summary>
internal sealed class Member(Position at, string? name, Node? key, Node value) : Piece(at, key, value)
{
    public void AddTo(Frame frame, JsObject target)
    {
        var run = frame.Run;
        if (name is null && key is null)
        {
            run.At = At;
            BuiltIns.ObjectFunctions.CopyMembers(run, target, value.Evaluate(frame), null);
            return;
        }

        var actualName = name ?? Coerce.ToKey(run, key!.Evaluate(frame));
        target.Set(run, actualName, value.Evaluate(frame));
    }
}

internal sealed class ObjectLiteral(Position at, Member[] members) : Node(at, members)
{
    public override object? Evaluate(Frame frame)
    {
        frame.Run.Allocate(48);
        var made = new JsObject();
        foreach (var member in members)
        {
            member.AddTo(frame, made);
        }

        return made;
    }
}
