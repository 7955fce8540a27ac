using System.Globalization;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>The only place where values cross between the engine and a script; everything is copied.</summary>
internal static class Wall
{
    public static object? ToScript(Run run, object? plain, HostMember? origin = null)
    {
        switch (plain)
        {
            case null or string or bool or Undefined: return plain;
            case double number: return Numbers.Box(number);
            case int whole: return Numbers.Box(whole);
            case long or decimal or float or short or byte or uint or ulong or ushort or sbyte: return Numbers.Box(Convert.ToDouble(plain, CultureInfo.InvariantCulture));
            case DateTimeOffset instant: return new JsDate(JsDate.FromInstant(instant));
            case Guid id: return id.ToString();
            case char letter: return letter.ToString();
            case ScriptFunction function: return new HostFunction("", function);
            case IScriptObject target: return HostObject.Of(run, "object", target);
            case IReadOnlyDictionary<string, object?> members: return Members(run, members, origin);
            case IReadOnlyList<object?> items: return Items(run, items, origin);
            default: throw Errors.Type(run, $"A value of .NET type {plain.GetType().Name} cannot enter a script");
        }
    }

    /// <summary>For arguments and assignments: the engine stores no undefined.</summary>
    public static object? ToHost(Run run, object? value) => value is Undefined ? null : ToPlain(run, value);

    /// <summary>For results. Undefined stays <see cref="Undefined.Value"/>; inside a list it becomes null, as a member it is left out, as JSON does.</summary>
    public static object? ToPlain(Run run, object? value)
    {
        switch (value)
        {
            case null or string or bool or double or Undefined: return value;
            case JsDate date: return date.IsValid ? date.ToInstant() : null;
            case JsArray array: return PlainItems(run, array.Items);
            case JsSet set: return PlainItems(run, set.Values());
            case JsMap map: return PlainMembers(run, map.Entries().Select(e => (Coerce.ToText(run, e.Key), e.Value)));
            case JsError error: return error.ToString();
            case JsRegExp pattern: return pattern.ToString();
            case HostObject host: return PlainMembers(run, host.Names.Select(n => (n, host.Get(n))));
            case JsFunction function: throw Errors.Type(run, $"Function {function.Name} cannot leave the script");
            case JsObject other: return PlainMembers(run, other.Names.Select(n => (n, other.Get(n))));
            default: throw new InvalidOperationException($"unexpected script value {value.GetType().Name}");
        }
    }

    private static JsObject Members(Run run, IReadOnlyDictionary<string, object?> members, HostMember? origin)
    {
        run.Enter();
        run.Steps(members.Count / 8);
        var copy = new JsObject { Origin = origin };
        foreach (var (name, value) in members)
        {
            copy.Set(run, name, ToScript(run, value, origin));
        }

        Unchanged(origin);
        run.Leave();
        return copy;
    }

    private static JsArray Items(Run run, IReadOnlyList<object?> items, HostMember? origin)
    {
        run.Enter();
        run.Steps(items.Count / 8);
        run.AllocateElements(items.Count * 2L);
        var copy = new List<object?>(items.Count);
        foreach (var item in items)
        {
            copy.Add(ToScript(run, item, origin));
        }

        run.Leave();
        return new JsArray(copy) { Origin = origin };
    }

    private static void Unchanged(HostMember? origin)
    {
        if (origin is not null)
        {
            origin.IsChanged = false;
        }
    }

    private static List<object?> PlainItems(Run run, List<object?> items)
    {
        run.Enter();
        run.Steps(items.Count / 8);
        run.AllocateElements(items.Count * 2L);
        var plain = new List<object?>(items.Count);
        foreach (var item in items)
        {
            plain.Add(ToHost(run, item));
        }

        run.Leave();
        return plain;
    }

    private static OrderedDictionary<string, object?> PlainMembers(Run run, IEnumerable<(string Name, object? Value)> members)
    {
        run.Enter();
        var plain = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            run.Allocate(64 + 2 * name.Length);
            if (value is not Undefined)
            {
                plain[name] = ToPlain(run, value);
            }
        }

        run.Leave();
        return plain;
    }
}
