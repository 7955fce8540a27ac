using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

internal sealed class ExpressionStatement(Node expression) : Statement(expression.At, expression)
{
    public override Completion Execute(Frame frame)
    {
        frame.Result = expression.EvaluateLoosely(frame);
        return Completion.Normal;
    }
}

/// <summary>One <c>name = value</c> of a declaration; <c>var x;</c> leaves x as it is, <c>let x;</c> makes it undefined.</summary>
internal sealed class Declaration(Position at, Binding binding, Node? value, bool isVar) : Statement(at, binding, value)
{
    public override Completion Execute(Frame frame)
    {
        if (value is not null || !isVar)
        {
            binding.Bind(frame, value is null ? Undefined.Value : value.Evaluate(frame));
        }

        return Completion.Normal;
    }
}

/// <summary>Statements in a row; with braces they have variables of their own.</summary>
internal sealed class Block(Position at, Declarations declarations, Statement[] body) : Statement(at, body)
{
    public override Completion Execute(Frame frame)
    {
        declarations.Enter(frame);
        declarations.EnterFunctions(frame);
        return Run(frame, body);
    }

    public static Completion Run(Frame frame, Statement[] body)
    {
        foreach (var statement in body)
        {
            frame.Run.Step();
            var completion = statement.Execute(frame);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }
}

internal sealed class If(Position at, Node test, Statement then, Statement? otherwise) : Statement(at, test, then, otherwise)
{
    public override Completion Execute(Frame frame)
    {
        var chosen = Coerce.ToBoolean(test.Evaluate(frame)) ? then : otherwise;
        frame.Result = Undefined.Value;
        if (chosen is null)
        {
            return Completion.Normal;
        }

        frame.Run.Step();
        return chosen.Execute(frame);
    }
}

internal sealed class Return(Position at, Node? value) : Statement(at, value)
{
    public override Completion Execute(Frame frame)
    {
        frame.Result = value is null ? Undefined.Value : value.Evaluate(frame);
        return Completion.Return;
    }
}

internal sealed class Throw(Position at, Node value) : Statement(at, value)
{
    public override Completion Execute(Frame frame)
    {
        var thrown = value.Evaluate(frame);
        frame.Run.Spend(32);
        throw new ScriptThrow(thrown, At);
    }
}

/// <summary><c>break</c> and <c>continue</c></summary>
internal sealed class Jump(Position at, Completion kind, string? label) : Statement(at)
{
    public override Completion Execute(Frame frame)
    {
        frame.Label = label;
        return kind;
    }
}

internal sealed class Labelled(Position at, string label, Statement body) : Statement(at, body)
{
    public override Completion Execute(Frame frame)
    {
        var completion = body.Execute(frame);
        if (completion == Completion.Break && frame.Label == label)
        {
            frame.Label = null;
            return Completion.Normal;
        }

        return completion;
    }
}

internal sealed class Catch(Position at, Declarations declarations, Binding? parameter, Statement body) : Statement(at, parameter, body)
{
    public Completion Execute(Frame frame, object? thrown)
    {
        declarations.Enter(frame);
        parameter?.Bind(frame, thrown);
        return body.Execute(frame);
    }

    public override Completion Execute(Frame frame) => Execute(frame, Undefined.Value);
}

/// <summary>Only what the script or the language threw can be caught; a limit ends everything, <c>finally</c> included.</summary>
internal sealed class Try(Position at, Statement body, Catch? handler, Statement? cleanup) : Statement(at, body, handler, cleanup)
{
    public override Completion Execute(Frame frame)
    {
        frame.Result = Undefined.Value;
        if (cleanup is null)
        {
            return Guarded(frame);
        }

        ScriptThrow? pending = null;
        var completion = Completion.Normal;
        var depth = frame.Run.Depth;
        try
        {
            completion = Guarded(frame);
        }
        catch (ScriptThrow thrown)
        {
            frame.Run.Depth = depth;
            pending = thrown;
        }

        var (result, label) = (frame.Result, frame.Label);
        var last = cleanup.Execute(frame);
        if (last != Completion.Normal)
        {
            return last;
        }

        if (pending is not null)
        {
            throw new ScriptThrow(pending.Value, pending.At);
        }

        (frame.Result, frame.Label) = (result, label);
        return completion;
    }

    private Completion Guarded(Frame frame)
    {
        if (handler is null)
        {
            return body.Execute(frame);
        }

        var depth = frame.Run.Depth;
        ScriptThrow caught;
        try
        {
            return body.Execute(frame);
        }
        catch (ScriptThrow thrown)
        {
            frame.Run.Depth = depth;
            frame.Run.Spend(64);
            caught = thrown;
        }

        return handler.Execute(frame, caught.Value);
    }
}

internal sealed class Case(Position at, Node? test, Statement[] body) : Statement(at, body)
{
    public Node? Test => test;

    public override Completion Execute(Frame frame) => Block.Run(frame, body);
}

internal sealed class Switch : Statement
{
    private readonly Node subject;
    private readonly Declarations declarations;
    private readonly Case[] cases;

    public Switch(Position at, Node subject, Declarations declarations, Case[] cases) : base(at, subject)
    {
        (this.subject, this.declarations, this.cases) = (subject, declarations, cases);
        Over(cases);
        Over(cases.Select(c => c.Test));
    }

    public override Completion Execute(Frame frame)
    {
        var value = subject.Evaluate(frame);
        frame.Result = Undefined.Value;
        declarations.Enter(frame);
        declarations.EnterFunctions(frame);
        for (var i = Start(frame, value); i >= 0 && i < cases.Length; i++)
        {
            var completion = cases[i].Execute(frame);
            if (completion == Completion.Break && frame.Label is null)
            {
                return Completion.Normal;
            }

            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    private int Start(Frame frame, object? value)
    {
        for (var i = 0; i < cases.Length; i++)
        {
            frame.Run.Step();
            if (cases[i].Test is { } test && Coerce.StrictEquals(frame.Run, value, test.Evaluate(frame)))
            {
                return i;
            }
        }

        return Array.FindIndex(cases, c => c.Test is null);
    }
}
