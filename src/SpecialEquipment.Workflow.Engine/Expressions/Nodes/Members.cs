using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

/// <summary><c>target.name</c> or <c>target[key]</c>, and with <c>?.</c> in place of the dot.</summary>
internal sealed class MemberAccess(Position at, Node target, string? name, Node? key, bool isOptional) : Target(at, target, key)
{
    public bool IsOptional => isOptional;

    public override object? Evaluate(Frame frame) => Read(frame, target.Evaluate(frame));

    /// <summary>Reads and also gives the object, which becomes <c>this</c> of a call.</summary>
    public object? Evaluate(Frame frame, out object? self) => Read(frame, self = target.Evaluate(frame));

    public override void Assign(Frame frame, object? value)
    {
        var self = target.Evaluate(frame);
        Write(frame, self, key?.Evaluate(frame), value);
    }

    /// <summary>As <see cref="Assign"/>, but the left side is evaluated before the right.</summary>
    public object? AssignFrom(Frame frame, Node right)
    {
        var self = target.Evaluate(frame);
        var actualKey = key?.Evaluate(frame);
        var value = right.Evaluate(frame);
        Write(frame, self, actualKey, value);
        return value;
    }

    public override object? Modify(Frame frame, Change change)
    {
        var self = target.Evaluate(frame);
        var actualKey = key?.Evaluate(frame) is var k && k is JsObject ? Coerce.ToKey(frame.Run, k) : k;
        var old = name is not null ? Property.Get(frame.Run, At, self, name) : Property.GetAt(frame.Run, At, self, actualKey);
        if (change.Next(frame, old, out var value, out var result))
        {
            Write(frame, self, actualKey, value);
        }

        return result;
    }

    public bool Delete(Frame frame)
    {
        var self = target.Evaluate(frame);
        if (ReferenceEquals(self, OptionalChain.Missing) || (isOptional && Coerce.IsNullish(self)))
        {
            return true;
        }

        var actualName = name ?? Coerce.ToKey(frame.Run, key!.Evaluate(frame));
        frame.Run.At = At;
        return self switch
        {
            JsObject o => o.Delete(frame.Run, actualName),
            null or Undefined => throw Errors.Type(frame.Run, At, "Cannot convert undefined or null to object"),
            _ => true,
        };
    }

    public override void MarkWritten()
    {
        if (target is Name { Uses: { } uses })
        {
            uses[^1] = uses[^1] with { IsWritten = true };
        }
    }

    public override string Describe() => name is null ? $"{target.Describe()}[...]" : $"{target.Describe()}.{name}";

    private object? Read(Frame frame, object? self)
    {
        if (ReferenceEquals(self, OptionalChain.Missing) || (isOptional && Coerce.IsNullish(self)))
        {
            return OptionalChain.Missing;
        }

        return name is not null
            ? Property.Get(frame.Run, At, self, name)
            : Property.GetAt(frame.Run, At, self, key!.Evaluate(frame));
    }

    private void Write(Frame frame, object? self, object? actualKey, object? value)
    {
        if (name is not null)
        {
            Property.Set(frame.Run, At, self, name, value);
        }
        else
        {
            Property.SetAt(frame.Run, At, self, actualKey, value);
        }
    }
}

/// <summary>A whole chain with a <c>?.</c> in it: what the chain skips becomes undefined here.</summary>
internal sealed class OptionalChain(Position at, Node chain) : Node(at, chain)
{
    public static readonly object Missing = new();

    public Node Chain => chain;

    public override object? Evaluate(Frame frame) => chain.Evaluate(frame) is var value && ReferenceEquals(value, Missing) ? Undefined.Value : value;

    public override string Describe() => chain.Describe();
}
