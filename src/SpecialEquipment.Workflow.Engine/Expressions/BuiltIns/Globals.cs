using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>Everything a script has without being given it.</summary>
internal static class Globals
{
    private const string Unescaped = "-_.!~*'()";
    private const string UnescapedInUri = Unescaped + ";/?:@&=+$,#";

    private static readonly BuiltIn ParseIntFunction = new("parseInt", 2, ParseInt);
    private static readonly BuiltIn ParseFloatFunction = new("parseFloat", 1, ParseFloat);

    private static readonly string[] ErrorKinds = ["Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "URIError"];

    public static readonly FrozenDictionary<string, object?> All = Table.Statics(
        [
            ("undefined", Undefined.Value), ("NaN", Numbers.NaN), ("Infinity", double.PositiveInfinity),
            ("parseInt", ParseIntFunction), ("parseFloat", ParseFloatFunction),
            ("Object", ObjectFunctions.Constructor), ("Array", ArrayFunctions.Constructor), ("String", StringFunctions.Constructor),
            ("Number", NumberFunctions.Constructor(ParseIntFunction, ParseFloatFunction)), ("Boolean", BooleanMethods.Constructor), ("Date", DateFunctions.Constructor),
            ("RegExp", RegExpFunctions.Constructor), ("Map", MapMethods.Constructor), ("Set", SetMethods.Constructor), ("Function", FunctionMethods.Constructor),
            ("Math", new BuiltInObject("Math", MathFunctions.All)), ("JSON", new BuiltInObject("JSON", JsonFunctions.All)),
            .. ErrorKinds.Select(kind => (kind, (object?)ErrorConstructor(kind))),
        ],
        ("isNaN", 1, (run, _, args) => Coerce.Box(double.IsNaN(args.Number(run, 0)))),
        ("isFinite", 1, (run, _, args) => Coerce.Box(double.IsFinite(args.Number(run, 0)))),
        ("encodeURIComponent", 1, (run, _, args) => Encode(run, args.Text(run, 0), Unescaped)),
        ("encodeURI", 1, (run, _, args) => Encode(run, args.Text(run, 0), UnescapedInUri)),
        ("decodeURIComponent", 1, (run, _, args) => Decode(run, args.Text(run, 0), "")),
        ("decodeURI", 1, (run, _, args) => Decode(run, args.Text(run, 0), UnescapedInUri[Unescaped.Length..])));

    private static BuiltIn ErrorConstructor(string kind)
    {
        BuiltInCode make = (run, _, args) =>
        {
            var error = new JsError(kind, args.At(0) is Undefined ? "" : args.Text(run, 0));
            if (args.At(1) is JsObject options && options.TryGetOwn("cause", out var cause))
            {
                error.Set(run, "cause", cause);
            }

            return error;
        };
        return new BuiltIn(kind, 1, make, make);
    }

    private static object? ParseFloat(Run run, object? self, object?[] args)
    {
        var text = args.Text(run, 0);
        run.Scan(text.Length);
        return Numbers.Box(Numbers.ParsePrefix(Numbers.TrimStart(text)).Value);
    }

    private static object? ParseInt(Run run, object? self, object?[] args)
    {
        var text = args.Text(run, 0);
        run.Scan(text.Length);
        var digits = Numbers.TrimStart(text);
        var negative = digits.Length > 0 && digits[0] == '-';
        digits = digits.Length > 0 && digits[0] is '-' or '+' ? digits[1..] : digits;
        var radix = Coerce.ToInt32(run, args.At(1));
        if (radix is 0 or 16 && digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            radix = 16;
            digits = digits[2..];
        }

        if (radix != 0 && radix is < 2 or > 36)
        {
            return Numbers.NaN;
        }

        var (value, length) = Numbers.ParseDigits(digits, radix == 0 ? 10 : radix);
        if (radix is 0 or 10 && length > 15)
        {
            value = double.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return Numbers.Box(negative ? -value : value);
    }

    private static string Encode(Run run, string text, string unescaped)
    {
        run.AllocateText(3L * text.Length);
        var encoded = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || unescaped.Contains(text[i]))
            {
                encoded.Append(text[i]);
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                throw Errors.Make(run, "URIError", "URI malformed", run.At);
            }

            i += rune.Utf16SequenceLength - 1;
            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    /// <summary>Escapes of the letters in <paramref name="kept"/> stay as they are.</summary>
    private static string Decode(Run run, string text, string kept)
    {
        run.AllocateText(text.Length);
        var decoded = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '%')
            {
                decoded.Append(text[i++]);
                continue;
            }

            bytes.Clear();
            var start = i;
            for (; i < text.Length && text[i] == '%'; i += 3)
            {
                if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var b))
                {
                    throw Errors.Make(run, "URIError", "URI malformed", run.At);
                }

                bytes.Add(b);
                if (Rune.DecodeFromUtf8(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), out _, out _) == System.Buffers.OperationStatus.Done)
                {
                    i += 3;
                    break;
                }
            }

            var status = Rune.DecodeFromUtf8(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), out var rune, out var used);
            if (status != System.Buffers.OperationStatus.Done || used != bytes.Count)
            {
                throw Errors.Make(run, "URIError", "URI malformed", run.At);
            }

            decoded.Append(rune.IsAscii && kept.Contains((char)rune.Value) ? text[start..i] : rune.ToString());
        }

        return decoded.ToString();
    }
}
