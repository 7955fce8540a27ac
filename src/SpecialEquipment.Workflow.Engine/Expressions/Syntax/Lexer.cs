using System.Globalization;
using System.Text;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

/// <summary>
/// Source to tokens, in one pass before parsing. Two things need memory of what came before: a slash (division or regular expression) looks at the token
/// before it, and a closing brace may end a <c>${…}</c>; the stack of open brackets answers both and also pairs the brackets for the parser.
/// </summary>
internal sealed partial class Lexer
{
    /// <summary>Far beyond what is written by hand in a designer; keeps the parser's memory small.</summary>
    private const int MaxLength = 64 * 1024;

    private const char TemplateHole = '`';

    private readonly string source;
    private readonly List<Token> tokens = [];
    private readonly Stack<(char Bracket, int Token, bool ControlsStatement, Position At)> open = new();
    private int at;
    private int line = 1;
    private int lineStart;
    private bool lineBreak;
    private bool closedControl;

    private Lexer(string source) => this.source = source;

    public static List<Token> Read(string source)
    {
        if (source.Length > MaxLength)
        {
            throw new ScriptSyntaxException(1, 1, $"脚本过长，最多 {MaxLength} 个字符");
        }

        var lexer = new Lexer(source);
        while (lexer.SkipBlank())
        {
            lexer.ReadToken();
        }

        if (lexer.open.TryPeek(out var unclosed))
        {
            throw Fail(unclosed.At, unclosed.Bracket == TemplateHole ? "“${” 没有闭合" : $"“{unclosed.Bracket}” 没有闭合");
        }

        lexer.tokens.Add(new Token(TokenKind.End, "", lexer.Here) { AfterLineBreak = true });
        return lexer.tokens;
    }

    private Position Here => new(line, at - lineStart + 1);

    private char Peek(int ahead = 0) => at + ahead < source.Length ? source[at + ahead] : '\0';

    private void Add(TokenKind kind, string text, Position where) => Add(new Token(kind, text, where) { AfterLineBreak = lineBreak });

    private void Add(Token token)
    {
        tokens.Add(token);
        lineBreak = false;
    }

    private void ReadToken()
    {
        var c = source[at];
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
        }
        else if (c is '"' or '\'')
        {
            ReadText(c);
        }
        else if (c == '`')
        {
            at++;
            ReadTemplatePiece(new Position(line, at - lineStart), isFirst: true);
        }
        else if (c == '/' && PatternMayStart())
        {
            ReadPattern();
        }
        else if (IsNameStart())
        {
            ReadName();
        }
        else
        {
            ReadMark();
        }
    }

    private void ReadName()
    {
        var (where, start) = (Here, at);
        do
        {
            at += char.IsHighSurrogate(source[at]) ? 2 : 1;
        }
        while (at < source.Length && IsNamePart());
        Add(TokenKind.Name, source[start..at], where);
    }

    private void ReadMark()
    {
        var mark = Array.Find(Words.Marks, m => string.CompareOrdinal(source, at, m, 0, m.Length) == 0);
        if (mark is null)
        {
            throw Fail(Here, source[at] is '“' or '”' or '‘' or '’' or '，' or '；' or '（' or '）'
                ? $"“{source[at]}” 是中文标点，应使用英文标点"
                : $"无法识别的字符 “{new Rune(char.IsSurrogate(source[at]) ? 0xFFFD : source[at])}”");
        }

        if (mark == "?." && char.IsAsciiDigit(Peek(2)))
        {
            mark = "?";
        }

        var where = Here;
        var continuesTemplate = mark == "}" && open.TryPeek(out var top) && top.Bracket == TemplateHole;
        closedControl = false;
        Pair(mark, where);
        at += mark.Length;
        if (continuesTemplate)
        {
            ReadTemplatePiece(where, isFirst: false);
        }
        else
        {
            Add(TokenKind.Mark, mark, where);
        }
    }

    private void Pair(string mark, Position where)
    {
        if (mark is "(" or "[" or "{")
        {
            var controls = mark == "(" && tokens.Count > 0 && tokens[^1].Kind == TokenKind.Name && tokens[^1].Text is "if" or "while" or "for";
            open.Push((mark[0], tokens.Count, controls, where));
        }
        else if (mark is ")" or "]" or "}")
        {
            var wanted = mark switch { ")" => '(', "]" => '[', _ => '{' };
            if (!open.TryPop(out var opening) || (opening.Bracket != wanted && !(opening.Bracket == TemplateHole && mark == "}")))
            {
                throw Fail(where, $"多余的 “{mark}”");
            }

            closedControl = opening.ControlsStatement;
            if (opening.Bracket != TemplateHole)
            {
                tokens[opening.Token].Closing = tokens.Count;
            }
        }
    }

    /// <summary>False at the end of the source.</summary>
    private bool SkipBlank()
    {
        while (at < source.Length)
        {
            var c = source[at];
            if (c is '\n' or '\u2028' or '\u2029' || (c == '\r' && Peek(1) != '\n'))
            {
                at++;
                NewLine();
            }
            else if (c == '\uFEFF' || char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '/' && Peek(1) == '/')
            {
                at = source.AsSpan(at).IndexOfAny("\n\r\u2028\u2029") is var end and >= 0 ? at + end : source.Length;
            }
            else if (c == '/' && Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipBlockComment()
    {
        var where = Here;
        var end = source.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Fail(where, "注释没有结束，缺少 “*/”");
        }

        for (at += 2; at < end;)
        {
            if (source[at++] is '\n')
            {
                NewLine();
            }
        }

        at = end + 2;
    }

    private void NewLine()
    {
        line++;
        lineStart = at;
        lineBreak = true;
    }

    private bool PatternMayStart()
    {
        if (tokens.Count == 0)
        {
            return true;
        }

        var last = tokens[^1];
        return last.Kind switch
        {
            TokenKind.Mark => last.Text switch
            {
                ")" => closedControl,
                "]" or "}" or "++" or "--" => false,
                _ => true,
            },
            TokenKind.Template => !last.IsLast,
            TokenKind.Name => Words.BeforeExpression.Contains(last.Text) && !(tokens.Count > 1 && tokens[^2].Text is "." or "?."),
            _ => false,
        };
    }

    private bool IsNameStart() => source[at] is '$' or '_' || Category() is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private bool IsNamePart() => IsNameStart() || source[at] is '\u200C' or '\u200D' || Category() is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private UnicodeCategory Category() => CharUnicodeInfo.GetUnicodeCategory(source, at);

    private static ScriptSyntaxException Fail(Position where, string message) => new(where.Line, where.Column, message);
}
