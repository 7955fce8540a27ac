using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

internal static class JsonFunctions
{
    public static readonly FrozenDictionary<string, object?> All = Table.Statics([],
        ("stringify", 3, (run, _, args) => new JsonText(run, args.At(1), args.At(2)).Write(args.At(0))),
        ("parse", 2, Parse));

    private static object? Parse(Run run, object? self, object?[] args)
    {
        var value = new JsonReading(run, args.Text(run, 0)).Read();
        return args.At(1) is JsFunction reviver ? Revive(run, reviver, new JsObject(), "", value) : value;
    }

    private static object? Revive(Run run, JsFunction reviver, JsObject holder, string name, object? value)
    {
        run.Enter();
        run.Step();
        holder.Set(run, name, value);
        if (value is JsObject inner)
        {
            foreach (var member in inner.Names.ToArray())
            {
                var revived = Revive(run, reviver, inner, member, inner.Get(member));
                if (revived is Undefined)
                {
                    inner.Delete(run, member);
                }
                else
                {
                    inner.Set(run, member, revived);
                }
            }
        }

        var result = reviver.Call(run, holder, [name, value]);
        run.Leave();
        return result;
    }
}

/// <summary>One <c>JSON.stringify</c>.</summary>
internal sealed class JsonText
{
    private readonly Run run;
    private readonly JsFunction? replacer;
    private readonly List<string>? only;
    private readonly string indent;
    private readonly StringBuilder text = new();
    private readonly List<JsObject> path = [];
    private int charged;

    public JsonText(Run run, object? replacer, object? space)
    {
        this.run = run;
        this.replacer = replacer as JsFunction;
        only = (replacer as JsArray)?.Items.Where(i => i is string or double).Select(i => Coerce.ToText(run, i)).Distinct().ToList();
        indent = space switch
        {
            double count => new string(' ', (int)Math.Clamp(Numbers.ToInteger(count), 0, 10)),
            string s => s[..Math.Min(10, s.Length)],
            _ => "",
        };
    }

    /// <summary>undefined when the value has no JSON.</summary>
    public object Write(object? value)
    {
        if (!Add(new JsObject(), "", value))
        {
            return Undefined.Value;
        }

        run.AllocateText(text.Length);
        return text.ToString();
    }

    private bool Add(JsObject holder, string name, object? value)
    {
        run.Spend(1);
        if (text.Length - charged is var grown and > 512)
        {
            run.AllocateText(grown);
            charged = text.Length;
        }

        if (value is JsObject o && o.Get("toJSON") is JsFunction toJson)
        {
            value = toJson.Call(run, value, [name]);
        }

        value = replacer is null ? value : replacer.Call(run, holder, [name, value]);
        switch (value)
        {
            case null: text.Append("null"); break;
            case bool b: text.Append(b ? "true" : "false"); break;
            case double d: text.Append(double.IsFinite(d) ? Numbers.ToText(d) : "null"); break;
            case string s: Quote(s); break;
            case Undefined or JsFunction: return false;
            case JsArray array: Nested(array, '[', ']', AddItems); break;
            case JsObject members: Nested(members, '{', '}', AddMembers); break;
        }

        return true;
    }

    private void Nested<T>(T target, char opening, char closing, Func<T, bool> add) where T : JsObject
    {
        if (path.Contains(target))
        {
            throw Errors.Type(run, "Converting circular structure to JSON");
        }

        run.Enter();
        path.Add(target);
        text.Append(opening);
        var any = add(target);
        path.RemoveAt(path.Count - 1);
        NewLine(any);
        text.Append(closing);
        run.Leave();
    }

    private bool AddItems(JsArray array)
    {
        for (var i = 0; i < array.Items.Count; i++)
        {
            text.Append(i > 0 ? "," : "");
            NewLine(true);
            if (!Add(array, Numbers.ToText(i), array.Items[i]))
            {
                text.Append("null");
            }
        }

        return array.Items.Count > 0;
    }

    private bool AddMembers(JsObject target)
    {
        var any = false;
        foreach (var name in only ?? (IEnumerable<string>)target.Names.ToArray())
        {
            if (!target.TryGetOwn(name, out var value))
            {
                continue;
            }

            var before = text.Length;
            text.Append(any ? "," : "");
            NewLine(true);
            Quote(name);
            text.Append(indent.Length > 0 ? ": " : ":");
            if (Add(target, name, value))
            {
                any = true;
            }
            else
            {
                text.Length = before;
                charged = Math.Min(charged, before);
            }
        }

        return any;
    }

    private void NewLine(bool wanted)
    {
        if (indent.Length == 0 || !wanted)
        {
            return;
        }

        text.Append('\n');
        for (var i = 0; i < path.Count; i++)
        {
            text.Append(indent);
        }
    }

    private void Quote(string value)
    {
        run.Scan(value.Length);
        run.Allocate(2L * value.Length);
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var paired = char.IsSurrogate(c) && (char.IsHighSurrogate(c) ? i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) : i > 0 && char.IsHighSurrogate(value[i - 1]));
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ when char.IsSurrogate(c) && !paired => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
