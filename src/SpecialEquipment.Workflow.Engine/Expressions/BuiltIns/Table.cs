using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>Short ways to write the tables of built-ins and to read their arguments.</summary>
internal static class Table
{
    public static FrozenDictionary<string, BuiltIn> Methods(params (string Name, int Length, BuiltInCode Code)[] entries) =>
        entries.ToFrozenDictionary(e => e.Name, e => new BuiltIn(e.Name, e.Length, e.Code), StringComparer.Ordinal);

    public static FrozenDictionary<string, object?> Statics(IEnumerable<(string Name, object? Value)> values, params (string Name, int Length, BuiltInCode Code)[] functions) =>
        values.Concat(functions.Select(f => (f.Name, (object?)new BuiltIn(f.Name, f.Length, f.Code)))).ToFrozenDictionary(e => e.Item1, e => e.Item2, StringComparer.Ordinal);

    public static object? Prototype(FrozenDictionary<string, BuiltIn> methods) =>
        new BuiltInObject("Object", methods.ToFrozenDictionary(m => m.Key, m => (object?)m.Value, StringComparer.Ordinal));

    public static object? At(this object?[] arguments, int index) => index < arguments.Length ? arguments[index] : Undefined.Value;

    public static JsFunction Function(this object?[] arguments, Run run, int index) =>
        arguments.At(index) as JsFunction ?? throw Errors.Type(run, $"{Errors.Describe(run, arguments.At(index))} is not a function");

    public static string Text(this object?[] arguments, Run run, int index) => Coerce.ToText(run, arguments.At(index));

    public static double Number(this object?[] arguments, Run run, int index) => Coerce.ToNumber(run, arguments.At(index));

    /// <summary>An index that counts from the end when negative, kept within 0 and <paramref name="length"/>.</summary>
    public static int Index(this object?[] arguments, Run run, int index, int length, int whenAbsent)
    {
        if (arguments.At(index) is Undefined)
        {
            return whenAbsent;
        }

        var relative = Coerce.ToInteger(run, arguments.At(index));
        return (int)(relative < 0 ? Math.Max(length + relative, 0) : Math.Min(relative, length));
    }
}
