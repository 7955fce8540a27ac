using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>Methods of text without patterns; those with patterns are in StringPatterns.</summary>
internal static partial class StringMethods
{
    /// <summary>Chinese text is put in order by sound.</summary>
    private static readonly CompareInfo Chinese = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    public static readonly FrozenDictionary<string, BuiltIn> All = Table.Methods(
    [
        ("at", 1, (run, self, args) => At(run, self, args, negativeFromEnd: true)),
        ("charAt", 1, (run, self, args) => At(run, self, args, negativeFromEnd: false) is string s ? s : ""),
        ("charCodeAt", 1, (run, self, args) => At(run, self, args, negativeFromEnd: false) is string s ? Numbers.Box(s[0]) : Numbers.NaN),
        ("codePointAt", 1, CodePointAt),
        ("concat", 1, (run, self, args) => args.Aggregate(This(run, self), (text, more) => Coerce.Concat(run, text, Coerce.ToText(run, more)))),
        ("includes", 1, (run, self, args) => Coerce.Box(Find(run, self, args) >= 0)),
        ("indexOf", 1, (run, self, args) => Numbers.Box(Find(run, self, args))),
        ("lastIndexOf", 1, LastIndexOf),
        ("startsWith", 1, StartsWith),
        ("endsWith", 1, EndsWith),
        ("slice", 2, Slice),
        ("substring", 2, Substring),
        ("substr", 2, Substr),
        ("trim", 0, (run, self, _) => Made(run, Numbers.Trim(This(run, self)))),
        ("trimStart", 0, (run, self, _) => Made(run, Numbers.TrimStart(This(run, self)))),
        ("trimEnd", 0, (run, self, _) => Made(run, Numbers.TrimEnd(This(run, self)))),
        ("toUpperCase", 0, (run, self, _) => Upper(run, self)),
        ("toLowerCase", 0, (run, self, _) => Lower(run, self)),
        ("toLocaleUpperCase", 0, (run, self, _) => Upper(run, self)),
        ("toLocaleLowerCase", 0, (run, self, _) => Lower(run, self)),
        ("repeat", 1, Repeat),
        ("padStart", 2, (run, self, args) => Pad(run, self, args, atStart: true)),
        ("padEnd", 2, (run, self, args) => Pad(run, self, args, atStart: false)),
        ("localeCompare", 1, LocaleCompare),
        ("normalize", 0, Normalize),
        ("toString", 0, (run, self, _) => This(run, self)),
        ("valueOf", 0, (run, self, _) => This(run, self)),
        .. PatternMethods,
    ]);

    private static string This(Run run, object? self)
    {
        var text = Coerce.IsNullish(self) ? throw Errors.Type(run, "String method called on null or undefined") : Coerce.ToText(run, self);
        run.Scan(text.Length);
        return text;
    }

    private static string Made(Run run, ReadOnlySpan<char> text)
    {
        run.AllocateText(text.Length);
        return text.ToString();
    }

    private static object? At(Run run, object? self, object?[] args, bool negativeFromEnd)
    {
        var text = self as string ?? This(run, self);
        var index = Coerce.ToInteger(run, args.At(0));
        index += index < 0 && negativeFromEnd ? text.Length : 0;
        return index >= 0 && index < text.Length ? Property.Letter(text[(int)index]) : Undefined.Value;
    }

    private static object? CodePointAt(Run run, object? self, object?[] args)
    {
        var (text, index) = (This(run, self), Coerce.ToInteger(run, args.At(0)));
        if (index < 0 || index >= text.Length)
        {
            return Undefined.Value;
        }

        return Rune.TryGetRuneAt(text, (int)index, out var rune) ? Numbers.Box(rune.Value) : Numbers.Box(text[(int)index]);
    }

    private static string Sought(Run run, object?[] args) =>
        args.At(0) is JsRegExp ? throw Errors.Type(run, "First argument must not be a regular expression") : args.Text(run, 0);

    private static int Find(Run run, object? self, object?[] args)
    {
        var (text, sought) = (This(run, self), Sought(run, args));
        var from = (int)Math.Clamp(Coerce.ToInteger(run, args.At(1)), 0, text.Length);
        return text.IndexOf(sought, from, StringComparison.Ordinal);
    }

    private static object? LastIndexOf(Run run, object? self, object?[] args)
    {
        var (text, sought) = (This(run, self), args.Text(run, 0));
        var last = text.Length - sought.Length;
        var from = args.Number(run, 1) is var limit && double.IsNaN(limit) ? last : (int)Math.Clamp(limit, 0, Math.Max(last, 0));
        return Numbers.Box(last < 0 ? -1 : text.AsSpan(0, Math.Min(from, last) + sought.Length).LastIndexOf(sought, StringComparison.Ordinal));
    }

    private static object? StartsWith(Run run, object? self, object?[] args)
    {
        var (text, sought) = (This(run, self), Sought(run, args));
        var from = (int)Math.Clamp(Coerce.ToInteger(run, args.At(1)), 0, text.Length);
        return Coerce.Box(text.AsSpan(from).StartsWith(sought, StringComparison.Ordinal));
    }

    private static object? EndsWith(Run run, object? self, object?[] args)
    {
        var (text, sought) = (This(run, self), Sought(run, args));
        var end = args.At(1) is Undefined ? text.Length : (int)Math.Clamp(Coerce.ToInteger(run, args[1]), 0, text.Length);
        return Coerce.Box(text.AsSpan(0, end).EndsWith(sought, StringComparison.Ordinal));
    }

    private static object? Slice(Run run, object? self, object?[] args)
    {
        var text = This(run, self);
        var (from, to) = (args.Index(run, 0, text.Length, 0), args.Index(run, 1, text.Length, text.Length));
        return from < to ? Made(run, text.AsSpan(from, to - from)) : "";
    }

    private static object? Substring(Run run, object? self, object?[] args)
    {
        var text = This(run, self);
        var from = (int)Math.Clamp(Coerce.ToInteger(run, args.At(0)), 0, text.Length);
        var to = args.At(1) is Undefined ? text.Length : (int)Math.Clamp(Coerce.ToInteger(run, args[1]), 0, text.Length);
        return Made(run, text.AsSpan(Math.Min(from, to), Math.Abs(to - from)));
    }

    private static object? Substr(Run run, object? self, object?[] args)
    {
        var text = This(run, self);
        var from = args.Index(run, 0, text.Length, 0);
        var most = text.Length - from;
        return Made(run, text.AsSpan(from, args.At(1) is Undefined ? most : (int)Math.Clamp(Coerce.ToInteger(run, args[1]), 0, most)));
    }

    private static string Upper(Run run, object? self)
    {
        var text = This(run, self);
        run.AllocateText(text.Length);
        return text.ToUpperInvariant();
    }

    private static string Lower(Run run, object? self)
    {
        var text = This(run, self);
        run.AllocateText(text.Length);
        return text.ToLowerInvariant();
    }

    private static object? Repeat(Run run, object? self, object?[] args)
    {
        var (text, count) = (This(run, self), Coerce.ToInteger(run, args.At(0)));
        if (count < 0 || double.IsInfinity(count))
        {
            throw Errors.Range(run, $"Invalid count value: {Errors.Describe(run, args.At(0))}");
        }

        run.AllocateText(checked((long)Math.Min(count * text.Length, long.MaxValue / 4)));
        return new StringBuilder().Insert(0, text, text.Length == 0 ? 0 : (int)count).ToString();
    }

    private static string Pad(Run run, object? self, object?[] args, bool atStart)
    {
        var (text, length) = (This(run, self), Coerce.ToInteger(run, args.At(0)));
        var filler = args.At(1) is Undefined ? " " : args.Text(run, 1);
        if (length <= text.Length || filler.Length == 0)
        {
            return text;
        }

        run.AllocateText((long)Math.Min(length, long.MaxValue / 4));
        var missing = (int)length - text.Length;
        var padding = new StringBuilder(missing);
        while (padding.Length < missing)
        {
            padding.Append(filler, 0, Math.Min(filler.Length, missing - padding.Length));
        }

        return atStart ? padding.Append(text).ToString() : padding.Insert(0, text).ToString();
    }

    private static object? LocaleCompare(Run run, object? self, object?[] args)
    {
        var (text, other) = (This(run, self), args.Text(run, 0));
        run.Spend((text.Length + other.Length) >> 4);
        return Numbers.Box(Math.Sign(Chinese.Compare(text, other)));
    }

    private static object? Normalize(Run run, object? self, object?[] args)
    {
        var text = This(run, self);
        var form = args.At(0) is Undefined ? "NFC" : args.Text(run, 0);
        run.AllocateText(4L * text.Length);
        var wanted = form switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw Errors.Range(run, "The normalization form should be one of NFC, NFD, NFKC, NFKD."),
        };

        // .NET refuses half of a surrogate pair; such text stays as it is
        return IsWellFormed(text) ? text.Normalize(wanted) : text;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text, i++)))
            {
                return false;
            }
        }

        return true;
    }
}

internal static class StringFunctions
{
    public static readonly BuiltIn Constructor = new("String", 1, (run, _, args) => args.Length == 0 ? "" : args.Text(run, 0))
    {
        Statics = Table.Statics(
            [("prototype", Table.Prototype(StringMethods.All))],
            ("fromCharCode", 1, (run, _, args) => Join(run, args, c => ((char)(ushort)Coerce.ToInt32(run, c)).ToString())),
            ("fromCodePoint", 1, (run, _, args) => Join(run, args, c => FromCodePoint(run, Coerce.ToNumber(run, c))))),
    };

    private static string Join(Run run, object?[] args, Func<object?, string> convert)
    {
        run.Steps(args.Length / 8);
        run.AllocateText(2L * args.Length);
        return string.Concat(args.Select(convert));
    }

    private static string FromCodePoint(Run run, double code)
    {
        if (code < 0 || code > 0x10FFFF || code != Math.Floor(code))
        {
            throw Errors.Range(run, $"Invalid code point {Numbers.ToText(code)}");
        }

        return code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32((int)code);
    }
}
