using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions.Patterns;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary>match, replace, split: text methods that take a regular expression.</summary>
internal static partial class StringMethods
{
    private static (string Name, int Length, BuiltInCode Code)[] PatternMethods =>
    [
        ("match", 1, Match), ("matchAll", 1, MatchAll), ("search", 1, Search), ("split", 2, Split),
        ("replace", 2, (run, self, args) => Replace(run, self, args, all: false)),
        ("replaceAll", 2, (run, self, args) => Replace(run, self, args, all: true)),
    ];

    private static JsRegExp Pattern(Run run, object? value, string flags) =>
        value as JsRegExp ?? RegExpFunctions.Compile(run, value is Undefined ? "(?:)" : Coerce.ToText(run, value), flags);

    private static object? Match(Run run, object? self, object?[] args)
    {
        var (text, pattern) = (This(run, self), Pattern(run, args.At(0), ""));
        if (!pattern.Pattern.IsGlobal)
        {
            return RegExpFunctions.Execute(run, pattern, text) is { } one ? RegExpFunctions.Result(run, pattern, text, one) : null;
        }

        var found = new JsArray();
        foreach (var match in RegExpFunctions.All(run, pattern.Pattern, text))
        {
            found.Add(run, Made(run, text.AsSpan(match[0], match[1] - match[0])));
        }

        pattern.LastIndex = 0;
        return found.Items.Count == 0 ? null : found;
    }

    private static object? MatchAll(Run run, object? self, object?[] args)
    {
        var (text, pattern) = (This(run, self), Pattern(run, args.At(0), "g"));
        if (!pattern.Pattern.IsGlobal)
        {
            throw Errors.Type(run, "String.prototype.matchAll called with a non-global RegExp argument");
        }

        var found = new JsArray();
        foreach (var match in RegExpFunctions.All(run, pattern.Pattern, text))
        {
            found.Add(run, RegExpFunctions.Result(run, pattern, text, match));
        }

        return found;
    }

    private static object? Search(Run run, object? self, object?[] args)
    {
        var (text, pattern) = (This(run, self), Pattern(run, args.At(0), ""));
        return Numbers.Box(PatternMatch.Find(run, pattern.Pattern, text, 0) is { } match ? match[0] : -1);
    }

    private static object? Split(Run run, object? self, object?[] args)
    {
        var text = This(run, self);
        var limit = args.At(1) is Undefined ? uint.MaxValue : (uint)Coerce.ToInt32(run, args[1]);
        var parts = new JsArray();
        if (args.At(0) is Undefined)
        {
            parts.Add(run, text);
        }
        else if (args[0] is JsRegExp pattern)
        {
            SplitByPattern(run, pattern.Pattern, text, parts);
        }
        else
        {
            SplitByText(run, args.Text(run, 0), text, parts);
        }

        if (parts.Items.Count > limit)
        {
            parts.Items.RemoveRange((int)limit, parts.Items.Count - (int)limit);
        }

        return parts;
    }

    private static void SplitByText(Run run, string separator, string text, JsArray parts)
    {
        if (separator.Length == 0)
        {
            foreach (var c in text)
            {
                run.Spend(1);
                parts.Add(run, Property.Letter(c));
            }

            return;
        }

        var from = 0;
        for (int at; (at = text.IndexOf(separator, from, StringComparison.Ordinal)) >= 0; from = at + separator.Length)
        {
            run.Spend(1);
            parts.Add(run, Made(run, text.AsSpan(from, at - from)));
        }

        parts.Add(run, Made(run, text.AsSpan(from)));
    }

    private static void SplitByPattern(Run run, Pattern pattern, string text, JsArray parts)
    {
        var from = 0;
        foreach (var match in RegExpFunctions.All(run, pattern, text))
        {
            // neither before the first letter nor behind the last does an empty match split
            if (match[1] == match[0] && (match[0] == from || match[0] >= text.Length))
            {
                if (text.Length == 0)
                {
                    return;
                }

                continue;
            }

            parts.Add(run, Made(run, text.AsSpan(from, match[0] - from)));
            for (var group = 1; group < pattern.GroupCount; group++)
            {
                parts.Add(run, RegExpFunctions.Group(run, text, match, group));
            }

            from = match[1];
        }

        parts.Add(run, Made(run, text.AsSpan(from)));
    }

    private static string Replace(Run run, object? self, object?[] args, bool all)
    {
        var text = This(run, self);
        var matches = args.At(0) is JsRegExp pattern ? Matches(run, text, pattern, all) : Matches(run, text, args.Text(run, 0), all);
        var made = new StringBuilder();
        var from = 0;
        var replacement = args.At(1) is JsFunction ? null : args.Text(run, 1);
        foreach (var match in matches)
        {
            made.Append(text, from, match[0] - from);
            var piece = replacement is null ? Computed(run, text, args, match) : Expanded(run, text, replacement, args.At(0) as JsRegExp, match);
            run.Allocate(2L * (piece.Length + match[0] - from));
            made.Append(piece);
            from = match[1];
        }

        run.AllocateText(made.Length + text.Length - from);
        return made.Append(text, from, text.Length - from).ToString();
    }

    private static IEnumerable<int[]> Matches(Run run, string text, JsRegExp pattern, bool all)
    {
        if (all && !pattern.Pattern.IsGlobal)
        {
            throw Errors.Type(run, "replaceAll must be called with a global RegExp");
        }

        if (pattern.Pattern.IsGlobal)
        {
            pattern.LastIndex = 0;
            return RegExpFunctions.All(run, pattern.Pattern, text);
        }

        return RegExpFunctions.Execute(run, pattern, text) is { } match ? [match] : [];
    }

    private static IEnumerable<int[]> Matches(Run run, string text, string sought, bool all)
    {
        for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0;)
        {
            run.Step();
            yield return [at, at + sought.Length];
            var next = at + Math.Max(sought.Length, 1);
            at = all && next <= text.Length ? text.IndexOf(sought, next, StringComparison.Ordinal) : -1;
        }
    }

    private static string Computed(Run run, string text, object?[] args, int[] match)
    {
        var pattern = (args[0] as JsRegExp)?.Pattern;
        var arguments = new List<object?>();
        for (var group = 0; group < (pattern?.GroupCount ?? 1); group++)
        {
            arguments.Add(RegExpFunctions.Group(run, text, match, group));
        }

        arguments.Add(Numbers.Box(match[0]));
        arguments.Add(text);
        if (pattern?.GroupNames.Count > 0)
        {
            arguments.Add(RegExpFunctions.NamedGroups(run, pattern, text, match));
        }

        return Coerce.ToText(run, args.Function(run, 1).Call(run, Undefined.Value, [.. arguments]));
    }

    /// <summary>$1, $&amp;, $&lt;name&gt; and their kind.</summary>
    private static string Expanded(Run run, string text, string replacement, JsRegExp? pattern, int[] match)
    {
        if (!replacement.Contains('$'))
        {
            return replacement;
        }

        var made = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            var next = i + 1 < replacement.Length && replacement[i] == '$' ? replacement[i + 1] : '\0';
            var (piece, used) = next switch
            {
                '$' => ("$", 2),
                '&' => (text[match[0]..match[1]], 2),
                '`' => (text[..match[0]], 2),
                '\'' => (text[match[1]..], 2),
                >= '0' and <= '9' => Numbered(run, text, replacement, i, pattern, match),
                '<' when pattern?.Pattern.GroupNames.Count > 0 && replacement.IndexOf('>', i) is var end and > 0 => (Named(run, text, replacement[(i + 2)..end], pattern, match), end - i + 1),
                _ => (replacement[i].ToString(), 1),
            };
            run.Allocate(2L * piece.Length + 16);
            made.Append(piece);
            i += used - 1;
        }

        return made.ToString();
    }

    private static (string Text, int Used) Numbered(Run run, string text, string replacement, int at, JsRegExp? pattern, int[] match)
    {
        var groups = pattern?.Pattern.GroupCount ?? 1;
        var one = replacement[at + 1] - '0';
        var two = at + 2 < replacement.Length && char.IsAsciiDigit(replacement[at + 2]) ? one * 10 + replacement[at + 2] - '0' : 0;
        var (number, used) = two > 0 && two < groups ? (two, 3) : (one, 2);
        return number > 0 && number < groups ? (RegExpFunctions.Group(run, text, match, number) as string ?? "", used) : ("$", 1);
    }

    private static string Named(Run run, string text, string name, JsRegExp pattern, int[] match) =>
        pattern.Pattern.GroupNames.TryGetValue(name, out var number) ? RegExpFunctions.Group(run, text, match, number) as string ?? "" : "";
}
