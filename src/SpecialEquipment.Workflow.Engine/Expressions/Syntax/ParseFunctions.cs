using SpecialEquipment.Workflow.Engine.Expressions.Nodes;

namespace SpecialEquipment.Workflow.Engine.Expressions.Syntax;

/// <summary>Functions, their parameters, and patterns of declaration and destructuring.</summary>
internal sealed partial class Parser
{
    private bool StartsArrow()
    {
        var token = Current;
        if (token.IsMark("("))
        {
            return BehindClosing.IsMark("=>");
        }

        if (token.IsName("async") && Next.Kind is TokenKind.Name or TokenKind.Mark && !Next.AfterLineBreak && (Next.Kind == TokenKind.Name || tokens[at + 1].Closing is var c and >= 0 && tokens[c + 1].IsMark("=>")))
        {
            throw Fail(token, "不支持异步函数");
        }

        return token.Kind == TokenKind.Name && Next.IsMark("=>") && !Words.Reserved.Contains(token.Text);
    }

    private FunctionLiteral ParseArrow() => ParseFunctionRest(Current.At, "", isArrow: true, ownName: false);

    private Statement ParseFunctionDeclaration()
    {
        var where = Take().At;
        RefuseGenerator();
        var at = Current.At;
        var name = ExpectIdentifier();
        var declared = scope.Declare(at, name, VariableKind.Function);
        scope.DeclareFunction(declared, ParseFunctionRest(where, name, isArrow: false, ownName: false));
        return new Block(where, Declarations.None, []);
    }

    private FunctionLiteral ParseFunctionExpression()
    {
        var where = Take().At;
        RefuseGenerator();
        var name = Current.Kind == TokenKind.Name ? ExpectIdentifier() : "";
        return ParseFunctionRest(where, name, isArrow: false, ownName: name.Length > 0);
    }

    private void RefuseGenerator()
    {
        if (Current.IsMark("*"))
        {
            throw Fail(Current, "不支持生成器函数");
        }
    }

    /// <summary>From the parameters on.</summary>
    private FunctionLiteral ParseFunctionRest(Position where, string name, bool isArrow, bool ownName)
    {
        var code = new FunctionCode(name, isArrow);
        var own = Open(isFunction: true);
        functions.Add((code, own));
        labels.Push([]);
        var (outerLoops, outerSwitches, outerIn) = (loops, switches, allowsIn);
        (loops, switches) = (0, 0);
        if (ownName)
        {
            code.OwnName = own.Declare(where, name, VariableKind.Var);
        }

        ParseParameters(code);
        if (isArrow)
        {
            var arrow = Expect("=>");
            if (arrow.AfterLineBreak)
            {
                throw Fail(arrow, "=> 之前不能换行");
            }
        }

        if (isArrow && !Current.IsMark("{"))
        {
            code.Expression = ParseAssignment();
        }
        else
        {
            Expect("{");
            allowsIn = true;
            code.Body = ParseBody();
        }

        (loops, switches, allowsIn) = (outerLoops, outerSwitches, outerIn);
        labels.Pop();
        code.Declarations = Close();
        code.SlotCount = own.SlotCount;
        List<Piece> inside = [.. code.Parameters, .. code.Body];
        if (code.Expression is not null)
        {
            inside.Add(code.Expression);
        }

        return new FunctionLiteral(where, code, [.. inside]);
    }

    private void ParseParameters(FunctionCode code)
    {
        if (code.IsArrow && Current.Kind == TokenKind.Name)
        {
            code.Parameters = [ParseBinding(VariableKind.Parameter)];
            return;
        }

        Expect("(");
        var parameters = new List<Binding>();
        while (!TakeMark(")"))
        {
            if (TakeMark("..."))
            {
                code.Rest = ParseBinding(VariableKind.Parameter);
                Expect(")");
                break;
            }

            parameters.Add(ParseBindingWithDefault(VariableKind.Parameter));
            if (!TakeMark(",") && !Current.IsMark(")"))
            {
                throw Fail(Current, $"此处应为 “,” 或 “)”，实际为{Show(Current)}");
            }
        }

        code.Parameters = [.. parameters];
    }

    /// <summary>A name or a pattern; without a kind it assigns to what exists.</summary>
    private Binding ParseBinding(VariableKind? kind) => Nested<Binding>(() =>
    {
        if (Current.IsMark("["))
        {
            return ParseArrayBinding(kind);
        }

        if (Current.IsMark("{"))
        {
            return ParseObjectBinding(kind);
        }

        if (kind is null)
        {
            var target = AsTarget(ParseAccess());
            target.MarkWritten();
            return new TargetBinding(target);
        }

        var where = Current.At;
        return new NameBinding(scope.Declare(where, ExpectIdentifier(), kind.Value));
    });

    private Binding ParseBindingWithDefault(VariableKind? kind)
    {
        var binding = ParseBinding(kind);
        if (!TakeMark("="))
        {
            return binding;
        }

        var value = WithIn(true, ParseAssignment);
        NameFunction(value, (binding as NameBinding)?.Name.Text);
        return new DefaultBinding(binding, value);
    }

    private ArrayBinding ParseArrayBinding(VariableKind? kind)
    {
        var where = Expect("[").At;
        var items = new List<Binding?>();
        Binding? rest = null;
        while (!TakeMark("]"))
        {
            if (TakeMark(","))
            {
                items.Add(null);
                continue;
            }

            if (TakeMark("..."))
            {
                rest = ParseBinding(kind);
                Expect("]");
                break;
            }

            items.Add(ParseBindingWithDefault(kind));
            if (!TakeMark(",") && !Current.IsMark("]"))
            {
                throw Fail(Current, $"此处应为 “,” 或 “]”，实际为{Show(Current)}");
            }
        }

        return new ArrayBinding(where, [.. items], rest);
    }

    private ObjectBinding ParseObjectBinding(VariableKind? kind)
    {
        var where = Expect("{").At;
        var members = new List<MemberBinding>();
        Binding? rest = null;
        while (!TakeMark("}"))
        {
            if (TakeMark("..."))
            {
                rest = ParseBinding(kind);
                Expect("}");
                break;
            }

            members.Add(ParseMemberBinding(kind));
            if (!TakeMark(",") && !Current.IsMark("}"))
            {
                throw Fail(Current, $"此处应为 “,” 或 “}}”，实际为{Show(Current)}");
            }
        }

        return new ObjectBinding(where, [.. members], rest);
    }

    private MemberBinding ParseMemberBinding(VariableKind? kind)
    {
        var token = Current;
        if (token.Kind == TokenKind.Name && (Next.IsMark(",") || Next.IsMark("}") || Next.IsMark("=")))
        {
            // {a} and {a = 1}: the member's name is the variable's
            return new MemberBinding(token.At, token.Text, null, ParseBindingWithDefault(kind));
        }

        var (name, key) = ParseMemberName();
        Expect(":");
        return new MemberBinding(token.At, name, key, ParseBindingWithDefault(kind));
    }

    /// <summary><c>const {X} = variables</c> uses variables.X.</summary>
    private static void NoteMembers(Binding binding, Node value)
    {
        if (binding is ObjectBinding { HasRest: false } pattern && pattern.Members.All(m => m.Name is not null))
        {
            foreach (var member in pattern.Members)
            {
                AddUse(value, member.Name);
            }
        }
    }

    private static void NameFunction(Node value, string? name)
    {
        if (value is FunctionLiteral { Code.Name.Length: 0 } function && name is not null)
        {
            function.Code.Name = name;
        }
    }
}
