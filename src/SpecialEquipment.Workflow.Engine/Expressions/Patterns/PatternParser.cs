using System.Globalization;

namespace SpecialEquipment.Workflow.Engine.Expressions.Patterns;

/// <summary>The text of a regular expression to its tree.</summary>
internal sealed class PatternParser(string source, bool isUnicode, bool dotMatchesAll)
{
    private const int MaxDepth = 60;
    private const int Unbounded = int.MaxValue;
    private const int LongestBraces = 40;

    private readonly bool hasNamedGroups = source.Contains("(?<", StringComparison.Ordinal);
    private int at;
    private int depth;

    public int GroupCount { get; private set; }

    public Dictionary<string, int> GroupNames { get; } = new(StringComparer.Ordinal);

    public Term Parse()
    {
        var term = ParseAlternatives();
        return at == source.Length ? term : throw new PatternException("多余的 “)”");
    }

    private char Peek(int ahead = 0) => at + ahead < source.Length ? source[at + ahead] : '\0';

    private bool Take(string text)
    {
        if (string.CompareOrdinal(source, at, text, 0, text.Length) != 0)
        {
            return false;
        }

        at += text.Length;
        return true;
    }

    private Term ParseAlternatives()
    {
        if (++depth > MaxDepth)
        {
            throw new PatternException("嵌套过深");
        }

        var choices = new List<Term> { ParseSequence() };
        while (Take("|"))
        {
            choices.Add(ParseSequence());
        }

        depth--;
        return choices.Count == 1 ? choices[0] : new Alternatives(choices);
    }

    private Sequence ParseSequence()
    {
        var terms = new List<Term>();
        while (at < source.Length && Peek() is not ('|' or ')'))
        {
            var firstGroup = GroupCount + 1;
            var term = ParseTerm();
            terms.Add(ParseQuantifier(term, firstGroup));
        }

        return new Sequence(terms);
    }

    private Term ParseTerm()
    {
        switch (Peek())
        {
            case '^': at++; return new Assertion(Place.Start);
            case '$': at++; return new Assertion(Place.End);
            case '.': at++; return new OneOf(dotMatchesAll ? new CharSet { IsNegated = true } : new CharSet { IsNegated = true }.Add(CharSet.LineBreak, negated: false));
            case '(': return ParseGroup();
            case '[': return new OneOf(ParseSet());
            case '\\': return ParseEscape();
            case '*' or '+' or '?': throw new PatternException($"“{Peek()}” 前面没有可重复的内容");
            case '{' when isUnicode || TryReadBraces(out _, out _, advance: false): throw new PatternException("“{” 前面没有可重复的内容");
            case ']' or '}' when isUnicode: throw new PatternException($"多余的 “{Peek()}”");
            default: return new Letter(ReadCodePoint());
        }
    }

    private Term ParseGroup()
    {
        at++;
        if (Take("?:"))
        {
            return Closed(ParseAlternatives());
        }

        if (Take("?=") || Take("?!"))
        {
            return new Look(NegativeIf('!', out var negative, ParseAlternatives), IsBehind: false, negative);
        }

        if (Take("?<=") || Take("?<!"))
        {
            return new Look(NegativeIf('!', out var negative, ParseAlternatives), IsBehind: true, negative);
        }

        var number = ++GroupCount;
        if (Take("?<"))
        {
            var end = source.IndexOf('>', at);
            if (end <= at || !GroupNames.TryAdd(source[at..end], number))
            {
                throw new PatternException("分组名称不正确或重复");
            }

            at = end + 1;
        }
        else if (Peek() == '?')
        {
            throw new PatternException("无法识别的分组");
        }

        return new Group(Closed(ParseAlternatives()), number);
    }

    private Term NegativeIf(char sign, out bool negative, Func<Term> parse)
    {
        negative = source[at - 1] == sign;
        return Closed(parse());
    }

    private Term Closed(Term inner) => Take(")") ? inner : throw new PatternException("“(” 没有闭合");

    private Term ParseQuantifier(Term term, int firstGroup)
    {
        int min, max;
        switch (Peek())
        {
            case '*': (min, max) = (0, Unbounded); at++; break;
            case '+': (min, max) = (1, Unbounded); at++; break;
            case '?': (min, max) = (0, 1); at++; break;
            case '{' when TryReadBraces(out min, out max, advance: true): break;
            default: return term;
        }

        if (term is Assertion or Look { IsBehind: true } || (term is Look && isUnicode))
        {
            throw new PatternException("断言不能重复");
        }

        if (min > max)
        {
            throw new PatternException("重复次数的范围颠倒");
        }

        return new Repeat(term, min, max, IsLazy: Take("?"), firstGroup, GroupCount + 1);
    }

    private bool TryReadBraces(out int min, out int max, bool advance)
    {
        (min, max) = (0, 0);
        var end = source.AsSpan(at, Math.Min(source.Length - at, LongestBraces)).IndexOf('}') + at;
        if (end < at)
        {
            return false;
        }

        var inside = source.AsSpan(at + 1, end - at - 1);
        var comma = inside.IndexOf(',');
        if (!TryReadCount(comma < 0 ? inside : inside[..comma], out min))
        {
            return false;
        }

        max = min;
        if (comma >= 0 && inside[(comma + 1)..] is var upper)
        {
            max = Unbounded;
            if (upper.Length > 0 && !TryReadCount(upper, out max))
            {
                return false;
            }
        }

        at = advance ? end + 1 : at;
        return true;
    }

    private static bool TryReadCount(ReadOnlySpan<char> text, out int count)
    {
        count = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            count = Math.Min(count * 10 + c - '0', 10_000_000);
        }

        return text.Length > 0;
    }

    private Term ParseEscape()
    {
        at++;
        if (at >= source.Length)
        {
            throw new PatternException("转义不完整");
        }

        switch (Peek())
        {
            case 'b': at++; return new Assertion(Place.WordEdge);
            case 'B': at++; return new Assertion(Place.NotWordEdge);
            case >= '1' and <= '9': return ParseBackReference();
            case 'k' when hasNamedGroups || isUnicode:
                var end = source.IndexOf('>', at);
                if (Peek(1) != '<' || end < 0)
                {
                    throw new PatternException("分组引用不正确");
                }

                var name = source[(at + 2)..end];
                at = end + 1;
                return new BackReference(0, name);
        }

        return TryReadClass() is { } set ? new OneOf(set) : new Letter(ReadEscapedLetter(inSet: false));
    }

    private BackReference ParseBackReference()
    {
        var number = 0;
        while (char.IsAsciiDigit(Peek()) && number < 1000)
        {
            number = number * 10 + source[at++] - '0';
        }

        return new BackReference(number, null);
    }

    /// <summary>Standing on the letter behind a backslash.</summary>
    private CharSet? TryReadClass()
    {
        var c = Peek();
        var set = char.ToLowerInvariant(c) switch { 'd' => CharSet.Digit, 'w' => CharSet.Word, 's' => CharSet.Space, 'p' when isUnicode => ReadProperty(), _ => null };
        if (set is null)
        {
            return null;
        }

        at++;
        return char.IsAsciiLetterUpper(c) ? new CharSet { IsNegated = true }.Add(set, negated: false) : set;
    }

    private CharSet ReadProperty()
    {
        var end = source.IndexOf('}', at);
        if (Peek(1) != '{' || end < 0)
        {
            throw new PatternException("\\p 之后应为 {…}");
        }

        var name = source[(at + 2)..end];
        at = end;
        return CharSet.Property(name) ?? throw new PatternException($"不支持字符类别 {name}");
    }

    private int ReadEscapedLetter(bool inSet)
    {
        var c = source[at++];
        switch (c)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'f': return '\f';
            case 'v': return '\v';
            case 'b' when inSet: return '\b';
            case '0' when !char.IsAsciiDigit(Peek()): return 0;
            case 'c' when char.IsAsciiLetter(Peek()): return source[at++] & 31;
            case 'x' when TryReadHex(2, out var code): return code;
            case 'u' when isUnicode && Peek() == '{' && source.IndexOf('}', at) is var end && end > at:
                if (!int.TryParse(source.AsSpan(at + 1, end - at - 1), NumberStyles.AllowHexSpecifier, null, out var point) || point > 0x10FFFF)
                {
                    throw new PatternException("Unicode 转义不正确");
                }

                at = end + 1;
                return point;
            case 'u' when TryReadHex(4, out var unit):
                return isUnicode && char.IsHighSurrogate((char)unit) && Take("\\u") && TryReadHex(4, out var low) ? char.ConvertToUtf32((char)unit, (char)low) : unit;
            default:
                return isUnicode && (char.IsAsciiLetterOrDigit(c) || c > 127) ? throw new PatternException($"无法识别的转义 \\{c}") : c;
        }
    }

    private bool TryReadHex(int digits, out int code)
    {
        code = 0;
        if (at + digits > source.Length || !int.TryParse(source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, null, out code))
        {
            return false;
        }

        at += digits;
        return true;
    }

    private CharSet ParseSet()
    {
        at++;
        var set = new CharSet { IsNegated = Take("^") };
        while (!Take("]"))
        {
            if (at >= source.Length)
            {
                throw new PatternException("“[” 没有闭合");
            }

            if (set.IsFull)
            {
                throw new PatternException("字符集过大");
            }

            var from = ReadSetItem(set);
            if (Peek() == '-' && at + 1 < source.Length && Peek(1) != ']')
            {
                at++;
                var to = ReadSetItem(set);
                AddRange(set, from, to);
            }
            else if (from >= 0)
            {
                set.Add(from, from);
            }
        }

        return set;
    }

    /// <summary>One letter, or -1 when a class such as \d was added.</summary>
    private int ReadSetItem(CharSet set)
    {
        if (at >= source.Length)
        {
            throw new PatternException("“[” 没有闭合");
        }

        if (Peek() != '\\')
        {
            return ReadCodePoint();
        }

        at++;
        if (at >= source.Length)
        {
            throw new PatternException("转义不完整");
        }

        if (TryReadClass() is not { } known)
        {
            return ReadEscapedLetter(inSet: true);
        }

        set.Add(known, negated: false);
        return -1;
    }

    private static void AddRange(CharSet set, int from, int to)
    {
        if (from > to && to >= 0)
        {
            throw new PatternException("字符范围颠倒");
        }

        if (from >= 0 && to >= 0)
        {
            set.Add(from, to);
            return;
        }

        // beside a class the dash is a letter
        set.Add('-', '-');
        if (Math.Max(from, to) is var letter and >= 0)
        {
            set.Add(letter, letter);
        }
    }

    private int ReadCodePoint()
    {
        var pair = isUnicode && char.IsHighSurrogate(Peek()) && char.IsLowSurrogate(Peek(1));
        var code = pair ? char.ConvertToUtf32(source, at) : source[at];
        at += pair ? 2 : 1;
        return code;
    }
}
