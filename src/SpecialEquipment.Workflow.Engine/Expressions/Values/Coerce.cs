namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

internal enum Hint
{
    None,
    Number,
    Text,
}

/// <summary>The conversions and comparisons of the language.</summary>
internal static class Coerce
{
    private static readonly string[] TextFirst = ["toString", "valueOf"];
    private static readonly string[] ValueFirst = ["valueOf", "toString"];

    public static readonly object True = true;
    public static readonly object False = false;

    public static object Box(bool value) => value ? True : False;

    public static bool IsNullish(object? value) => value is null or Undefined;

    public static bool ToBoolean(object? value) => value switch
    {
        bool b => b,
        null or Undefined => false,
        double d => d != 0 && !double.IsNaN(d),
        string s => s.Length > 0,
        _ => true,
    };

    public static double ToNumber(Run run, object? value) => value switch
    {
        double d => d,
        null => 0,
        bool b => b ? 1 : 0,
        Undefined => double.NaN,
        string s => Scanned(run, s),
        _ => ToNumber(run, ToPrimitive(run, value, Hint.Number)),
    };

    public static double ToInteger(Run run, object? value) => Numbers.ToInteger(ToNumber(run, value));

    public static int ToInt32(Run run, object? value) => value is double d ? Numbers.ToInt32(d) : Numbers.ToInt32(ToNumber(run, value));

    public static string ToText(Run run, object? value) => value switch
    {
        string s => s,
        double d => Numbers.ToText(d),
        null => "null",
        bool b => b ? "true" : "false",
        Undefined => "undefined",
        _ => ToText(run, ToPrimitive(run, value, Hint.Text)),
    };

    public static string ToKey(Run run, object? value)
    {
        var name = ToText(run, value);
        run.Scan(name.Length);
        return name;
    }

    public static string TypeOf(object? value) => value switch
    {
        string => "string",
        double => "number",
        bool => "boolean",
        Undefined => "undefined",
        JsFunction => "function",
        _ => "object",
    };

    public static object? ToPrimitive(Run run, object? value, Hint hint)
    {
        if (value is not JsObject target)
        {
            return value;
        }

        foreach (var method in hint == Hint.Text || (hint == Hint.None && target is JsDate) ? TextFirst : ValueFirst)
        {
            var result = target.TryGetOwn(method, out var own)
                ? own is JsFunction function ? function.Call(run, target, []) : target
                : method == "toString" ? Describe(run, target) : target is JsDate date ? Numbers.Box(date.Time) : target;
            if (result is not JsObject)
            {
                return result;
            }
        }

        throw Errors.Type(run, "Cannot convert object to primitive value");
    }

    /// <summary>What the built-in <c>toString</c> of the kind gives.</summary>
    public static string Describe(Run run, JsObject target) => target switch
    {
        JsArray array => BuiltIns.ArrayText.Join(run, array, ","),
        JsFunction function => $"function {function.Name}() {{ [native code] }}",
        JsError or JsRegExp or JsDate => target.ToString()!,
        _ => $"[object {target.Class}]",
    };

    public static bool StrictEquals(Run run, object? left, object? right)
    {
        if (left is double a)
        {
            return right is double b && a == b;
        }

        if (left is string s)
        {
            if (right is not string t || s.Length != t.Length)
            {
                return false;
            }

            run.Scan(s.Length);
            return string.Equals(s, t);
        }

        return left is bool l ? right is bool r && l == r : ReferenceEquals(left, right);
    }

    public static bool LooseEquals(Run run, object? left, object? right)
    {
        while (true)
        {
            if (IsNullish(left) || IsNullish(right))
            {
                return IsNullish(left) && IsNullish(right);
            }

            if ((left is JsObject && right is JsObject) || left!.GetType() == right!.GetType())
            {
                return StrictEquals(run, left, right);
            }

            if (left is JsObject)
            {
                left = ToPrimitive(run, left, Hint.None);
            }
            else if (right is JsObject)
            {
                right = ToPrimitive(run, right, Hint.None);
            }
            else
            {
                return ToNumber(run, left) == ToNumber(run, right);
            }
        }
    }

    /// <summary>Equality of Map keys and <c>includes</c>: NaN equals itself.</summary>
    public static bool SameValueZero(Run run, object? left, object? right) =>
        left is double a && right is double b ? a == b || (double.IsNaN(a) && double.IsNaN(b)) : StrictEquals(run, left, right);

    /// <summary>Negative, zero, positive; null when one side is NaN.</summary>
    public static int? Compare(Run run, object? left, object? right)
    {
        var (l, r) = (ToPrimitive(run, left, Hint.Number), ToPrimitive(run, right, Hint.Number));
        if (l is string s && r is string t)
        {
            run.Scan(Math.Min(s.Length, t.Length));
            return string.CompareOrdinal(s, t);
        }

        var (a, b) = (ToNumber(run, l), ToNumber(run, r));
        return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
    }

    public static object Add(Run run, object? left, object? right)
    {
        if (left is double a && right is double b)
        {
            return Numbers.Box(a + b);
        }

        if (left is string s && right is string t)
        {
            return Concat(run, s, t);
        }

        var (l, r) = (ToPrimitive(run, left, Hint.None), ToPrimitive(run, right, Hint.None));
        return l is string || r is string
            ? Concat(run, ToText(run, l), ToText(run, r))
            : Numbers.Box(ToNumber(run, l) + ToNumber(run, r));
    }

    public static string Concat(Run run, string left, string right)
    {
        run.AllocateText((long)left.Length + right.Length);
        return string.Concat(left, right);
    }

    private static double Scanned(Run run, string text)
    {
        run.Scan(text.Length);
        return Numbers.Parse(text);
    }
}
