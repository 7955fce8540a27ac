using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>A dense list: holes of JavaScript are undefined here.</summary>
internal sealed class JsArray(List<object?> items) : JsObject
{
    /// <summary>Far more than a script can fill; refuses <c>a[1e9] = 1</c> before it allocates.</summary>
    private const int MaxLength = 10_000_000;

    public JsArray() : this([])
    {
    }

    /// <summary>Writers call <see cref="JsObject.Changing"/> first.</summary>
    public List<object?> Items { get; } = items;

    public override string Class => "Array";

    protected override FrozenDictionary<string, BuiltIn> Methods => ArrayMethods.All;

    /// <summary>Has members beside its items, which is rare.</summary>
    public bool HasMembers => base.Count > 0;

    public override int Count => Items.Count + base.Count;

    public override IEnumerable<string> Names => Enumerable.Range(0, Items.Count).Select(i => Numbers.ToText(i)).Concat(base.Names);

    public void Add(Run run, object? value)
    {
        run.Allocate(16);
        Items.Add(value);
    }

    public override bool TryGetOwn(string name, out object? value)
    {
        if (name == "length")
        {
            value = Numbers.Box(Items.Count);
            return true;
        }

        if (IsIndex(name, out var index))
        {
            value = index < Items.Count ? Items[(int)index] : null;
            return index < Items.Count;
        }

        return base.TryGetOwn(name, out value);
    }

    public override void Set(Run run, string name, object? value)
    {
        if (name == "length")
        {
            SetLength(run, Coerce.ToNumber(run, value));
        }
        else if (IsIndex(name, out var index))
        {
            SetAt(run, index, value);
        }
        else
        {
            base.Set(run, name, value);
        }
    }

    public void SetAt(Run run, long index, object? value)
    {
        Changing(run, "index");
        if (index < Items.Count)
        {
            Items[(int)index] = value;
            return;
        }

        Grow(run, index);
        Add(run, value);
    }

    public override bool Delete(Run run, string name)
    {
        if (name == "length" || !IsIndex(name, out var index))
        {
            return name != "length" && base.Delete(run, name);
        }

        Changing(run, name);
        if (index < Items.Count)
        {
            Items[(int)index] = Undefined.Value;
        }

        return true;
    }

    private void SetLength(Run run, double length)
    {
        Changing(run, "length");
        if (length < 0 || length > uint.MaxValue || length != Math.Floor(length))
        {
            throw Errors.Range(run, "Invalid array length");
        }

        if (length < Items.Count)
        {
            Items.RemoveRange((int)length, Items.Count - (int)length);
        }
        else
        {
            Grow(run, (long)length);
        }
    }

    private void Grow(Run run, long length)
    {
        if (length > MaxLength)
        {
            throw new ScriptLimitException(ScriptLimit.Memory, $"数组长度超过 {MaxLength}，已停止");
        }

        var missing = (int)length - Items.Count;
        run.Allocate(16L * missing);
        Items.EnsureCapacity((int)length);
        for (var i = 0; i < missing; i++)
        {
            Items.Add(Undefined.Value);
        }
    }
}
