using SpecialEquipment.Workflow.Engine.Expressions.Nodes;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

internal sealed partial class Parser
{
    private Statement ParseStatement() => Nested(ParseOneStatement);

    private Statement ParseOneStatement()
    {
        var token = Current;
        if (token.Kind == TokenKind.Mark)
        {
            switch (token.Text)
            {
                case "{": return ParseBlock();
                case ";": at++; return new Block(token.At, Declarations.None, []);
            }
        }

        if (token.Kind != TokenKind.Name)
        {
            return ParseExpressionStatement();
        }

        switch (token.Text)
        {
            case "var" or "let" or "const": return ParseDeclarationStatement();
            case "function": return ParseFunctionDeclaration();
            case "if": return ParseIf();
            case "for": return ParseFor();
            case "while": return ParseWhile();
            case "do": return ParseDoWhile();
            case "switch": return ParseSwitch();
            case "try": return ParseTry();
            case "throw": return ParseThrow();
            case "return": return ParseReturn();
            case "break" or "continue": return ParseJump();
            case "class" or "import" or "export" or "with" or "debugger" or "enum": throw Fail(token, $"不支持 {token.Text} 语句");
            case "async" when Next.IsName("function"): throw Fail(token, "不支持异步函数");
        }

        return Next.IsMark(":") && !Words.Reserved.Contains(token.Text) ? ParseLabelled([]) : ParseExpressionStatement();
    }

    private Block ParseBlock()
    {
        var where = Expect("{").At;
        Open();
        var body = ParseBody();
        return new Block(where, Close(), body);
    }

    /// <summary>Statements up to and with the closing brace.</summary>
    private Statement[] ParseBody()
    {
        var body = new List<Statement>();
        while (!TakeMark("}"))
        {
            if (Current.Kind == TokenKind.End)
            {
                Expect("}");
            }

            body.Add(ParseStatement());
        }

        return [.. body];
    }

    private ExpressionStatement ParseExpressionStatement()
    {
        var expression = ParseExpression();
        EndStatement();
        return new ExpressionStatement(expression);
    }

    private Statement ParseDeclarationStatement()
    {
        var declarations = ParseDeclarations(inLoopHead: false);
        EndStatement();
        return declarations.Length == 1 ? declarations[0] : new Block(declarations[0].At, Declarations.None, declarations);
    }

    private Statement[] ParseDeclarations(bool inLoopHead)
    {
        var kind = TakeKind();
        var declarations = new List<Statement>();
        do
        {
            var binding = ParseBinding(kind);
            declarations.Add(FinishDeclaration(binding, kind, inLoopHead));
        }
        while (TakeMark(","));
        return [.. declarations];
    }

    private VariableKind TakeKind() => Take().Text switch { "var" => VariableKind.Var, "let" => VariableKind.Let, _ => VariableKind.Const };

    private Declaration FinishDeclaration(Binding binding, VariableKind kind, bool inLoopHead)
    {
        Node? value = null;
        if (TakeMark("="))
        {
            value = inLoopHead ? WithoutIn(ParseAssignment) : ParseAssignment();
            NameFunction(value, (binding as NameBinding)?.Name.Text);
            NoteMembers(binding, value);
        }
        else if (kind == VariableKind.Const || binding is not NameBinding)
        {
            throw Fail(Current, kind == VariableKind.Const ? "const 声明必须赋初值" : "解构声明必须赋初值");
        }

        return new Declaration(binding.At, binding, value, kind == VariableKind.Var);
    }

    private If ParseIf()
    {
        var where = Take().At;
        var test = ParseParenthesized();
        var then = ParseInner();
        return new If(where, test, then, TakeName("else") ? ParseInner() : null);
    }

    private Node ParseParenthesized()
    {
        Expect("(");
        var inner = ParseExpression();
        Expect(")");
        return inner;
    }

    /// <summary>The statement of an <c>if</c> or a loop, where a declaration makes no sense.</summary>
    private Statement ParseInner() => Current.Kind == TokenKind.Name && Current.Text is "let" or "const" or "function"
        ? throw Fail(Current, $"此处不能用 {Current.Text} 声明，请用花括号括起来")
        : ParseStatement();

    private Statement ParseLoopBody()
    {
        loops++;
        var body = ParseInner();
        loops--;
        return body;
    }

    private While ParseWhile(string[]? own = null)
    {
        var where = Take().At;
        var test = ParseParenthesized();
        return new While(where, own ?? [], test, ParseLoopBody(), testFirst: true);
    }

    private While ParseDoWhile(string[]? own = null)
    {
        var where = Take().At;
        var body = ParseLoopBody();
        if (!TakeName("while"))
        {
            throw Fail(Current, $"此处应为 “while”，实际为{Show(Current)}");
        }

        var test = ParseParenthesized();
        TakeMark(";");
        return new While(where, own ?? [], test, body, testFirst: false);
    }

    private Statement ParseFor(string[]? own = null)
    {
        var where = Take().At;
        if (Current.IsName("await"))
        {
            throw Fail(Current, "不支持 for await");
        }

        Expect("(");
        Open();
        return ParseForHead(where, own ?? []);
    }

    private Statement ParseForHead(Position where, string[] own)
    {
        if (Current.Kind == TokenKind.Name && Current.Text is "var" or "let" or "const")
        {
            var kind = TakeKind();
            var binding = ParseBinding(kind);
            if (Current.Kind == TokenKind.Name && Current.Text is "of" or "in")
            {
                return ParseForEach(where, own, binding);
            }

            var first = new List<Statement> { FinishDeclaration(binding, kind, inLoopHead: true) };
            while (TakeMark(","))
            {
                first.Add(FinishDeclaration(ParseBinding(kind), kind, inLoopHead: true));
            }

            return ParseForRest(where, own, [.. first]);
        }

        if (Current.IsMark(";"))
        {
            return ParseForRest(where, own, []);
        }

        if (Current.Kind == TokenKind.Mark && Current.Text is "[" or "{" && BehindClosing.IsName("of"))
        {
            return ParseForEach(where, own, ParseBinding(null));
        }

        var expression = WithoutIn(ParseExpression);
        if (Current.Kind == TokenKind.Name && Current.Text is "of" or "in")
        {
            return ParseForEach(where, own, new TargetBinding(AsTarget(expression)));
        }

        return ParseForRest(where, own, [new ExpressionStatement(expression)]);
    }

    private ForEach ParseForEach(Position where, string[] own, Binding binding)
    {
        var overNames = Take().Text == "in";
        var source = overNames ? ParseExpression() : ParseAssignment();
        Expect(")");
        var body = ParseLoopBody();
        return new ForEach(where, own, Close(), binding, source, overNames, body);
    }

    private For ParseForRest(Position where, string[] own, Statement[] first)
    {
        Expect(";");
        var test = Current.IsMark(";") ? null : ParseExpression();
        Expect(";");
        var update = Current.IsMark(")") ? null : ParseExpression();
        Expect(")");
        var body = ParseLoopBody();
        return new For(where, own, Close(), first, test, update, body);
    }

    private Switch ParseSwitch()
    {
        var where = Take().At;
        var subject = ParseParenthesized();
        Expect("{");
        Open();
        switches++;
        var cases = new List<Case>();
        while (!TakeMark("}"))
        {
            cases.Add(ParseCase());
        }

        if (cases.Count(c => c.Test is null) > 1)
        {
            throw new ScriptSyntaxException(where.Line, where.Column, "switch 只能有一个 default");
        }

        switches--;
        return new Switch(where, subject, Close(), [.. cases]);
    }

    private Case ParseCase()
    {
        var token = Current;
        Node? test = null;
        if (TakeName("case"))
        {
            test = ParseExpression();
        }
        else if (!TakeName("default"))
        {
            throw Fail(token, $"此处应为 “case” 或 “default”，实际为{Show(token)}");
        }

        Expect(":");
        var body = new List<Statement>();
        while (!Current.IsMark("}") && !Current.IsName("case") && !Current.IsName("default"))
        {
            body.Add(ParseStatement());
        }

        return new Case(token.At, test, [.. body]);
    }

    private Try ParseTry()
    {
        var where = Take().At;
        var body = ParseBlock();
        Catch? handler = null;
        var token = Current;
        if (TakeName("catch"))
        {
            Open();
            Binding? parameter = null;
            if (TakeMark("("))
            {
                parameter = ParseBinding(VariableKind.Parameter);
                Expect(")");
            }

            var handling = ParseBlock();
            handler = new Catch(token.At, Close(), parameter, handling);
        }

        var cleanup = TakeName("finally") ? ParseBlock() : null;
        return handler is null && cleanup is null ? throw Fail(Current, "try 之后应有 catch 或 finally") : new Try(where, body, handler, cleanup);
    }

    private Throw ParseThrow()
    {
        var where = Take().At;
        if (Current.AfterLineBreak)
        {
            throw Fail(Current, "throw 之后不能换行");
        }

        var value = ParseExpression();
        EndStatement();
        return new Throw(where, value);
    }

    private Return ParseReturn()
    {
        var where = Take().At;
        var value = Current.AfterLineBreak || Current.IsMark(";") || Current.IsMark("}") || Current.Kind == TokenKind.End ? null : ParseExpression();
        EndStatement();
        return new Return(where, value);
    }

    private Jump ParseJump()
    {
        var token = Take();
        var kind = token.Text == "break" ? Completion.Break : Completion.Continue;
        string? label = null;
        if (Current.Kind == TokenKind.Name && !Current.AfterLineBreak && !Words.Reserved.Contains(Current.Text))
        {
            label = Current.Text;
            if (!labels.Peek().Contains(label))
            {
                throw Fail(Current, $"没有标签 “{label}”");
            }

            at++;
        }
        else if (loops == 0 && (kind == Completion.Continue || switches == 0))
        {
            throw Fail(token, $"{token.Text} 只能用在循环{(kind == Completion.Break ? "或 switch " : "")}里");
        }

        EndStatement();
        return new Jump(token.At, kind, label);
    }

    private Statement ParseLabelled(string[] outer)
    {
        var token = Take();
        Expect(":");
        labels.Peek().Add(token.Text);
        string[] own = [.. outer, token.Text];
        Statement body = Current.Kind != TokenKind.Name ? ParseStatement() : Current.Text switch
        {
            "for" => Nested(() => ParseFor(own)),
            "while" => Nested(() => ParseWhile(own)),
            "do" => Nested(() => ParseDoWhile(own)),
            _ when Next.IsMark(":") && !Words.Reserved.Contains(Current.Text) => Nested(() => ParseLabelled(own)),
            _ => ParseInner(),
        };
        labels.Peek().Remove(token.Text);
        return new Labelled(token.At, token.Text, body);
    }
}
