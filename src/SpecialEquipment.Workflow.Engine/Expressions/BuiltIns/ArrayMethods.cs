using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>Methods that change or cut an array; those that call back are in ArrayCallbacks.</summary>
internal static partial class ArrayMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
    [
        ("push", 1, Push), ("pop", 0, Pop), ("shift", 0, Shift), ("unshift", 1, Unshift), ("splice", 2, Splice), ("reverse", 0, Reverse),
        ("fill", 1, Fill), ("sort", 1, Sort),
        ("slice", 2, Slice), ("concat", 1, Concat), ("join", 1, Join), ("toString", 0, (run, self, _) => ArrayText.Join(run, This(run, self), ",")),
        ("at", 1, At), ("with", 2, With), ("flat", 0, Flat),
        ("toReversed", 0, (run, self, _) => Reverse(run, Copy(run, This(run, self)), [])),
        ("toSorted", 1, (run, self, args) => Sort(run, Copy(run, This(run, self)), args)),
        ("toSpliced", 2, ToSpliced),
        ("indexOf", 1, IndexOf), ("lastIndexOf", 1, LastIndexOf), ("includes", 1, Includes),
        ("keys", 0, (run, self, _) => List(run, This(run, self), (i, _) => Numbers.Box(i))),
        ("values", 0, (run, self, _) => Copy(run, This(run, self))),
        ("entries", 0, (run, self, _) => List(run, This(run, self), (i, item) => new JsArray([Numbers.Box(i), item]))),
        .. Callbacks,
    ]);

    private static JsArray This(Run run, object? self) => self as JsArray ?? throw Errors.Type(run, "Array method called on an object that is not an array");

    /// <summary>For methods that change the array in place.</summary>
    private static JsArray Writable(Run run, object? self)
    {
        var array = This(run, self);
        array.Changing(run, "length");
        return array;
    }

    private static JsArray Copy(Run run, JsArray array) => Range(run, array, 0, array.Items.Count);

    private static JsArray Range(Run run, JsArray array, int from, int to)
    {
        var count = Math.Max(to - from, 0);
        run.Steps(count / 8);
        run.AllocateElements(count);
        return new JsArray(array.Items.GetRange(from, count));
    }

    private static JsArray List(Run run, JsArray array, Func<int, object?, object?> choose)
    {
        run.Steps(array.Items.Count / 8);
        run.AllocateElements(array.Items.Count * 8L);
        return new JsArray([.. array.Items.Select((item, i) => choose(i, item))]);
    }

    private static object? Push(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        foreach (var item in args)
        {
            array.Add(run, item);
        }

        return Numbers.Box(array.Items.Count);
    }

    private static object? Pop(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        if (array.Items.Count == 0)
        {
            return Undefined.Value;
        }

        var last = array.Items[^1];
        array.Items.RemoveAt(array.Items.Count - 1);
        return last;
    }

    private static object? Shift(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        if (array.Items.Count == 0)
        {
            return Undefined.Value;
        }

        run.Spend(array.Items.Count >> 8);
        var first = array.Items[0];
        array.Items.RemoveAt(0);
        return first;
    }

    private static object? Unshift(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        run.Spend(array.Items.Count >> 8);
        run.Allocate(16L * args.Length);
        array.Items.InsertRange(0, args);
        return Numbers.Box(array.Items.Count);
    }

    private static object? Splice(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        var start = args.Index(run, 0, array.Items.Count, 0);
        var most = array.Items.Count - start;
        var count = args.Length switch { 0 => 0, 1 => most, _ => (int)Math.Clamp(Coerce.ToInteger(run, args[1]), 0, most) };
        var removed = Range(run, array, start, start + count);
        run.Spend(array.Items.Count >> 8);
        array.Items.RemoveRange(start, count);
        run.Allocate(16L * Math.Max(args.Length - 2, 0));
        array.Items.InsertRange(start, args.Skip(2));
        return removed;
    }

    private static object? ToSpliced(Run run, object? self, object?[] args)
    {
        var copy = Copy(run, This(run, self));
        Splice(run, copy, args);
        return copy;
    }

    private static JsArray Reverse(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        run.Steps(array.Items.Count / 8);
        array.Items.Reverse();
        return array;
    }

    private static object? Fill(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        var (from, to) = (args.Index(run, 1, array.Items.Count, 0), args.Index(run, 2, array.Items.Count, array.Items.Count));
        run.Steps(Math.Max(to - from, 0) / 8);
        for (var i = from; i < to; i++)
        {
            array.Items[i] = args.At(0);
        }

        return array;
    }

    private static object? Slice(Run run, object? self, object?[] args)
    {
        var array = This(run, self);
        var length = array.Items.Count;
        return Range(run, array, args.Index(run, 0, length, 0), args.Index(run, 1, length, length));
    }

    private static object? Concat(Run run, object? self, object?[] args)
    {
        var made = Copy(run, This(run, self));
        foreach (var argument in args)
        {
            if (argument is JsArray more)
            {
                run.Steps(more.Items.Count / 8);
                run.Allocate(16L * more.Items.Count);
                made.Items.AddRange(more.Items);
            }
            else
            {
                made.Add(run, argument);
            }
        }

        return made;
    }

    private static object? Join(Run run, object? self, object?[] args) => ArrayText.Join(run, This(run, self), args.At(0) is Undefined ? "," : args.Text(run, 0));

    private static object? At(Run run, object? self, object?[] args)
    {
        var items = This(run, self).Items;
        var index = Coerce.ToInteger(run, args.At(0));
        index += index < 0 ? items.Count : 0;
        return index >= 0 && index < items.Count ? items[(int)index] : Undefined.Value;
    }

    private static object? With(Run run, object? self, object?[] args)
    {
        var copy = Copy(run, This(run, self));
        var index = Coerce.ToInteger(run, args.At(0));
        index += index < 0 ? copy.Items.Count : 0;
        if (index < 0 || index >= copy.Items.Count)
        {
            throw Errors.Range(run, $"Invalid index : {Numbers.ToText(index)}");
        }

        copy.Items[(int)index] = args.At(1);
        return copy;
    }

    private static object? Flat(Run run, object? self, object?[] args)
    {
        var made = new JsArray();
        Flatten(run, This(run, self), args.At(0) is Undefined ? 1 : args.Number(run, 0), made);
        return made;
    }

    private static void Flatten(Run run, JsArray array, double depth, JsArray into)
    {
        run.Enter();
        foreach (var item in array.Items)
        {
            run.Step();
            if (item is JsArray inner && depth >= 1)
            {
                Flatten(run, inner, depth - 1, into);
            }
            else
            {
                into.Add(run, item);
            }
        }

        run.Leave();
    }

    private static object? IndexOf(Run run, object? self, object?[] args)
    {
        var items = This(run, self).Items;
        for (var i = args.Index(run, 1, items.Count, 0); i < items.Count; i++)
        {
            run.Spend(1);
            if (Coerce.StrictEquals(run, items[i], args.At(0)))
            {
                return Numbers.Box(i);
            }
        }

        return Numbers.Box(-1);
    }

    private static object? LastIndexOf(Run run, object? self, object?[] args)
    {
        var items = This(run, self).Items;
        var from = args.Length < 2 ? items.Count - 1 : Coerce.ToInteger(run, args[1]);
        for (var i = (int)(from < 0 ? items.Count + from : Math.Min(from, items.Count - 1)); i >= 0; i--)
        {
            run.Spend(1);
            if (Coerce.StrictEquals(run, items[i], args.At(0)))
            {
                return Numbers.Box(i);
            }
        }

        return Numbers.Box(-1);
    }

    private static object? Includes(Run run, object? self, object?[] args)
    {
        var items = This(run, self).Items;
        for (var i = args.Index(run, 1, items.Count, 0); i < items.Count; i++)
        {
            run.Spend(1);
            if (Coerce.SameValueZero(run, items[i], args.At(0)))
            {
                return Coerce.True;
            }
        }

        return Coerce.False;
    }
}
