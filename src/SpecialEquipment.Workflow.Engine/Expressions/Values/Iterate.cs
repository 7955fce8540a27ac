namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>What <c>for…of</c>, spread and destructuring go through. Arrays are live, as in JavaScript; the rest is read as it goes.</summary>
internal static class Iterate
{
    public static IEnumerable<object?> Over(Run run, object? value) => value switch
    {
        JsArray array => Live(array),
        string text => CodePoints(text),
        JsSet set => set.Live(),
        JsMap map => map.Live().Select(e => (object?)new JsArray([e.Key, e.Value])),
        _ => throw Errors.Type(run, $"{(value is JsObject ? "object" : Errors.Describe(run, value))} is not iterable"),
    };

    public static List<object?> ToList(Run run, object? value)
    {
        var list = new List<object?>();
        foreach (var item in Over(run, value))
        {
            run.Step();
            run.Allocate(16);
            list.Add(item);
        }

        return list;
    }

    private static IEnumerable<object?> Live(JsArray array)
    {
        for (var i = 0; i < array.Items.Count; i++)
        {
            yield return array.Items[i];
        }
    }

    private static IEnumerable<object?> CodePoints(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                yield return text.Substring(i++, 2);
            }
            else
            {
                yield return Property.Letter(text[i]);
            }
        }
    }
}
