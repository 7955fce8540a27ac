using System.Globalization;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>The type of a variable or an input, by the short name Studio writes (<c>String</c>, <c>Int32</c>, <c>ICollection&lt;String&gt;</c>).</summary>
public readonly record struct VariableType(string Name, bool IsArray)
{
    public override string ToString() => IsArray ? $"{Name}[]" : Name;

    /// <summary>Turns a plain value into the type's plain form; false when it has none.</summary>
    public bool TryConvert(object? value, out object? result)
    {
        if (value is null or Undefined)
        {
            result = null;
            return true;
        }
        return IsArray || Name.StartsWith("ICollection<", StringComparison.Ordinal) || Name.StartsWith("IEnumerable<", StringComparison.Ordinal) || Name.StartsWith("List<", StringComparison.Ordinal)
            ? TryList(value, out result)
            : TrySingle(value, out result);
    }

    private bool TryList(object value, out object? result)
    {
        if (value is string text)
        {
            if (text.Length == 0)
            {
                result = null;
                return true;
            }
            if (!PlainJson.TryParse(text, out var parsed))
                parsed = null;
            value = parsed ?? "";
        }
        result = value as IReadOnlyList<object?>;
        if (result is not IReadOnlyList<object?> list)
            return false;
        var element = new VariableType(ElementName(), false);
        var converted = new List<object?>(list.Count);
        foreach (var item in list)
        {
            if (!element.TryConvert(item, out var one))
                return false;
            converted.Add(one);
        }
        result = converted;
        return true;
    }

    private string ElementName()
    {
        var open = Name.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? Name : Name[(open + 1)..^1];
    }

    private bool TrySingle(object value, out object? result)
    {
        result = value;
        switch (Name)
        {
            case "String":
                result = Text(value);
                return true;
            case "Boolean":
                return TryBoolean(value, out result);
            case "Int16" or "Int32" or "Int64" or "Byte":
                return TryNumber(value, out result) && (result is null || double.IsInteger((double)result));
            case "Double" or "Single" or "Decimal":
                return TryNumber(value, out result);
            case "DateTime" or "DateTimeOffset":
                return TryInstant(value, out result);
            case "Guid":
                result = Text(value);
                return ((string)result).Length == 0 || Guid.TryParse((string)result, out _);
            default:
                if (Name.StartsWith("IDictionary<", StringComparison.Ordinal) && value is string json)
                    return PlainJson.TryParse(json, out result) && result is IReadOnlyDictionary<string, object?>;
                if (value is IConvertible number and not (string or bool or double or DateTime))
                    result = number.ToDouble(CultureInfo.InvariantCulture);
                else if (value is Guid guid)
                    result = guid.ToString("D");
                return true;
        }
    }

    private static bool TryBoolean(object value, out object? result)
    {
        result = value switch
        {
            bool => value,
            double number => number != 0,
            int number => number != 0,
            string text when bool.TryParse(text, out var flag) => flag,
            _ => null,
        };
        return result is not null || value is "";
    }

    private static bool TryNumber(object value, out object? result)
    {
        result = value switch
        {
            double => value,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            string or bool => null,
            IConvertible other => other.ToDouble(CultureInfo.InvariantCulture),
            _ => null,
        };
        return result is not null || value is "";
    }

    private static bool TryInstant(object value, out object? result)
    {
        result = value switch
        {
            DateTimeOffset => value,
            string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => instant,
            double milliseconds when Math.Abs(milliseconds) <= 8.64e15 => DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds),
            _ => null,
        };
        return result is not null || value is "";
    }

    /// <summary>The text of a plain value as a script would write it.</summary>
    public static string Text(object? value) => value switch
    {
        null or Undefined => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number when double.IsInteger(number) && Math.Abs(number) < 1e21 => ((decimal)number <= long.MaxValue && (decimal)number >= long.MinValue ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("F0", CultureInfo.InvariantCulture)),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        Guid guid => guid.ToString("D"),
        IConvertible other => other.ToString(CultureInfo.InvariantCulture),
        _ => PlainJson.ToText(value),
    };
}
