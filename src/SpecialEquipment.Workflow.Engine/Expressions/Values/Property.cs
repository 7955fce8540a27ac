using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;
using SpecialEquipment.Workflow.Engine.Expressions.Syntax;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>Reading and writing members of any value.</summary>
internal static class Property
{
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    public static object? Get(Run run, Position at, object? target, string name)
    {
        switch (target)
        {
            case HostObject host:
                run.At = at;
                return host.Get(name);
            case JsObject o:
                return o.Get(name);
            case string s:
                return name == "length" ? Numbers.Box(s.Length)
                    : StringMethods.All.TryGetValue(name, out var method) ? method
                    : JsObject.IsIndex(name, out var index) && index < s.Length ? Letter(s[(int)index])
                    : OfEvery(name);
            case double:
                return NumberMethods.All.TryGetValue(name, out var ofNumber) ? ofNumber : OfEvery(name);
            case bool:
                return BooleanMethods.All.TryGetValue(name, out var ofBoolean) ? ofBoolean : OfEvery(name);
            default:
                throw Errors.Type(run, at, $"Cannot read properties of {(target is null ? "null" : "undefined")} (reading '{name}')");
        }
    }

    private static object OfEvery(string name) => ObjectMethods.All.TryGetValue(name, out var method) ? method : Undefined.Value;

    public static object? GetAt(Run run, Position at, object? target, object? key)
    {
        if (key is double number && number >= 0 && (int)number is var index && index == number)
        {
            if (target is JsArray array)
            {
                return index < array.Items.Count ? array.Items[index] : Undefined.Value;
            }

            if (target is string text)
            {
                return index < text.Length ? Letter(text[index]) : Undefined.Value;
            }
        }

        if (Coerce.IsNullish(target))
        {
            throw Errors.Type(run, at, $"Cannot read properties of {(target is null ? "null" : "undefined")} (reading '{Errors.Describe(run, key)}')");
        }

        return Get(run, at, target, Coerce.ToKey(run, key));
    }

    public static void Set(Run run, Position at, object? target, string name, object? value)
    {
        run.At = at;
        switch (target)
        {
            case JsObject o:
                o.Set(run, name, value);
                break;
            case null or Undefined:
                throw Errors.Type(run, at, $"Cannot set properties of {(target is null ? "null" : "undefined")} (setting '{name}')");
            default:
                throw Errors.Type(run, at, $"Cannot create property '{name}' on {Coerce.TypeOf(target)} '{Errors.Describe(run, target)}'");
        }
    }

    public static void SetAt(Run run, Position at, object? target, object? key, object? value)
    {
        if (target is JsArray array && key is double number && number >= 0 && number <= int.MaxValue && (int)number is var index && index == number)
        {
            run.At = at;
            array.SetAt(run, index, value);
        }
        else
        {
            Set(run, at, target, Coerce.IsNullish(target) ? Errors.Describe(run, key) : Coerce.ToKey(run, key), value);
        }
    }

    public static bool Has(Run run, JsObject target, string name) => target.TryGetOwn(name, out _) || target.TryGetMethod(name, out _);

    public static string Letter(char c) => c < 128 ? Letters[c] : c.ToString();
}
