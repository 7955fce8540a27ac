using SpecialEquipment.Workflow.Engine.Expressions.Nodes;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

internal sealed partial class Parser
{
    private bool allowsIn = true;

    private T WithoutIn<T>(Func<T> parse) => WithIn(false, parse);

    private T WithIn<T>(bool allowed, Func<T> parse)
    {
        var before = allowsIn;
        allowsIn = allowed;
        var result = parse();
        allowsIn = before;
        return result;
    }

    /// <summary>With the comma operator.</summary>
    private Node ParseExpression()
    {
        var first = ParseAssignment();
        if (!Current.IsMark(","))
        {
            return first;
        }

        var parts = new List<Node> { first };
        while (TakeMark(","))
        {
            parts.Add(ParseAssignment());
        }

        return new Sequence(first.At, [.. parts]);
    }

    private Node ParseAssignment() => Nested(ParseOneAssignment);

    private Node ParseOneAssignment()
    {
        if (StartsArrow())
        {
            return ParseArrow();
        }

        var token = Current;
        if (token.Kind == TokenKind.Mark && token.Text is "[" or "{" && BehindClosing.IsMark("="))
        {
            var pattern = ParseBinding(null);
            Expect("=");
            return new PatternAssignment(token.At, pattern, ParseAssignment());
        }

        var left = ParseConditional();
        if (Current.Kind != TokenKind.Mark || !Current.Text.EndsWith('=') || Current.Text is "==" or "===" or "!=" or "!==" or "<=" or ">=")
        {
            return left;
        }

        var target = AsTarget(left);
        var mark = Take();
        target.MarkWritten();
        var right = ParseAssignment();
        NameFunction(right, (target as Name)?.Text);
        return mark.Text == "="
            ? new Assignment(token.At, target, right)
            : new Modify(token.At, target, new Combine(token.At, mark.Text[..^1], right), right);
    }

    private static Target AsTarget(Node node) => node as Target is { } target && node is not MemberAccess { IsOptional: true }
        ? target
        : throw new ScriptSyntaxException(node.At.Line, node.At.Column, "赋值号左边不能被赋值");

    private Node ParseConditional()
    {
        var test = ParseBinary(0);
        if (!TakeMark("?"))
        {
            return test;
        }

        var then = WithIn(true, ParseAssignment);
        Expect(":");
        return new Conditional(test.At, test, then, ParseAssignment());
    }

    private static int Precedence(string mark) => mark switch
    {
        "??" => 1,
        "||" => 2,
        "&&" => 3,
        "|" => 4,
        "^" => 5,
        "&" => 6,
        "==" or "!=" or "===" or "!==" => 7,
        "<" or ">" or "<=" or ">=" or "in" or "instanceof" => 8,
        "<<" or ">>" or ">>>" => 9,
        "+" or "-" => 10,
        "*" or "/" or "%" => 11,
        "**" => 12,
        _ => 0,
    };

    private int CurrentPrecedence() => Current.Kind switch
    {
        TokenKind.Mark => Precedence(Current.Text),
        TokenKind.Name when Current.Text == "instanceof" || (Current.Text == "in" && allowsIn) => 8,
        _ => 0,
    };

    /// <summary>Precedence climbing: takes the operators that bind tighter than <paramref name="above"/>.</summary>
    private Node ParseBinary(int above)
    {
        var start = Current;
        var left = ParseUnary();
        while (CurrentPrecedence() is var precedence && precedence > above)
        {
            var token = Current;
            if (token.Text is "+" or "&&" or "||" or "??")
            {
                left = ParseChain(left, token.Text, precedence);
                continue;
            }

            at++;
            if (token.Text == "**" && StartsUnary(start))
            {
                throw Fail(token, "一元运算与 ** 之间应加括号");
            }

            var right = Nested(() => ParseBinary(token.Text == "**" ? precedence - 1 : precedence));
            left = token.Text is "===" or "!=="
                ? new StrictEquality(token.At, token.Text == "!==", left, right)
                : new Binary(token.At, token.Text, left, right);
        }

        return left;
    }

    private Node ParseChain(Node first, string mark, int precedence)
    {
        var (where, parts) = (Current.At, new List<Node> { first });
        while (TakeMark(mark))
        {
            var operand = Current;
            parts.Add(Nested(() => ParseBinary(precedence)));
            RefuseMixed(mark, parts[^1], operand);
        }

        RefuseMixed(mark, first, tokens[at - 1]);
        Node chain = mark == "+" ? new Sum(where, [.. parts]) : new Logical(where, mark, [.. parts]);
        bare.Add(chain);
        return chain;
    }

    /// <summary>Chains that no parentheses enclose.</summary>
    private readonly HashSet<Node> bare = new(ReferenceEqualityComparer.Instance);

    /// <summary>JavaScript wants parentheses where ?? meets || or &amp;&amp;.</summary>
    private void RefuseMixed(string mark, Node operand, Token where)
    {
        if (operand is Logical logical && bare.Contains(operand) && (mark == "??") != (logical.Mark == "??") && mark is "??" or "||" or "&&")
        {
            throw Fail(where, "?? 与 ||、&& 混用时应加括号");
        }
    }

    private static bool StartsUnary(Token token) => token.Kind switch
    {
        TokenKind.Mark => token.Text is "!" or "-" or "+" or "~",
        TokenKind.Name => token.Text is "typeof" or "void" or "delete",
        _ => false,
    };

    private Node ParseUnary()
    {
        var token = Current;
        if (StartsUnary(token))
        {
            at++;
            var operand = Nested(ParseUnary);
            if (token.Text == "typeof" && operand is Name name)
            {
                name.IsTested = true;
            }

            return token.Text == "-" && operand is Constant { Value: double number } ? new Constant(token.At, Values.Numbers.Box(-number)) : new Unary(token.At, token.Text, operand);
        }

        if (token.Kind == TokenKind.Mark && token.Text is "++" or "--")
        {
            at++;
            var target = AsTarget(Nested(ParseUnary));
            target.MarkWritten();
            return new Modify(token.At, target, new Increment(token.Text == "++" ? 1 : -1, givesOld: false), null);
        }

        if (token.Kind == TokenKind.Name && token.Text is "await" or "yield")
        {
            throw Fail(token, $"不支持 {token.Text}");
        }

        return ParsePostfix();
    }

    private Node ParsePostfix()
    {
        var operand = ParseAccess();
        if (Current.Kind != TokenKind.Mark || Current.Text is not ("++" or "--") || Current.AfterLineBreak)
        {
            return operand;
        }

        var target = AsTarget(operand);
        target.MarkWritten();
        return new Modify(operand.At, target, new Increment(Take().Text == "++" ? 1 : -1, givesOld: true), null);
    }

    /// <summary>Members, calls and <c>?.</c> behind a primary expression.</summary>
    private Node ParseAccess()
    {
        var node = Current.IsName("new") ? Nested(ParseNew) : ParsePrimary();
        var isChain = false;
        while (Current.Kind is TokenKind.Mark or TokenKind.Template)
        {
            var token = Current;
            if (token.Kind == TokenKind.Template)
            {
                // the next piece of the template around this expression ends it
                if (token.IsFirst)
                {
                    throw Fail(token, "不支持带标签的模板字符串");
                }

                break;
            }

            switch (token.Text)
            {
                case "?.":
                    at++;
                    isChain = true;
                    node = Current.IsMark("(") ? new Call(token.At, node, ParseArguments(), isOptional: true)
                        : Current.IsMark("[") ? ParseKeyAccess(node, isOptional: true)
                        : ParseNameAccess(node, isOptional: true);
                    break;
                case ".":
                    at++;
                    node = ParseNameAccess(node, isOptional: false);
                    break;
                case "[":
                    node = ParseKeyAccess(node, isOptional: false);
                    break;
                case "(":
                    node = ParseCall(node);
                    break;
                default:
                    return isChain ? new OptionalChain(node.At, node) : node;
            }
        }

        return isChain ? new OptionalChain(node.At, node) : node;
    }

    private MemberAccess ParseNameAccess(Node target, bool isOptional)
    {
        var token = Current;
        if (token.Kind != TokenKind.Name)
        {
            throw Fail(token, $"“.” 之后应为名称，实际为{Show(token)}");
        }

        at++;
        RefuseRandom(target, token.Text, token);
        AddUse(target, token.Text);
        return new MemberAccess(token.At, target, token.Text, null, isOptional);
    }

    private MemberAccess ParseKeyAccess(Node target, bool isOptional)
    {
        var token = Expect("[");
        var key = WithIn(true, ParseExpression);
        Expect("]");
        var name = (key as Constant)?.Value as string;
        RefuseRandom(target, name, token);
        AddUse(target, name);
        return new MemberAccess(token.At, target, name, name is null ? key : null, isOptional);
    }

    private static void RefuseRandom(Node target, string? name, Token where)
    {
        if (target is Name { Text: "Math" } && name == "random")
        {
            throw Fail(where, "不能使用 Math.random：流程必须可以重放");
        }
    }

    private Call ParseCall(Node callee)
    {
        var arguments = ParseArguments();
        if (arguments is [Constant { Value: string argument }, ..])
        {
            AddUse(callee, argument: argument);
        }

        return new Call(callee.At, callee, arguments, isOptional: false);
    }

    private Node[] ParseArguments()
    {
        Expect("(");
        return ParseItems(")", allowsGaps: false);
    }

    private Node[] ParseItems(string closing, bool allowsGaps)
    {
        var items = new List<Node>();
        while (!TakeMark(closing))
        {
            var token = Current;
            if (allowsGaps && TakeMark(","))
            {
                items.Add(new Constant(token.At, Undefined.Value));
                continue;
            }

            items.Add(WithIn(true, () => TakeMark("...") ? new Spread(token.At, ParseAssignment()) : ParseAssignment()));
            if (!TakeMark(",") && !Current.IsMark(closing))
            {
                throw Fail(Current, $"此处应为 “,” 或 “{closing}”，实际为{Show(Current)}");
            }
        }

        return [.. items];
    }

    private New ParseNew()
    {
        var token = Take();
        if (Current.IsMark("."))
        {
            throw Fail(Current, "不支持 new.target");
        }

        var callee = Current.IsName("new") ? Nested(ParseNew) : ParsePrimary();
        while (Current.IsMark(".") || Current.IsMark("["))
        {
            callee = TakeMark(".") ? ParseNameAccess(callee, isOptional: false) : ParseKeyAccess(callee, isOptional: false);
        }

        return new New(token.At, callee, Current.IsMark("(") ? ParseArguments() : []);
    }
}
