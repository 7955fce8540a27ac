using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary><c>Array</c>, <c>Array.from</c> and their kind.</summary>
internal static class ArrayFunctions
{
    public static readonly BuiltIn Constructor = new("Array", 1, Make, Make)
    {
        Statics = Table.Statics(
            [("prototype", Table.Prototype(ArrayMethods.All))],
            ("isArray", 1, (_, _, args) => Coerce.Box(args.At(0) is JsArray)),
            ("of", 0, (run, _, args) => Of(run, args)),
            ("from", 1, From)),
    };

    private static object? Make(Run run, object? self, object?[] args)
    {
        if (args is not [double length])
        {
            return Of(run, args);
        }

        var made = new JsArray();
        made.Set(run, "length", length);
        return made;
    }

    private static JsArray Of(Run run, object?[] args)
    {
        run.AllocateElements(args.Length);
        return new JsArray([.. args]);
    }

    private static object? From(Run run, object? self, object?[] args)
    {
        var (source, map) = (args.At(0), args.At(1) is Undefined ? null : args.Function(run, 1));
        var made = new JsArray();
        var items = source is JsArray or string or JsMap or JsSet ? Iterate.Over(run, source)
            : source is JsObject list ? Numbered(run, list)
            : throw Errors.Type(run, $"{Errors.Describe(run, source)} is not iterable");
        foreach (var item in items)
        {
            run.Step();
            made.Add(run, map is null ? item : map.Call(run, args.At(2), [item, Numbers.Box(made.Items.Count)]));
        }

        return made;
    }

    /// <summary><c>{length: 3}</c></summary>
    private static IEnumerable<object?> Numbered(Run run, JsObject list)
    {
        var length = Coerce.ToInteger(run, list.Get("length"));
        for (var i = 0; i < length; i++)
        {
            yield return list.Get(Numbers.ToText(i));
        }
    }
}
