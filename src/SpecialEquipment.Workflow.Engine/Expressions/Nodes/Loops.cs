using SpecialEquipment.Workflow.Engine.Expressions.Syntax;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.Nodes;

internal abstract class Loop : Statement
{
    private readonly Statement body;
    private readonly string[] labels;

    protected Loop(Position at, string[] labels, Statement body, params ReadOnlySpan<Piece?> head) : base(at, head)
    {
        (this.labels, this.body) = (labels, body);
        Over(body);
    }

    /// <summary>One turn. False when the loop ends; then <paramref name="completion"/> says how.</summary>
    protected bool Turn(Frame frame, out Completion completion)
    {
        frame.Run.Step();
        completion = body.Execute(frame);
        switch (completion)
        {
            case Completion.Continue when IsMine(frame):
                frame.Label = null;
                completion = Completion.Normal;
                return true;
            case Completion.Break when frame.Label is null:
                completion = Completion.Normal;
                return false;
            default:
                return completion == Completion.Normal;
        }
    }

    private bool IsMine(Frame frame) => frame.Label is null || Array.IndexOf(labels, frame.Label) >= 0;
}

internal sealed class While(Position at, string[] labels, Node test, Statement body, bool testFirst) : Loop(at, labels, body, test)
{
    public override Completion Execute(Frame frame)
    {
        frame.Result = Undefined.Value;
        var completion = Completion.Normal;
        if (testFirst && !Coerce.ToBoolean(test.Evaluate(frame)))
        {
            return completion;
        }

        while (Turn(frame, out completion) && Coerce.ToBoolean(test.Evaluate(frame)))
        {
        }

        return completion;
    }
}

internal sealed class For(Position at, string[] labels, Declarations declarations, Statement[] first, Node? test, Node? update, Statement body)
    : Loop(at, labels, body, [.. first, test, update])
{
    public override Completion Execute(Frame frame)
    {
        declarations.Enter(frame);
        Block.Run(frame, first);
        frame.Result = Undefined.Value;
        var completion = Completion.Normal;
        while (test is null || Coerce.ToBoolean(test.Evaluate(frame)))
        {
            if (!Turn(frame, out completion))
            {
                break;
            }

            declarations.Renew(frame);
            update?.EvaluateLoosely(frame);
        }

        return completion;
    }
}

/// <summary><c>for (binding of values)</c> and <c>for (binding in object)</c></summary>
internal sealed class ForEach(Position at, string[] labels, Declarations declarations, Binding binding, Node source, bool overNames, Statement body)
    : Loop(at, labels, body, binding, source)
{
    public override Completion Execute(Frame frame)
    {
        declarations.Enter(frame);
        var value = source.Evaluate(frame);
        frame.Run.At = source.At;
        frame.Result = Undefined.Value;
        foreach (var item in overNames ? Names(frame.Run, value) : Iterate.Over(frame.Run, value))
        {
            declarations.Enter(frame);
            binding.Bind(frame, item);
            if (!Turn(frame, out var completion))
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    /// <summary>The names as they are at the beginning, without those deleted on the way.</summary>
    private static IEnumerable<object?> Names(Run run, object? value)
    {
        if (value is string text)
        {
            return Enumerable.Range(0, text.Length).Select(i => (object?)Numbers.ToText(i));
        }

        if (value is not JsObject target)
        {
            return [];
        }

        var names = target.Names.ToList();
        run.Steps(names.Count / 8);
        run.AllocateElements(names.Count * 4L);
        return names.Where(n => target.TryGetOwn(n, out _));
    }
}
