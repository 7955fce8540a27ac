using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>keys(), values() and entries() give arrays: scripts only ever walk or spread them.</summary>
internal static class MapMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
        ("get", 1, (run, self, args) => This(run, self, args).TryGet(args.At(0), out var value) ? value : Undefined.Value),
        ("set", 2, Set),
        ("has", 1, (run, self, args) => Coerce.Box(This(run, self, args).TryGet(args.At(0), out _))),
        ("delete", 1, (run, self, args) => Coerce.Box(This(run, self, args).Remove(args.At(0)))),
        ("clear", 0, Clear),
        ("keys", 0, (run, self, _) => List(run, This(run, self, []), e => e.Key)),
        ("values", 0, (run, self, _) => List(run, This(run, self, []), e => e.Value)),
        ("entries", 0, (run, self, _) => List(run, This(run, self, []), e => new JsArray([e.Key, e.Value]))),
        ("forEach", 1, ForEach));

    public static readonly BuiltIn Constructor = new("Map", 0, (run, _, _) => throw Errors.Type(run, "Constructor Map requires 'new'"), Make);

    private static JsMap This(Run run, object? self, object?[] args)
    {
        if (args.At(0) is string { Length: var length })
        {
            run.Scan(length);
        }

        return self as JsMap ?? throw Errors.Type(run, "Map method called on an object that is not a Map");
    }

    private static object? Make(Run run, object? self, object?[] args)
    {
        var map = new JsMap();
        foreach (var entry in Coerce.IsNullish(args.At(0)) ? [] : Iterate.Over(run, args.At(0)))
        {
            run.Step();
            if (entry is not JsObject pair)
            {
                throw Errors.Type(run, $"Iterator value {Errors.Describe(run, entry)} is not an entry object");
            }

            map.Put(run, pair.Get("0"), pair.Get("1"));
        }

        return map;
    }

    private static object? Set(Run run, object? self, object?[] args)
    {
        This(run, self, args).Put(run, args.At(0), args.At(1));
        return self;
    }

    private static object? Clear(Run run, object? self, object?[] args)
    {
        This(run, self, args).Clear();
        return Undefined.Value;
    }

    private static JsArray List(Run run, JsMap map, Func<(object? Key, object? Value), object?> choose)
    {
        run.Steps(map.Size / 8);
        run.AllocateElements(map.Size * 6L);
        return new JsArray([.. map.Live().Select(choose)]);
    }

    private static object? ForEach(Run run, object? self, object?[] args)
    {
        var (map, function) = (This(run, self, []), args.Function(run, 0));
        foreach (var (key, value) in map.Live())
        {
            run.Step();
            function.Call(run, args.At(1), [value, key, map]);
        }

        return Undefined.Value;
    }
}

internal static class SetMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
        ("add", 1, Add),
        ("has", 1, (run, self, args) => Coerce.Box(This(run, self, args).Contains(args.At(0)))),
        ("delete", 1, (run, self, args) => Coerce.Box(This(run, self, args).Remove(args.At(0)))),
        ("clear", 0, Clear),
        ("keys", 0, (run, self, _) => List(run, This(run, self, []), v => v)),
        ("values", 0, (run, self, _) => List(run, This(run, self, []), v => v)),
        ("entries", 0, (run, self, _) => List(run, This(run, self, []), v => new JsArray([v, v]))),
        ("forEach", 1, ForEach));

    public static readonly BuiltIn Constructor = new("Set", 0, (run, _, _) => throw Errors.Type(run, "Constructor Set requires 'new'"), Make);

    private static JsSet This(Run run, object? self, object?[] args)
    {
        if (args.At(0) is string { Length: var length })
        {
            run.Scan(length);
        }

        return self as JsSet ?? throw Errors.Type(run, "Set method called on an object that is not a Set");
    }

    private static object? Make(Run run, object? self, object?[] args)
    {
        var set = new JsSet();
        foreach (var value in Coerce.IsNullish(args.At(0)) ? [] : Iterate.Over(run, args.At(0)))
        {
            run.Step();
            set.Add(run, value);
        }

        return set;
    }

    private static object? Add(Run run, object? self, object?[] args)
    {
        This(run, self, args).Add(run, args.At(0));
        return self;
    }

    private static object? Clear(Run run, object? self, object?[] args)
    {
        This(run, self, args).Clear();
        return Undefined.Value;
    }

    private static JsArray List(Run run, JsSet set, Func<object?, object?> choose)
    {
        run.Steps(set.Size / 8);
        run.AllocateElements(set.Size * 6L);
        return new JsArray([.. set.Live().Select(choose)]);
    }

    private static object? ForEach(Run run, object? self, object?[] args)
    {
        var (set, function) = (This(run, self, []), args.Function(run, 0));
        foreach (var value in set.Live())
        {
            run.Step();
            function.Call(run, args.At(1), [value, value, set]);
        }

        return Undefined.Value;
    }
}
