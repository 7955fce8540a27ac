using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

internal static class FunctionMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
        ("call", 1, (run, self, args) => Call(run, self, args.At(0), [.. args.Skip(1)])),
        ("apply", 2, (run, self, args) => Call(run, self, args.At(0), Coerce.IsNullish(args.At(1)) ? [] : [.. Iterate.ToList(run, args.At(1))])),
        ("bind", 1, (run, self, args) => new BoundFunction(Callable(run, self), args.At(0), [.. args.Skip(1)])),
        ("toString", 0, (run, self, _) => Coerce.Describe(run, Callable(run, self))));

    /// <summary>Only for <c>instanceof Function</c>: source text never becomes code at run time.</summary>
    public static readonly BuiltIn Constructor = new("Function", 1, (run, _, _) => throw Errors.Type(run, "Function constructor is not available"));

    private static object? Call(Run run, object? function, object? self, object?[] arguments)
    {
        run.Enter();
        run.AllocateElements(arguments.Length);
        var result = Callable(run, function).Call(run, self, arguments);
        run.Leave();
        return result;
    }

    private static JsFunction Callable(Run run, object? value) => value as JsFunction ?? throw Errors.Type(run, $"{Errors.Describe(run, value)} is not a function");
}

internal static class ErrorMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
        ("toString", 0, (run, self, _) => self is JsError error ? error.ToString() : throw Errors.Type(run, "Error.prototype.toString requires an error")));
}

internal static class BooleanMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
        ("toString", 0, (run, self, _) => Coerce.ToText(run, self)),
        ("valueOf", 0, (_, self, _) => self));

    public static readonly BuiltIn Constructor = new("Boolean", 1, (_, _, args) => Coerce.Box(Coerce.ToBoolean(args.At(0))));
}
