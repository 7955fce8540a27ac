using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;
using SpecialEquipment.Workflow.Engine.Expressions.Nodes;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

internal abstract class JsFunction(string name, int length) : JsObject
{
    public string Name { get; } = name;

    public override string Class => "Function";

    protected override FrozenDictionary<string, BuiltIn> Methods => FunctionMethods.All;

    public abstract object? Call(Run run, object? self, object?[] arguments);

    /// <summary>null: it cannot be used with <c>new</c>.</summary>
    public virtual BuiltInCode? Constructor => null;

    public override bool TryGetOwn(string name, out object? value)
    {
        if (base.TryGetOwn(name, out value))
        {
            return true;
        }

        value = name switch { "name" => Name, "length" => Numbers.Box(length), _ => null };
        return value is not null;
    }
}

internal delegate object? BuiltInCode(Run run, object? self, object?[] arguments);

/// <summary>A function of the language. Shared by all evaluations, hence unchangeable.</summary>
internal sealed class BuiltIn(string name, int length, BuiltInCode code, BuiltInCode? constructor = null) : JsFunction(name, length)
{
    public override BuiltInCode? Constructor => constructor;

    /// <summary>Members such as <c>Math.max</c> of Math or <c>isArray</c> of Array.</summary>
    public FrozenDictionary<string, object?> Statics { get; init; } = FrozenDictionary<string, object?>.Empty;

    public override object? Call(Run run, object? self, object?[] arguments) => code(run, self, arguments);

    public override bool TryGetOwn(string name, out object? value) => Statics.TryGetValue(name, out value) || base.TryGetOwn(name, out value);

    public override void Set(Run run, string name, object? value) => throw Errors.Type(run, $"Cannot assign to read only property '{name}' of function");

    public override bool Delete(Run run, string name) => false;
}

/// <summary>An object of the language, such as Math or Array.prototype.</summary>
internal sealed class BuiltInObject(string className, FrozenDictionary<string, object?> statics) : JsObject
{
    public override string Class => className;

    public override bool TryGetOwn(string name, out object? value) => statics.TryGetValue(name, out value);

    public override void Set(Run run, string name, object? value) => throw Errors.Type(run, $"Cannot assign to read only property '{name}' of object");

    public override bool Delete(Run run, string name) => false;
}

/// <summary>A function written in the script, with the variables it closes over.</summary>
internal sealed class Closure(FunctionCode code, Cell[] captures, object? self) : JsFunction(code.Name, code.Length)
{
    public override object? Call(Run run, object? caller, object?[] arguments)
    {
        run.Enter();
        run.Step();
        run.Allocate(64 + 8 * code.SlotCount);
        var frame = new Frame(run, code.SlotCount, captures, code.IsArrow ? self : caller);
        var result = code.Invoke(frame, this, arguments);
        run.Leave();
        return result;
    }
}

internal sealed class BoundFunction(JsFunction target, object? self, object?[] first) : JsFunction("bound " + target.Name, 0)
{
    public override object? Call(Run run, object? caller, object?[] arguments)
    {
        run.Enter();
        run.AllocateElements(first.Length + arguments.Length);
        var result = target.Call(run, self, [.. first, .. arguments]);
        run.Leave();
        return result;
    }
}

/// <summary>A function of the engine.</summary>
internal sealed class HostFunction(string name, ScriptFunction function) : JsFunction(name, 0)
{
    public override object? Call(Run run, object? self, object?[] arguments) => Invoke(run, function, arguments);

    public static object? Invoke(Run run, ScriptFunction function, object?[] arguments)
    {
        run.Step();
        var plain = arguments.Length == 0 ? arguments : Array.ConvertAll(arguments, a => Wall.ToHost(run, a));
        object? result;
        try
        {
            result = function(plain);
        }
        catch (Exception e) when (Errors.IsOfHost(e))
        {
            throw Errors.FromHost(run, e);
        }

        return Wall.ToScript(run, result);
    }
}
