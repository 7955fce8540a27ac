using System.Globalization;
using System.Text;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>Numbers to text and back exactly as JavaScript does it, and their boxes.</summary>
internal static class Numbers
{
    private const int SmallestCached = -128;
    private const int CachedCount = 1152;

    private static readonly object[] Small = [.. Enumerable.Range(SmallestCached, CachedCount).Select(i => (object)(double)i)];

    public static readonly object NaN = double.NaN;

    public static object Box(int value) => (uint)(value - SmallestCached) < CachedCount ? Small[value - SmallestCached] : (double)value;

    public static object Box(double value)
    {
        var whole = (int)value;
        return whole == value && (uint)(whole - SmallestCached) < CachedCount && (whole != 0 || !double.IsNegative(value))
            ? Small[whole - SmallestCached]
            : value;
    }

    public static string ToText(double value)
    {
        if (value is >= -1e15 and <= 1e15 && value == Math.Floor(value))
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var (negative, digits, point) = Shortest(value);
        var text = new StringBuilder(negative ? "-" : "", digits.Length + 8);
        if (point is > 0 and <= 21)
        {
            return digits.Length <= point
                ? text.Append(digits).Append('0', point - digits.Length).ToString()
                : text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point).ToString();
        }

        return point is > -6 and <= 0
            ? text.Append("0.").Append('0', -point).Append(digits).ToString()
            : AppendExponent(text, digits, point - 1).ToString();
    }

    /// <summary>The fewest digits that read back as the same number, and where the decimal point stands relative to their beginning.</summary>
    public static (bool Negative, string Digits, int Point) Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var negative = text[0] == '-';
        var mantissa = text.AsSpan(negative ? 1 : 0);
        var exponent = 0;
        if (mantissa.IndexOf('E') is var e and >= 0)
        {
            exponent = int.Parse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        var dot = mantissa.IndexOf('.');
        var digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        var point = (dot < 0 ? digits.Length : dot) - (digits.Length - significant.Length) + exponent;
        return (negative, significant.TrimEnd('0'), point);
    }

    public static StringBuilder AppendExponent(StringBuilder text, string digits, int exponent)
    {
        text.Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        return text.Append(exponent < 0 ? "e-" : "e+").Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What <c>Number(text)</c> gives.</summary>
    public static double Parse(string text)
    {
        var trimmed = Trim(text);
        if (trimmed.Length == 0)
        {
            return 0;
        }

        if (trimmed.Length > 2 && trimmed[0] == '0' && char.ToLowerInvariant(trimmed[1]) is 'x' or 'o' or 'b')
        {
            var radix = char.ToLowerInvariant(trimmed[1]) switch { 'x' => 16, 'o' => 8, _ => 2 };
            var (value, length) = ParseDigits(trimmed[2..], radix);
            return length == trimmed.Length - 2 ? value : double.NaN;
        }

        return ParsePrefix(trimmed) is var (number, used) && used == trimmed.Length ? number : double.NaN;
    }

    /// <summary>The longest beginning that is a decimal number, and its length (0 with NaN when there is none).</summary>
    public static (double Value, int Length) ParsePrefix(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text[at..].StartsWith("Infinity"))
        {
            return (text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity, at + 8);
        }

        var start = at;
        at = SkipDigits(text, at);
        var digits = at - start;
        if (at < text.Length && text[at] == '.')
        {
            var end = SkipDigits(text, at + 1);
            digits += end - at - 1;
            at = digits > 0 ? end : at;
        }

        if (digits == 0)
        {
            return (double.NaN, 0);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            var end = SkipDigits(text, exponent);
            at = end > exponent ? end : at;
        }

        return (double.Parse(text[..at], NumberStyles.Float, CultureInfo.InvariantCulture), at);
    }

    public static (double Value, int Length) ParseDigits(ReadOnlySpan<char> text, int radix)
    {
        var (value, at) = (0.0, 0);
        for (; at < text.Length; at++)
        {
            var digit = text[at] switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'z' and var c => c - 'a' + 10,
                >= 'A' and <= 'Z' and var c => c - 'A' + 10,
                _ => 99,
            };
            if (digit >= radix)
            {
                break;
            }

            value = value * radix + digit;
        }

        return (at == 0 ? double.NaN : value, at);
    }

    public static bool IsBlank(char c) => c == '\uFEFF' || (c != '\u0085' && char.IsWhiteSpace(c));

    public static ReadOnlySpan<char> Trim(string text) => TrimEnd(TrimStart(text));

    public static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        return text[start..];
    }

    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    /// <summary>Whole part, NaN as 0; infinities stay.</summary>
    public static double ToInteger(double value) => double.IsNaN(value) ? 0 : Math.Truncate(value);

    public static int ToInt32(double value)
    {
        var whole = (int)value;
        if (whole == value)
        {
            return whole;
        }

        return double.IsFinite(value) ? (int)(uint)(long)(Math.Truncate(value) % 4294967296.0) : 0;
    }

    private static int SkipDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
