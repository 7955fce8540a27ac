using System.Globalization;
using System.Text;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

/// <summary>Numbers, strings, template pieces and regular expressions.</summary>
internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        var (where, start) = (Here, at);
        var radix = Peek() != '0' ? 10 : char.ToLowerInvariant(Peek(1)) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        double value;
        if (radix != 10)
        {
            at += 2;
            value = ReadDigits(radix, where);
        }
        else
        {
            SkipDigits(where);
            if (Peek() == '.')
            {
                at++;
                SkipDigits(where);
            }

            if (Peek() is 'e' or 'E')
            {
                at += Peek(1) is '+' or '-' ? 2 : 1;
                SkipDigits(where, atLeastOne: true);
            }

            var text = source[start..at].Replace("_", "", StringComparison.Ordinal);
            if (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]))
            {
                throw Fail(where, "数字不能以 0 开头");
            }

            value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (Peek() == 'n')
        {
            throw Fail(where, "不支持 BigInt");
        }

        if (at < source.Length && (IsNamePart() || Peek() == '\\'))
        {
            throw Fail(Here, "数字后面不能直接跟名称");
        }

        Add(new Token(TokenKind.Number, source[start..at], where) { Number = value, AfterLineBreak = lineBreak });
    }

    private void SkipDigits(Position where, bool atLeastOne = false)
    {
        var start = at;
        while (char.IsAsciiDigit(Peek()) || (Peek() == '_' && at > start && char.IsAsciiDigit(Peek(1))))
        {
            at++;
        }

        if (atLeastOne && at == start)
        {
            throw Fail(where, "数字不完整");
        }
    }

    private double ReadDigits(int radix, Position where)
    {
        var (value, start) = (0.0, at);
        for (; at < source.Length; at++)
        {
            if (Peek() == '_' && at > start)
            {
                continue;
            }

            var digit = char.IsAsciiHexDigit(Peek()) ? Convert.ToInt32(Peek().ToString(), 16) : radix;
            if (digit >= radix)
            {
                break;
            }

            value = value * radix + digit;
        }

        return at > start ? value : throw Fail(where, "数字不完整");
    }

    private void ReadText(char quote)
    {
        var where = Here;
        var text = new StringBuilder();
        for (at++; Peek() != quote || at >= source.Length;)
        {
            if (at >= source.Length || Peek() is '\n' or '\r')
            {
                throw Fail(where, "字符串没有结束");
            }

            ReadCharacter(text);
        }

        at++;
        Add(TokenKind.Text, text.ToString(), where);
    }

    private void ReadTemplatePiece(Position where, bool isFirst)
    {
        var text = new StringBuilder();
        while (at < source.Length && Peek() != '`' && !(Peek() == '$' && Peek(1) == '{'))
        {
            if (Peek() is '\n' or '\r')
            {
                at += Peek() == '\r' && Peek(1) == '\n' ? 2 : 1;
                text.Append('\n');
                line++;
                lineStart = at;
            }
            else
            {
                ReadCharacter(text);
            }
        }

        if (at >= source.Length)
        {
            throw Fail(where, "模板字符串没有结束，缺少 “`”");
        }

        var isLast = Peek() == '`';
        at += isLast ? 1 : 2;
        if (!isLast)
        {
            open.Push((TemplateHole, tokens.Count, false, new Position(line, at - lineStart - 1)));
        }

        Add(new Token(TokenKind.Template, text.ToString(), where) { IsFirst = isFirst, IsLast = isLast, AfterLineBreak = lineBreak });
    }

    private void ReadCharacter(StringBuilder text)
    {
        var c = source[at++];
        if (c != '\\')
        {
            text.Append(c);
            return;
        }

        var where = new Position(line, at - lineStart);
        switch (at < source.Length ? source[at++] : throw Fail(where, "转义不完整"))
        {
            case 'n': text.Append('\n'); break;
            case 't': text.Append('\t'); break;
            case 'r': text.Append('\r'); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'v': text.Append('\v'); break;
            case '0' when !char.IsAsciiDigit(Peek()): text.Append('\0'); break;
            case >= '0' and <= '9': throw Fail(where, "不支持八进制转义");
            case 'x': text.Append((char)ReadHex(2, where)); break;
            case 'u': ReadUnicodeEscape(text, where); break;
            case '\r':
                at += Peek() == '\n' ? 1 : 0;
                ContinueLine();
                break;
            case '\n' or '\u2028' or '\u2029': ContinueLine(); break;
            case var other: text.Append(other); break;
        }
    }

    private void ContinueLine()
    {
        line++;
        lineStart = at;
    }

    private void ReadUnicodeEscape(StringBuilder text, Position where)
    {
        if (Peek() != '{')
        {
            text.Append((char)ReadHex(4, where));
            return;
        }

        var end = source.IndexOf('}', at);
        if (end < 0 || end - at > 9 || !int.TryParse(source.AsSpan(at + 1, end - at - 1), NumberStyles.AllowHexSpecifier, null, out var code) || code > 0x10FFFF)
        {
            throw Fail(where, "Unicode 转义不正确");
        }

        at = end + 1;
        text.Append(code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
    }

    private int ReadHex(int digits, Position where)
    {
        if (at + digits > source.Length || !int.TryParse(source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, null, out var code))
        {
            throw Fail(where, "转义不正确");
        }

        at += digits;
        return code;
    }

    private void ReadPattern()
    {
        var (where, start, inSet) = (Here, ++at, false);
        for (; Peek() != '/' || inSet || at >= source.Length; at++)
        {
            if (at >= source.Length || Peek() is '\n' or '\r')
            {
                throw Fail(where, "正则表达式没有结束，缺少 “/”");
            }

            if (Peek() == '\\')
            {
                at++;
                if (at >= source.Length || Peek() is '\n' or '\r')
                {
                    throw Fail(where, "正则表达式没有结束，缺少 “/”");
                }
            }
            else
            {
                inSet = Peek() == '[' || (inSet && Peek() != ']');
            }
        }

        var body = source[start..at++];
        var flags = at;
        while (char.IsAsciiLetter(Peek()))
        {
            at++;
        }

        Add(new Token(TokenKind.Pattern, body, where) { Flags = source[flags..at], AfterLineBreak = lineBreak });
    }
}
