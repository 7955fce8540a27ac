using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>Keys of Map and Set: numbers and text by value, -0 as 0, objects by identity. null needs a stand-in in a dictionary.</summary>
internal readonly record struct MapKey(object Value)
{
    private static readonly object Null = new();

    public static MapKey Of(object? value) => new(value switch { null => Null, double d when d == 0 => Numbers.Box(0), _ => value });

    public object? Plain => ReferenceEquals(Value, Null) ? null : Value;
}

/// <summary>Deleted entries stay as gaps, so that walking a map while it changes is well defined.</summary>
internal sealed class JsMap : JsObject
{
    private readonly Dictionary<MapKey, int> places = [];
    private readonly List<(bool Present, MapKey Key, object? Value)> entries = [];

    public override string Class => "Map";

    protected override FrozenDictionary<string, BuiltIn> Methods => MapMethods.All;

    public int Size => places.Count;

    public bool TryGet(object? key, out object? value)
    {
        var found = places.TryGetValue(MapKey.Of(key), out var place);
        value = found ? entries[place].Value : Undefined.Value;
        return found;
    }

    public void Put(Run run, object? key, object? value)
    {
        var mapKey = MapKey.Of(key);
        if (places.TryGetValue(mapKey, out var place))
        {
            entries[place] = (true, mapKey, value);
            return;
        }

        run.Allocate(96);
        places[mapKey] = entries.Count;
        entries.Add((true, mapKey, value));
    }

    public bool Remove(object? key)
    {
        if (!places.Remove(MapKey.Of(key), out var place))
        {
            return false;
        }

        entries[place] = default;
        return true;
    }

    public void Clear()
    {
        foreach (var place in places.Values)
        {
            entries[place] = default;
        }

        places.Clear();
    }

    public IEnumerable<(object? Key, object? Value)> Live()
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Present)
            {
                yield return (entries[i].Key.Plain, entries[i].Value);
            }
        }
    }

    public List<(object? Key, object? Value)> Entries() => [.. Live()];

    public override bool TryGetOwn(string name, out object? value)
    {
        value = name == "size" ? Numbers.Box(Size) : null;
        return value is not null || base.TryGetOwn(name, out value);
    }
}

internal sealed class JsSet : JsObject
{
    private readonly JsMap members = new();

    public override string Class => "Set";

    protected override FrozenDictionary<string, BuiltIn> Methods => SetMethods.All;

    public int Size => members.Size;

    public bool Contains(object? value) => members.TryGet(value, out _);

    public void Add(Run run, object? value) => members.Put(run, value, value);

    public bool Remove(object? value) => members.Remove(value);

    public void Clear() => members.Clear();

    public IEnumerable<object?> Live() => members.Live().Select(e => e.Key);

    public List<object?> Values() => [.. Live()];

    public override bool TryGetOwn(string name, out object? value)
    {
        value = name == "size" ? Numbers.Box(Size) : null;
        return value is not null || base.TryGetOwn(name, out value);
    }
}
