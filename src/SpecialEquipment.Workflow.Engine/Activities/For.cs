using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Counts from start to end. Bounds and step are fixed when it begins.</summary>
internal sealed class For : Loop
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.For", 1, "计数循环", "循环", "从起始值数到结束值，每次执行循环体。")
    {
        Inputs =
        [
            new("Start", "Int32", "起始值") { DefaultValue = 0d },
            new("End", "Int32", "结束值") { DefaultValue = 0d },
            new("Step", "Int32", "步长") { DefaultValue = 1d },
            new("OuterBoundInclusive", "Boolean", "含结束值") { UiHint = "checkbox", DefaultValue = true },
        ],
        Outputs = [new("CurrentValue", "Object", "当前值")],
        Ports = BodyPorts,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (Number(run, execution, "step") == 0)
            throw new ActivityFault("计数循环的步长不应为 0");
        Number(run, execution, "start");
        Number(run, execution, "end");
        Input(run, execution, "outerBoundInclusive");
        base.Start(run, execution);
    }

    protected override bool TryRound(BurstRun run, ActivityExecution execution, out object?[]? loopValues)
    {
        loopValues = null;
        var inputs = execution.Inputs!;
        var (step, end) = ((double)inputs["Step"]!, (double)inputs["End"]!);
        var current = (double)inputs["Start"]! + execution.Position * step;
        var inside = step > 0 ? current < end : current > end;
        if (!inside && !(current == end && IsTrue(inputs["OuterBoundInclusive"])))
            return false;
        ShowCurrentValue(run, execution, current);
        loopValues = [current];
        return true;
    }

    private static double Number(BurstRun run, ActivityExecution execution, string name)
    {
        var value = Input(run, execution, name);
        if (!new VariableType("Int32", false).TryConvert(value, out var number) || number is null)
            throw new ActivityFault($"计数循环的界限与步长应为整数，实际为 {PlainJson.ToText(value)}");
        execution.Inputs![execution.Node.Inputs[name].Name] = number;
        return (double)number;
    }
}
