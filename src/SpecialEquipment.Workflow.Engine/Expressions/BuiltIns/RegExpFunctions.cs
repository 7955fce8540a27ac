using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.Patterns;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

internal static class RegExpFunctions
{
    public static readonly FrozenDictionary<string, BuiltIn> Methods = Table.Methods(
        ("test", 1, (run, self, args) => Coerce.Box(Execute(run, This(run, self), args.Text(run, 0)) is not null)),
        ("exec", 1, Exec),
        ("toString", 0, (run, self, _) => This(run, self).ToString()));

    public static readonly BuiltIn Constructor = new("RegExp", 2, Make, Make);

    /// <summary>With the lastIndex rules of global and sticky expressions.</summary>
    public static int[]? Execute(Run run, JsRegExp pattern, string text)
    {
        var remembers = pattern.Pattern.IsGlobal || pattern.Pattern.IsSticky;
        var start = remembers ? pattern.LastIndex : 0;
        var match = start > text.Length ? null : PatternMatch.Find(run, pattern.Pattern, text, (int)start);
        if (remembers)
        {
            pattern.LastIndex = match?[1] ?? 0;
        }

        return match;
    }

    public static IEnumerable<int[]> All(Run run, Pattern pattern, string text)
    {
        for (var at = 0; at <= text.Length;)
        {
            run.Step();
            if (PatternMatch.Find(run, pattern, text, at) is not { } match)
            {
                yield break;
            }

            yield return match;
            at = match[1] > match[0] ? match[1]
                : pattern.IsUnicode && match[1] + 1 < text.Length && char.IsSurrogatePair(text, match[1]) ? match[1] + 2
                : match[1] + 1;
        }
    }

    public static object? Group(Run run, string text, int[] match, int group)
    {
        var (from, to) = (match[2 * group], match[2 * group + 1]);
        if (from < 0 || to < 0)
        {
            return Undefined.Value;
        }

        run.AllocateText(to - from);
        return text[from..to];
    }

    public static JsObject NamedGroups(Run run, Pattern pattern, string text, int[] match)
    {
        var groups = new JsObject();
        foreach (var (name, number) in pattern.GroupNames)
        {
            groups.Set(run, name, Group(run, text, match, number));
        }

        return groups;
    }

    public static JsArray Result(Run run, JsRegExp pattern, string text, int[] match)
    {
        var result = new JsArray();
        for (var group = 0; group < pattern.Pattern.GroupCount; group++)
        {
            result.Add(run, Group(run, text, match, group));
        }

        result.Set(run, "index", Numbers.Box(match[0]));
        result.Set(run, "input", text);
        result.Set(run, "groups", pattern.Pattern.GroupNames.Count == 0 ? Undefined.Value : NamedGroups(run, pattern.Pattern, text, match));
        return result;
    }

    public static JsRegExp Compile(Run run, string source, string flags)
    {
        // compiling costs far more than reading, and unrolled repetitions take memory
        run.Steps(16 + source.Length);
        try
        {
            var pattern = Pattern.Compile(source, flags);
            run.Allocate(40L * pattern.Code.Length);
            return new JsRegExp(pattern);
        }
        catch (PatternException)
        {
            throw Errors.Syntax(run, $"Invalid regular expression: /{(source.Length > 100 ? source[..100] + "…" : source)}/{flags}");
        }
    }

    private static JsRegExp This(Run run, object? self) => self as JsRegExp ?? throw Errors.Type(run, "RegExp method called on an object that is not a RegExp");

    private static object? Exec(Run run, object? self, object?[] args)
    {
        var (pattern, text) = (This(run, self), args.Text(run, 0));
        return Execute(run, pattern, text) is { } match ? Result(run, pattern, text, match) : null;
    }

    private static object? Make(Run run, object? self, object?[] args)
    {
        var (source, flags) = args.At(0) is JsRegExp other ? (other.Pattern.Source, other.Pattern.Flags) : (args.At(0) is Undefined ? "(?:)" : args.Text(run, 0), "");
        return Compile(run, source.Length == 0 ? "(?:)" : source, args.At(1) is Undefined ? flags : args.Text(run, 1));
    }
}
