namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

internal enum TokenKind
{
    End,
    Name,
    Number,
    Text,
    Mark,
    /// <summary>A piece of template text; more pieces follow until one that <see cref="Token.IsLast"/>.</summary>
    Template,
    Pattern,
}

/// <summary>Where something stands in the source; both count from 1.</summary>
internal readonly record struct Position(int Line, int Column);

internal sealed class Token(TokenKind kind, string text, Position at)
{
    public TokenKind Kind { get; } = kind;

    /// <summary>Names and marks as written; strings and template pieces decoded; the body of a regular expression.</summary>
    public string Text { get; } = text;

    public Position At { get; } = at;

    public double Number { get; init; }

    /// <summary>The letters behind a regular expression.</summary>
    public string Flags { get; init; } = "";

    public bool IsFirst { get; init; }

    public bool IsLast { get; init; }

    public bool AfterLineBreak { get; init; }

    /// <summary>For an opening bracket: the index of the token that closes it.</summary>
    public int Closing { get; set; } = -1;

    public bool IsMark(string mark) => Kind == TokenKind.Mark && Text == mark;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;
}

internal static class Words
{
    /// <summary>Words that can never name a variable.</summary>
    public static readonly HashSet<string> Reserved =
    [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false",
        "finally", "for", "function", "if", "import", "in", "instanceof", "let", "new", "null", "return", "super", "switch", "this", "throw", "true",
        "try", "typeof", "var", "void", "while", "with", "yield", "await",
    ];

    /// <summary>Words after which a slash begins a regular expression.</summary>
    public static readonly HashSet<string> BeforeExpression =
    [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof",
    ];

    /// <summary>Longest first, so that the first match is the token.</summary>
    public static readonly string[] Marks =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=",
        "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
        "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".",
    ];
}
