using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

internal enum Access
{
    Local,
    LocalCell,
    Capture,
    BuiltIn,
    Free,
}

/// <summary>An identifier. Where it leads is settled once the whole program is known.</summary>
internal sealed class Name(Position at, string text) : Target(at)
{
    /// <summary>Below this a plain concatenation is cheaper than a buffer.</summary>
    private const int BufferFrom = 64;

    private Access access = Access.Free;
    private int index;
    private bool isConstant;
    private object? builtIn;

    public string Text => text;

    public bool IsFree => access == Access.Free;

    /// <summary>Parse time: how a free name is used, for <see cref="ScriptProgram.FreeNames"/>.</summary>
    public List<ScriptName>? Uses { get; set; }

    public bool IsWritten { get; private set; }

    public bool IsTested { get; set; }

    public void Settle(Access where, int place, bool constant) => (access, index, isConstant) = (where, place, constant);

    public void SettleBuiltIn(object? value) => (access, builtIn) = (Access.BuiltIn, value);

    public override object? Evaluate(Frame frame)
    {
        object? value;
        switch (access)
        {
            case Access.Local:
                value = frame.Slots[index];
                if (value is TextBuffer buffer)
                {
                    return buffer.ToText(frame.Run);
                }

                break;
            case Access.LocalCell:
                value = ((Cell)frame.Slots[index]!).Value;
                break;
            case Access.Capture:
                value = frame.Captures[index].Value;
                break;
            case Access.BuiltIn:
                return builtIn;
            default:
                return TryGetFree(frame, out value) ? value : throw NotDefined(frame);
        }

        return ReferenceEquals(value, Frame.Unset) ? throw NotYet(frame) : value;
    }

    /// <summary>For <c>typeof</c>, which does not mind an unknown name.</summary>
    public object? EvaluateOrUndefined(Frame frame) => access != Access.Free ? Evaluate(frame) : TryGetFree(frame, out var value) ? value : Undefined.Value;

    /// <summary>Calling a function of the engine without wrapping it first.</summary>
    public bool TryGetHostFunction(Frame frame, out ScriptFunction? function)
    {
        function = access == Access.Free && frame.Run.Scope.TryGet(text, out var value) ? value as ScriptFunction : null;
        return function is not null;
    }

    public override void Assign(Frame frame, object? value)
    {
        switch (access)
        {
            case Access.BuiltIn:
                throw Errors.Type(frame.Run, At, $"Cannot assign to read only property '{text}' of object");
            case Access.Free:
                throw NotDefined(frame);
        }

        if (ReferenceEquals(Stored(frame), Frame.Unset))
        {
            throw NotYet(frame);
        }

        if (isConstant)
        {
            throw Errors.Type(frame.Run, At, "Assignment to constant variable.");
        }

        Store(frame, value);
    }

    /// <summary>The declaration itself gives the first value.</summary>
    public void Initialize(Frame frame, object? value) => Store(frame, value);

    public override object? Modify(Frame frame, Change change)
    {
        var old = Evaluate(frame);
        if (change.Next(frame, old, out var value, out var result))
        {
            Assign(frame, value);
        }

        return result;
    }

    /// <summary><c>name += value</c> where the name may hold a growing text.</summary>
    public object? Append(Frame frame, Node value)
    {
        if (access != Access.Local || isConstant || frame.Slots[index] is not (TextBuffer or string { Length: >= BufferFrom }))
        {
            return null;
        }

        var old = frame.Slots[index];
        var length = old is TextBuffer { Length: var l } ? l : 0;
        var added = Coerce.ToText(frame.Run, Coerce.ToPrimitive(frame.Run, value.Evaluate(frame), Hint.None));
        if (old is string first)
        {
            var started = new TextBuffer(frame.Run, first, added);
            frame.Slots[index] = started;
            return started;
        }

        var buffer = (TextBuffer)old!;
        if (buffer.Length != length || !ReferenceEquals(frame.Slots[index], buffer))
        {
            // the right side changed the same variable: JavaScript appends to what stood there before
            buffer = new TextBuffer(frame.Run, buffer.ToText(frame.Run)[..length], added);
            frame.Slots[index] = buffer;
            return buffer;
        }

        buffer.Append(frame.Run, added);
        return buffer;
    }

    public override void MarkWritten() => IsWritten = true;

    public override string Describe() => text;

    private object? Stored(Frame frame) => access switch
    {
        Access.Local => frame.Slots[index],
        Access.LocalCell => ((Cell)frame.Slots[index]!).Value,
        _ => frame.Captures[index].Value,
    };

    private void Store(Frame frame, object? value)
    {
        switch (access)
        {
            case Access.Local: frame.Slots[index] = value; break;
            case Access.LocalCell: ((Cell)frame.Slots[index]!).Value = value; break;
            default: frame.Captures[index].Value = value; break;
        }
    }

    private bool TryGetFree(Frame frame, out object? value)
    {
        if (!frame.Run.Scope.TryGet(text, out var plain))
        {
            value = null;
            return false;
        }

        frame.Run.At = At;
        value = plain switch
        {
            ScriptFunction function => new HostFunction(text, function),
            IScriptObject target => HostObject.Of(frame.Run, text, target),
            _ => Wall.ToScript(frame.Run, plain),
        };
        return true;
    }

    private ScriptThrow NotDefined(Frame frame) => Errors.Reference(frame.Run, At, $"{text} is not defined");

    private ScriptThrow NotYet(Frame frame) => Errors.Reference(frame.Run, At, $"Cannot access '{text}' before initialization");
}
