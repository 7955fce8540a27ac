using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

/// <summary>The left side of a declaration, a parameter or a destructuring assignment.</summary>
internal abstract class Binding : Piece
{
    protected Binding(Position at, params ReadOnlySpan<Piece?> children) : base(at, children)
    {
    }

    public abstract void Bind(Frame frame, object? value);
}

internal sealed class NameBinding(Name name) : Binding(name.At, name)
{
    public Name Name => name;

    public override void Bind(Frame frame, object? value) => name.Initialize(frame, value);
}

internal sealed class TargetBinding(Target target) : Binding(target.At, target)
{
    public override void Bind(Frame frame, object? value) => target.Assign(frame, value);
}

internal sealed class DefaultBinding(Binding inner, Node value) : Binding(inner.At, inner, value)
{
    public Binding Inner => inner;

    public override void Bind(Frame frame, object? given) => inner.Bind(frame, given is Undefined ? value.Evaluate(frame) : given);
}

/// <summary><c>[a, , ...rest]</c>; a gap is null.</summary>
internal sealed class ArrayBinding : Binding
{
    private readonly Binding?[] items;
    private readonly Binding? rest;

    public ArrayBinding(Position at, Binding?[] items, Binding? rest) : base(at, rest)
    {
        (this.items, this.rest) = (items, rest);
        Over(items);
    }

    public override void Bind(Frame frame, object? value)
    {
        frame.Run.At = At;
        using var source = Iterate.Over(frame.Run, value).GetEnumerator();
        foreach (var item in items)
        {
            frame.Run.Step();
            var next = source.MoveNext() ? source.Current : Undefined.Value;
            item?.Bind(frame, next);
        }

        if (rest is null)
        {
            return;
        }

        var remaining = new JsArray();
        while (source.MoveNext())
        {
            frame.Run.Step();
            remaining.Add(frame.Run, source.Current);
        }

        rest.Bind(frame, remaining);
    }
}

internal sealed class MemberBinding(Position at, string? name, Node? key, Binding inner) : Piece(at, key, inner)
{
    public string? Name => name;

    public string Bind(Frame frame, object? source)
    {
        var actualName = name ?? Coerce.ToKey(frame.Run, key!.Evaluate(frame));
        inner.Bind(frame, Property.Get(frame.Run, At, source, actualName));
        return actualName;
    }
}

/// <summary><c>{a, b: c, ...rest}</c></summary>
internal sealed class ObjectBinding : Binding
{
    private readonly MemberBinding[] members;
    private readonly Binding? rest;

    public ObjectBinding(Position at, MemberBinding[] members, Binding? rest) : base(at, rest)
    {
        (this.members, this.rest) = (members, rest);
        Over(members);
    }

    /// <summary>The names that can be read off the source.</summary>
    public IEnumerable<MemberBinding> Members => members;

    public bool HasRest => rest is not null;

    public override void Bind(Frame frame, object? value)
    {
        var run = frame.Run;
        if (Coerce.IsNullish(value))
        {
            throw Errors.Type(run, At, $"Cannot destructure '{Errors.Describe(run, value)}' as it is {Errors.Describe(run, value)}.");
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            run.Step();
            taken.Add(member.Bind(frame, value));
        }

        if (rest is not null)
        {
            var remaining = new JsObject();
            run.At = At;
            BuiltIns.ObjectFunctions.CopyMembers(run, remaining, value, taken);
            rest.Bind(frame, remaining);
        }
    }
}
