using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>
/// map, filter and the rest. The length is taken at the beginning, the items as they are when their turn comes. One argument list serves all turns: a
/// function copies its arguments before its body runs.
/// </summary>
internal static partial class ArrayMethods
{
    private static (string Name, int Length, BuiltInCode Code)[] Callbacks =>
    [
        ("forEach", 1, (run, self, args) =>
        {
            Each(run, self, args, static (_, _, _) => true);
            return Undefined.Value;
        }),
        ("map", 1, (run, self, args) =>
        {
            var made = new JsArray();
            Each(run, self, args, (_, _, result) =>
            {
                made.Add(run, result);
                return true;
            });
            return made;
        }),
        ("filter", 1, (run, self, args) =>
        {
            var made = new JsArray();
            Each(run, self, args, (_, item, result) =>
            {
                if (Coerce.ToBoolean(result))
                {
                    made.Add(run, item);
                }

                return true;
            });
            return made;
        }),
        ("flatMap", 1, (run, self, args) =>
        {
            var made = new JsArray();
            Each(run, self, args, (_, _, result) =>
            {
                if (result is JsArray inner)
                {
                    Flatten(run, inner, 0, made);
                }
                else
                {
                    made.Add(run, result);
                }

                return true;
            });
            return made;
        }),
        ("some", 1, (run, self, args) => Coerce.Box(First(run, self, args, wanted: true, backwards: false).Index >= 0)),
        ("every", 1, (run, self, args) => Coerce.Box(First(run, self, args, wanted: false, backwards: false).Index < 0)),
        ("find", 1, (run, self, args) => First(run, self, args, wanted: true, backwards: false).Item),
        ("findIndex", 1, (run, self, args) => Numbers.Box(First(run, self, args, wanted: true, backwards: false).Index)),
        ("findLast", 1, (run, self, args) => First(run, self, args, wanted: true, backwards: true).Item),
        ("findLastIndex", 1, (run, self, args) => Numbers.Box(First(run, self, args, wanted: true, backwards: true).Index)),
        ("reduce", 1, (run, self, args) => Reduce(run, self, args, backwards: false)),
        ("reduceRight", 1, (run, self, args) => Reduce(run, self, args, backwards: true)),
    ];

    /// <summary>Calls back for each item until <paramref name="goOn"/> (index, item, result) says no.</summary>
    private static void Each(Run run, object? self, object?[] args, Func<int, object?, object?, bool> goOn, bool backwards = false)
    {
        var (array, function, caller) = (This(run, self), args.Function(run, 0), args.At(1));
        run.Enter();
        run.Allocate(64);
        var count = array.Items.Count;
        var arguments = new object?[3];
        for (var turn = 0; turn < count; turn++)
        {
            var i = backwards ? count - 1 - turn : turn;
            if (i >= array.Items.Count)
            {
                continue;
            }

            run.Step();
            var item = array.Items[i];
            (arguments[0], arguments[1], arguments[2]) = (item, Numbers.Box(i), array);
            if (!goOn(i, item, function.Call(run, caller, arguments)))
            {
                break;
            }
        }

        run.Leave();
    }

    private static (int Index, object? Item) First(Run run, object? self, object?[] args, bool wanted, bool backwards)
    {
        (int, object?) found = (-1, Undefined.Value);
        Each(run, self, args, (i, item, result) =>
        {
            if (Coerce.ToBoolean(result) != wanted)
            {
                return true;
            }

            found = (i, item);
            return false;
        }, backwards);
        return found;
    }

    private static object? Reduce(Run run, object? self, object?[] args, bool backwards)
    {
        var (array, function) = (This(run, self), args.Function(run, 0));
        var count = array.Items.Count;
        var turn = 0;
        if (args.Length < 2 && count == 0)
        {
            throw Errors.Type(run, "Reduce of empty array with no initial value");
        }

        var total = args.Length > 1 ? args[1] : array.Items[backwards ? count - 1 - turn++ : turn++];
        run.Enter();
        for (; turn < count; turn++)
        {
            var i = backwards ? count - 1 - turn : turn;
            run.Step();
            if (i < array.Items.Count)
            {
                total = function.Call(run, Undefined.Value, [total, array.Items[i], Numbers.Box(i), array]);
            }
        }

        run.Leave();
        return total;
    }

    /// <summary>Stable. undefined goes last; without a function texts are compared.</summary>
    private static JsArray Sort(Run run, object? self, object?[] args)
    {
        var array = Writable(run, self);
        var function = args.At(0) is Undefined ? null : args.Function(run, 0);
        run.Enter();
        run.AllocateElements(array.Items.Count * 3L);
        var defined = array.Items.Where(i => i is not Undefined).ToArray();
        var missing = array.Items.Count - defined.Length;
        if (function is null)
        {
            var keyed = Array.ConvertAll(defined, item => (Key: Coerce.ToText(run, item), Item: item));
            MergeSort(run, keyed, (a, b) =>
            {
                run.Scan(Math.Min(a.Key.Length, b.Key.Length));
                return string.CompareOrdinal(a.Key, b.Key);
            });
            defined = Array.ConvertAll(keyed, k => k.Item);
        }
        else
        {
            var arguments = new object?[2];
            MergeSort(run, defined, (a, b) =>
            {
                (arguments[0], arguments[1]) = (a, b);
                return Coerce.ToNumber(run, function.Call(run, Undefined.Value, arguments));
            });
        }

        array.Items.Clear();
        array.Items.AddRange(defined);
        array.Items.AddRange(Enumerable.Repeat<object?>(Undefined.Value, missing));
        run.Leave();
        return array;
    }

    private static void MergeSort<T>(Run run, T[] items, Func<T, T, double> compare)
    {
        var (from, to) = (items, new T[items.Length]);
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += 2 * width)
            {
                Merge(run, from, to, start, Math.Min(start + width, items.Length), Math.Min(start + 2 * width, items.Length), compare);
            }

            (from, to) = (to, from);
        }

        if (!ReferenceEquals(from, items))
        {
            from.CopyTo(items, 0);
        }
    }

    private static void Merge<T>(Run run, T[] from, T[] to, int start, int middle, int end, Func<T, T, double> compare)
    {
        var (left, right) = (start, middle);
        for (var i = start; i < end; i++)
        {
            var takesLeft = left < middle;
            if (takesLeft && right < end)
            {
                run.Step();

                // NaN counts as equal
                takesLeft = !(compare(from[left], from[right]) > 0);
            }

            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }
}
