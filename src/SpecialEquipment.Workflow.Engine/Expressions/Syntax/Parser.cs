using System.Runtime.CompilerServices;
using SpecialEquipment.Workflow.Engine.Expressions.Nodes;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

/// <summary>A parsed program, ready to run.</summary>
internal sealed record ParsedProgram(FunctionCode Code, IReadOnlyList<ScriptName> FreeNames);

/// <summary>
/// Tokens to tree by recursive descent. The lexer has paired the brackets, so that <c>(…) =></c> and <c>[…] =</c> are recognised by looking behind the
/// closing one. Depth is limited here (parsing recurses) and in <see cref="Piece"/> (running recurses).
/// </summary>
internal sealed partial class Parser
{
    private const int MaxDepth = 120;

    private readonly List<Token> tokens;
    private readonly List<Name> names = [];
    private readonly List<(FunctionCode Code, Scope Scope)> functions = [];
    private readonly Stack<List<string>> labels = new();
    private Scope scope = new(null, isFunction: true);
    private int at;
    private int depth;
    private int loops;
    private int switches;

    private Parser(string source) => tokens = Lexer.Read(source);

    public static ParsedProgram Parse(string source)
    {
        var parser = new Parser(source);
        var code = new FunctionCode("", isArrow: false);
        parser.labels.Push([]);
        var body = new List<Statement>();
        while (parser.Current.Kind != TokenKind.End)
        {
            body.Add(parser.ParseStatement());
        }

        code.Body = [.. body];
        code.Declarations = parser.scope.Close();
        code.SlotCount = parser.scope.SlotCount;
        foreach (var (function, scope) in parser.functions)
        {
            function.Captures = scope.Captures;
        }

        return new ParsedProgram(code, parser.FreeNames());
    }

    private Token Current => tokens[at];

    private Token Next => tokens[Math.Min(at + 1, tokens.Count - 1)];

    private Token Take() => tokens[at++];

    private bool TakeMark(string mark)
    {
        if (!Current.IsMark(mark))
        {
            return false;
        }

        at++;
        return true;
    }

    private bool TakeName(string name)
    {
        if (!Current.IsName(name))
        {
            return false;
        }

        at++;
        return true;
    }

    private Token Expect(string mark) => Current.IsMark(mark) ? Take() : throw Fail(Current, $"此处应为 “{mark}”，实际为{Show(Current)}");

    /// <summary>The token behind the bracket that closes the current one.</summary>
    private Token BehindClosing => Current.Closing >= 0 ? tokens[Math.Min(Current.Closing + 1, tokens.Count - 1)] : tokens[^1];

    private string ExpectIdentifier()
    {
        if (Current.Kind != TokenKind.Name)
        {
            throw Fail(Current, $"此处应为名称，实际为{Show(Current)}");
        }

        if (Words.Reserved.Contains(Current.Text))
        {
            throw Fail(Current, $"“{Current.Text}” 是保留字，不能用作名称");
        }

        return Take().Text;
    }

    /// <summary>A semicolon, or the places where JavaScript lets it go unwritten.</summary>
    private void EndStatement()
    {
        if (!TakeMark(";") && !Current.IsMark("}") && Current.Kind != TokenKind.End && !Current.AfterLineBreak)
        {
            throw Fail(Current, $"语句应在此结束，实际为{Show(Current)}");
        }
    }

    private T Nested<T>(Func<T> parse)
    {
        if (++depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Fail(Current, "嵌套过深");
        }

        var result = parse();
        depth--;
        return result;
    }

    private Scope Open(bool isFunction = false) => scope = new Scope(scope, isFunction);

    private Declarations Close()
    {
        var declarations = scope.Close();
        scope = scope.Parent!;
        return declarations;
    }

    private Name Use(Token token)
    {
        var name = new Name(token.At, token.Text);
        names.Add(name);
        scope.Use(name);
        return name;
    }

    private List<ScriptName> FreeNames()
    {
        var free = new List<ScriptName>();
        foreach (var name in names.Where(n => n.IsFree))
        {
            var plain = new ScriptName(name.Text, null, name.At.Line, name.At.Column) { IsTested = name.IsTested, IsWritten = name.IsWritten };
            if (name.Uses is null)
            {
                free.Add(plain);
            }
            else
            {
                free.AddRange(name.Uses);
            }
        }

        return free;
    }

    private static void AddUse(Node root, string? path = null, string? argument = null)
    {
        if (root is Name name)
        {
            (name.Uses ??= []).Add(new ScriptName(name.Text, path, name.At.Line, name.At.Column) { Argument = argument });
        }
    }

    private static ScriptSyntaxException Fail(Token token, string message) => new(token.At.Line, token.At.Column, message);

    private static string Show(Token token) => token.Kind switch
    {
        TokenKind.End => "脚本结尾",
        TokenKind.Text => "字符串",
        TokenKind.Template => "模板字符串",
        TokenKind.Pattern => "正则表达式",
        _ => $" “{token.Text}”",
    };
}
