using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

internal static class NumberMethods
{
    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
        ("toFixed", 1, ToFixed),
        ("toPrecision", 1, ToPrecision),
        ("toExponential", 1, ToExponential),
        ("toString", 1, (run, self, args) => args.At(0) is Undefined ? Numbers.ToText(This(run, self)) : InRadix(run, This(run, self), args.Number(run, 0))),
        ("toLocaleString", 0, ToLocaleString),
        ("valueOf", 0, (run, self, _) => Numbers.Box(This(run, self))));

    private static double This(Run run, object? self) => self is double number ? number : throw Errors.Type(run, "Number method called on an object that is not a number");

    private static object? ToFixed(Run run, object? self, object?[] args)
    {
        var (value, digits) = (This(run, self), Digits(run, args, 0, 100, "toFixed() digits argument"));
        return !double.IsFinite(value) || Math.Abs(value) >= 1e21 ? Numbers.ToText(value) : Fixed(value, digits);
    }

    /// <summary>Exact: a double is a fraction of whole numbers, and half goes away from zero.</summary>
    private static string Fixed(double value, int digits)
    {
        var scaled = Scaled(Math.Abs(value), digits);
        var text = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var sign = value < 0 && !(scaled.IsZero && value > -0.5 && digits == 0 && value == 0) ? "-" : "";
        return digits == 0 ? sign + text : $"{sign}{text[..^digits]}.{text[^digits..]}";
    }

    /// <summary>value × 10^digits as the nearest whole number, the larger of two.</summary>
    private static BigInteger Scaled(double value, int digits)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        var mantissa = new BigInteger(exponent == 0 ? (bits & 0xFFFFFFFFFFFFF) << 1 : bits & 0xFFFFFFFFFFFFF | 0x10000000000000);
        var shift = exponent - 1075;
        var (numerator, denominator) = (mantissa, BigInteger.One);
        (numerator, denominator) = digits >= 0 ? (numerator * BigInteger.Pow(10, digits), denominator) : (numerator, denominator * BigInteger.Pow(10, -digits));
        (numerator, denominator) = shift >= 0 ? (numerator << shift, denominator) : (numerator, denominator << -shift);
        return (2 * numerator + denominator) / (2 * denominator);
    }

    private static object? ToPrecision(Run run, object? self, object?[] args)
    {
        var value = This(run, self);
        if (args.At(0) is Undefined || !double.IsFinite(value))
        {
            return Numbers.ToText(value);
        }

        var precision = Digits(run, args, 1, 100, "toPrecision() argument");
        var (digits, exponent) = Rounded(Math.Abs(value), precision);
        var text = new StringBuilder(value < 0 ? "-" : "");
        if (exponent < -6 || exponent >= precision)
        {
            return Numbers.AppendExponent(text, digits, exponent).ToString();
        }

        return exponent >= precision - 1 ? text.Append(digits).ToString()
            : exponent >= 0 ? text.Append(digits, 0, exponent + 1).Append('.').Append(digits, exponent + 1, precision - exponent - 1).ToString()
            : text.Append("0.").Append('0', -exponent - 1).Append(digits).ToString();
    }

    private static object? ToExponential(Run run, object? self, object?[] args)
    {
        var value = This(run, self);
        if (!double.IsFinite(value))
        {
            return Numbers.ToText(value);
        }

        var sign = new StringBuilder(value < 0 ? "-" : "");
        if (args.At(0) is Undefined)
        {
            var (_, shortest, point) = value == 0 ? (false, "0", 1) : Numbers.Shortest(value);
            return Numbers.AppendExponent(sign, shortest, point - 1).ToString();
        }

        var (digits, exponent) = Rounded(Math.Abs(value), Digits(run, args, 0, 100, "toExponential() argument") + 1);
        return Numbers.AppendExponent(sign, digits, exponent).ToString();
    }

    /// <summary>So many significant digits, and the exponent of the first.</summary>
    private static (string Digits, int Exponent) Rounded(double value, int precision)
    {
        if (value == 0)
        {
            return (new string('0', precision), 0);
        }

        var exponent = Numbers.Shortest(value).Point - 1;
        var text = Scaled(value, precision - 1 - exponent).ToString(CultureInfo.InvariantCulture);

        // 9.99 rounded to two digits is 10: one digit more
        return text.Length > precision ? (text[..precision], exponent + 1) : (text, exponent);
    }

    private static int Digits(Run run, object?[] args, int min, int max, string what)
    {
        var digits = Coerce.ToInteger(run, args.At(0));
        return digits >= min && digits <= max ? (int)digits : throw Errors.Range(run, $"{what} must be between {min} and {max}");
    }

    private static string InRadix(Run run, double value, double radixNumber)
    {
        var radix = (int)Numbers.ToInteger(radixNumber);
        if (radix is < 2 or > 36)
        {
            throw Errors.Range(run, "toString() radix must be between 2 and 36");
        }

        if (radix == 10 || !double.IsFinite(value))
        {
            return Numbers.ToText(value);
        }

        var text = new StringBuilder();
        var whole = Math.Floor(Math.Abs(value));

        // beyond 53 bits the last digits are not known
        while (whole >= 9007199254740992)
        {
            whole /= radix;
            text.Insert(0, '0');
        }

        do
        {
            var digit = whole % radix;
            text.Insert(0, Digit((int)digit));
            whole = (whole - digit) / radix;
        }
        while (whole > 0);
        AppendFraction(text, Math.Abs(value), radix);
        return value < 0 ? "-" + text : text.ToString();
    }

    /// <summary>As many digits as tell the number from its neighbours, the last one rounded.</summary>
    private static void AppendFraction(StringBuilder text, double value, int radix)
    {
        var fraction = value - Math.Floor(value);
        var delta = Math.Max(0.5 * (Math.BitIncrement(value) - value), double.Epsilon);
        if (fraction < delta)
        {
            return;
        }

        text.Append('.');
        do
        {
            (fraction, delta) = (fraction * radix, delta * radix);
            var digit = (int)fraction;
            text.Append(Digit(digit));
            fraction -= digit;
            if (fraction > 0.5 || (fraction == 0.5 && (digit & 1) == 1))
            {
                if (fraction + delta > 1)
                {
                    RoundUp(text, radix);
                    return;
                }
            }
        }
        while (fraction >= delta);
    }

    private static void RoundUp(StringBuilder text, int radix)
    {
        while (text[^1] != '.')
        {
            var digit = text[^1] <= '9' ? text[^1] - '0' : text[^1] - 'a' + 10;
            text.Length--;
            if (digit + 1 < radix)
            {
                text.Append(Digit(digit + 1));
                return;
            }
        }

        text.Length--;
        text[^1]++;
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);

    /// <summary>As <see cref="Fixed"/>, but of the digits that people see, not of the exact value behind them.</summary>
    private static string Decimals(double value, int count)
    {
        if (value == 0)
        {
            return "0." + new string('0', count);
        }

        var (_, digits, point) = Numbers.Shortest(value);
        var surplus = digits.Length - point - count;
        var scaled = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        scaled = surplus > 0 ? (scaled + BigInteger.Pow(10, surplus) / 2) / BigInteger.Pow(10, surplus) : scaled * BigInteger.Pow(10, -surplus);
        var text = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(count + 1, '0');
        return count == 0 ? text : $"{text[..^count]}.{text[^count..]}";
    }

    /// <summary>Groups of three and at most three decimals, as in zh-CN and most other places.</summary>
    private static object? ToLocaleString(Run run, object? self, object?[] args)
    {
        var value = This(run, self);
        var (least, most) = (0, 3);
        if (args.At(1) is JsObject options)
        {
            foreach (var name in options.Names)
            {
                var count = Coerce.ToInteger(run, options.Get(name));
                (least, most) = name switch
                {
                    "minimumFractionDigits" when count is >= 0 and <= 20 => ((int)count, Math.Max(most, (int)count)),
                    "maximumFractionDigits" when count is >= 0 and <= 20 => (Math.Min(least, (int)count), (int)count),
                    _ => throw Errors.Range(run, $"toLocaleString() option {name} is not supported"),
                };
            }
        }

        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }

        var text = Decimals(Math.Abs(value), most);
        var (whole, fraction) = text.IndexOf('.') is var dot and >= 0 ? (text[..dot], text[(dot + 1)..]) : (text, "");
        fraction = fraction[..least] + fraction[least..].TrimEnd('0');
        for (var i = whole.Length - 3; i > 0; i -= 3)
        {
            whole = whole.Insert(i, ",");
        }

        return (double.IsNegative(value) ? "-" : "") + whole + (fraction.Length > 0 ? "." + fraction : "");
    }
}

internal static class NumberFunctions
{
    private const double MaxSafe = 9007199254740991;

    public static BuiltIn Constructor(BuiltIn parseInt, BuiltIn parseFloat) => new("Number", 1, (run, _, args) => args.Length == 0 ? Numbers.Box(0) : Numbers.Box(args.Number(run, 0)))
    {
        Statics = Table.Statics(
            [
                ("parseInt", parseInt), ("parseFloat", parseFloat), ("prototype", Table.Prototype(NumberMethods.All)),
                ("MAX_SAFE_INTEGER", MaxSafe), ("MIN_SAFE_INTEGER", -MaxSafe), ("EPSILON", Math.Pow(2, -52)), ("MAX_VALUE", double.MaxValue),
                ("MIN_VALUE", double.Epsilon), ("NaN", Numbers.NaN), ("POSITIVE_INFINITY", double.PositiveInfinity), ("NEGATIVE_INFINITY", double.NegativeInfinity),
            ],
            ("isNaN", 1, (_, _, args) => Coerce.Box(args.At(0) is double.NaN)),
            ("isFinite", 1, (_, _, args) => Coerce.Box(args.At(0) is double d && double.IsFinite(d))),
            ("isInteger", 1, (_, _, args) => Coerce.Box(args.At(0) is double d && double.IsInteger(d))),
            ("isSafeInteger", 1, (_, _, args) => Coerce.Box(args.At(0) is double d && double.IsInteger(d) && Math.Abs(d) <= MaxSafe))),
    };
}
