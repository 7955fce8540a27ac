using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>Methods that every object has.</summary>
internal static class ObjectMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
        ("hasOwnProperty", 1, (run, self, args) => Coerce.Box(ObjectFunctions.HasOwn(run, self, args.At(0)))),
        ("propertyIsEnumerable", 1, (run, self, args) => Coerce.Box(self is JsObject o && args.Text(run, 0) is var name && o.Names.Contains(name))),
        ("toString", 0, (_, self, _) => $"[object {Kinds.Name(self)}]"),
        ("toLocaleString", 0, (run, self, _) => Coerce.ToText(run, self)),
        ("valueOf", 0, (_, self, _) => self));
}

/// <summary><c>Object.keys</c> and its kind.</summary>
internal static class ObjectFunctions
{
    public static readonly BuiltIn Constructor = new("Object", 1, Make, Make)
    {
        Statics = Table.Statics(
            [("prototype", Table.Prototype(ObjectMethods.All))],
            ("keys", 1, (run, _, args) => List(run, args.At(0), (name, _) => name)),
            ("values", 1, (run, _, args) => List(run, args.At(0), (_, value) => value)),
            ("entries", 1, (run, _, args) => List(run, args.At(0), (name, value) => new JsArray([name, value]))),
            ("getOwnPropertyNames", 1, (run, _, args) => List(run, args.At(0), (name, _) => name)),
            ("assign", 2, Assign),
            ("fromEntries", 1, FromEntries),
            ("freeze", 1, (_, _, args) => Freeze(args.At(0))),
            ("isFrozen", 1, (_, _, args) => Coerce.Box(args.At(0) is not JsObject { IsFrozen: false })),
            ("is", 2, (run, _, args) => Coerce.Box(Is(run, args.At(0), args.At(1)))),
            ("hasOwn", 2, (run, _, args) => Coerce.Box(HasOwn(run, args.At(0), args.At(1))))),
    };

    public static bool HasOwn(Run run, object? target, object? key) => target switch
    {
        JsObject o => o.TryGetOwn(Coerce.ToKey(run, key), out _),
        string s => Coerce.ToKey(run, key) is var name && (name == "length" || (JsObject.IsIndex(name, out var index) && index < s.Length)),
        null or Undefined => throw NotAnObject(run),
        _ => false,
    };

    /// <summary>For spread, rest and <c>Object.assign</c>.</summary>
    public static void CopyMembers(Run run, JsObject target, object? source, HashSet<string>? except)
    {
        foreach (var (name, value) in Members(run, source))
        {
            run.Step();
            if (except?.Contains(name) != true)
            {
                target.Set(run, name, value);
            }
        }
    }

    /// <summary>The enumerable own members; null and undefined have none.</summary>
    public static IEnumerable<(string Name, object? Value)> Members(Run run, object? source) => source switch
    {
        JsArray { HasMembers: false } array => Enumerable.Range(0, array.Items.Count).TakeWhile(i => i < array.Items.Count).Select(i => (Numbers.ToText(i), array.Items[i])),
        JsObject o => o.Names.ToArray().Where(n => o.TryGetOwn(n, out _)).Select(n => (n, o.Get(n))),
        string s => Enumerable.Range(0, s.Length).Select(i => (Numbers.ToText(i), (object?)Property.Letter(s[i]))),
        _ => [],
    };

    private static JsArray List(Run run, object? target, Func<string, object?, object?> choose)
    {
        if (Coerce.IsNullish(target))
        {
            throw NotAnObject(run);
        }

        var list = new JsArray();
        foreach (var (name, value) in Members(run, target))
        {
            run.Step();
            run.Allocate(48);
            list.Items.Add(choose(name, value));
        }

        return list;
    }

    private static object? Make(Run run, object? self, object?[] args) => Coerce.IsNullish(args.At(0)) ? new JsObject() : args[0];

    private static object? Assign(Run run, object? self, object?[] args)
    {
        if (args.At(0) is not JsObject target)
        {
            throw NotAnObject(run);
        }

        foreach (var source in args.Skip(1))
        {
            CopyMembers(run, target, source, null);
        }

        return target;
    }

    private static object? FromEntries(Run run, object? self, object?[] args)
    {
        var made = new JsObject();
        foreach (var entry in Iterate.Over(run, args.At(0)))
        {
            run.Step();
            if (entry is not JsObject pair)
            {
                throw Errors.Type(run, $"Iterator value {Errors.Describe(run, entry)} is not an entry object");
            }

            made.Set(run, Coerce.ToKey(run, pair.Get("0")), pair.Get("1"));
        }

        return made;
    }

    private static object? Freeze(object? value)
    {
        if (value is JsObject target and not (HostObject or BuiltIn or BuiltInObject))
        {
            target.IsFrozen = true;
        }

        return value;
    }

    private static bool Is(Run run, object? left, object? right) =>
        left is double a && right is double b ? a.Equals(b) && double.IsNegative(a) == double.IsNegative(b) || (double.IsNaN(a) && double.IsNaN(b)) : Coerce.StrictEquals(run, left, right);

    private static ScriptThrow NotAnObject(Run run) => Errors.Type(run, "Cannot convert undefined or null to object");
}
