using SpecialEquipment.Workflow.Engine.Expressions.Nodes;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

internal sealed partial class Parser
{
    private Node ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return new Constant(token.At, Numbers.Box(token.Number));
            case TokenKind.Text:
                at++;
                return new Constant(token.At, token.Text);
            case TokenKind.Template when token.IsFirst:
                return ParseTemplate();
            case TokenKind.Pattern:
                at++;
                return new PatternLiteral(token.At, CompilePattern(token));
            case TokenKind.Name:
                return ParseWord();
            case TokenKind.Mark when token.Text == "(":
                at++;
                var inner = WithIn(true, ParseExpression);
                Expect(")");
                bare.Remove(inner);
                return inner;
            case TokenKind.Mark when token.Text == "[":
                at++;
                return new ArrayLiteral(token.At, ParseItems("]", allowsGaps: true));
            case TokenKind.Mark when token.Text == "{":
                return ParseObject();
            default:
                throw Fail(token, token.Kind == TokenKind.End ? "脚本不完整" : $"意外的{Show(token).TrimStart()}");
        }
    }

    private Node ParseWord()
    {
        var token = Current;
        switch (token.Text)
        {
            case "null": at++; return new Constant(token.At, null);
            case "true": at++; return new Constant(token.At, Coerce.True);
            case "false": at++; return new Constant(token.At, Coerce.False);
            case "this": at++; return new Self(token.At);
            case "function": return ParseFunctionExpression();
            case "class" or "super" or "import": throw Fail(token, $"不支持 {token.Text}");
            case "async" when Next.IsName("function") && !Next.AfterLineBreak: throw Fail(token, "不支持异步函数");
        }

        if (Words.Reserved.Contains(token.Text))
        {
            throw Fail(token, $"意外的 “{token.Text}”");
        }

        at++;
        return Use(token);
    }

    private Node ParseTemplate()
    {
        var where = Current.At;
        var (texts, holes) = (new List<string> { Current.Text }, new List<Node>());
        while (!Take().IsLast)
        {
            holes.Add(WithIn(true, ParseExpression));
            if (Current.Kind != TokenKind.Template || Current.IsFirst)
            {
                throw Fail(Current, $"此处应为 “}}”，实际为{Show(Current)}");
            }

            texts.Add(Current.Text);
        }

        return holes.Count == 0 ? new Constant(where, texts[0]) : new Template(where, [.. texts], [.. holes]);
    }

    private static Patterns.Pattern CompilePattern(Token token)
    {
        try
        {
            return Patterns.Pattern.Compile(token.Text, token.Flags);
        }
        catch (Patterns.PatternException e)
        {
            throw Fail(token, $"正则表达式不正确：{e.Message}");
        }
    }

    private ObjectLiteral ParseObject()
    {
        var where = Expect("{").At;
        var members = new List<Member>();
        while (!TakeMark("}"))
        {
            members.Add(ParseMember());
            if (!TakeMark(",") && !Current.IsMark("}"))
            {
                throw Fail(Current, $"此处应为 “,” 或 “}}”，实际为{Show(Current)}");
            }
        }

        return new ObjectLiteral(where, [.. members]);
    }

    private Member ParseMember()
    {
        var token = Current;
        if (TakeMark("..."))
        {
            return new Member(token.At, null, null, WithIn(true, ParseAssignment));
        }

        if (token.Kind == TokenKind.Name && token.Text is "get" or "set" or "async" && Next.Kind is TokenKind.Name or TokenKind.Text or TokenKind.Number)
        {
            throw Fail(token, $"不支持 {token.Text} 成员");
        }

        var (name, key) = ParseMemberName();
        if (Current.IsMark("("))
        {
            var method = ParseFunctionRest(token.At, name ?? "", isArrow: false, ownName: false);
            return new Member(token.At, name, key, method);
        }

        if (TakeMark(":"))
        {
            var value = WithIn(true, ParseAssignment);
            NameFunction(value, name);
            return new Member(token.At, name, key, value);
        }

        return token.Kind == TokenKind.Name && !Words.Reserved.Contains(token.Text)
            ? new Member(token.At, name, key, Use(token))
            : throw Fail(Current, $"此处应为 “:”，实际为{Show(Current)}");
    }

    /// <summary>A name as written, or the expression between brackets.</summary>
    private (string? Name, Node? Key) ParseMemberName()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Name or TokenKind.Text:
                return (token.Text, null);
            case TokenKind.Number:
                return (Numbers.ToText(token.Number), null);
            case TokenKind.Mark when token.Text == "[":
                var key = WithIn(true, ParseAssignment);
                Expect("]");
                return (null, key);
            default:
                at--;
                throw Fail(token, $"此处应为成员名，实际为{Show(token)}");
        }
    }
}
