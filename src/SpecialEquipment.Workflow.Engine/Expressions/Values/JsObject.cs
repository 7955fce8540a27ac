using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>Members in insertion order, whole numbers first and ascending as JavaScript has it. No prototype chain: each kind has fixed methods.</summary>
internal class JsObject
{
    private const int BytesPerMember = 64;

    private OrderedDictionary<string, object?>? members;
    private bool hasIndexName;

    /// <summary>What this was copied from when it came through an object of the engine; told about changes.</summary>
    public HostMember? Origin { get; init; }

    public bool IsFrozen { get; set; }

    public virtual string Class => "Object";

    protected virtual FrozenDictionary<string, BuiltIn> Methods => ObjectMethods.All;

    public virtual bool TryGetOwn(string name, out object? value)
    {
        value = null;
        return members is not null && members.TryGetValue(name, out value);
    }

    public object? Get(string name) =>
        TryGetOwn(name, out var value) ? value
        : TryGetMethod(name, out var method) ? method
        : Undefined.Value;

    public bool TryGetMethod(string name, out BuiltIn? method) => Methods.TryGetValue(name, out method) || ObjectMethods.All.TryGetValue(name, out method);

    public virtual void Set(Run run, string name, object? value)
    {
        Changing(run, name);
        members ??= new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        if (!members.ContainsKey(name))
        {
            run.Allocate(BytesPerMember + 2 * name.Length);
            hasIndexName |= char.IsAsciiDigit(name.Length > 0 ? name[0] : ' ');
        }

        members[name] = value;
    }

    /// <summary>False where JavaScript's <c>delete</c> gives false.</summary>
    public virtual bool Delete(Run run, string name)
    {
        Changing(run, name);
        if (members is not null)
        {
            run.Spend(members.Count >> 6);
            members.Remove(name);
        }

        return true;
    }

    public virtual int Count => members?.Count ?? 0;

    /// <summary>The enumerable own names.</summary>
    public virtual IEnumerable<string> Names => members is null ? [] : hasIndexName ? IndexNamesFirst(members.Keys) : members.Keys;

    /// <summary>Refuses when frozen, and remembers that the engine's copy differs.</summary>
    public void Changing(Run run, string name)
    {
        if (IsFrozen)
        {
            throw Errors.Type(run, $"Cannot assign to read only property '{name}' of object");
        }

        if (Origin is not null)
        {
            Origin.IsChanged = true;
        }
    }

    /// <summary>True for the names that JavaScript orders as numbers.</summary>
    public static bool IsIndex(string name, out uint index)
    {
        index = 0;
        return name.Length is > 0 and < 11 && (name[0] != '0' || name.Length == 1) && uint.TryParse(name, System.Globalization.NumberStyles.None, null, out index)
            && index != uint.MaxValue;
    }

    private static IEnumerable<string> IndexNamesFirst(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Where(n => IsIndex(n, out _)).OrderBy(n => uint.Parse(n, null)).Concat(all.Where(n => !IsIndex(n, out _)));
    }
}
