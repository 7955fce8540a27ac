using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

internal enum FlowJoinMode
{
    /// <summary>The first branch that arrives runs the join and cancels the others.</summary>
    WaitAny,

    /// <summary>Every branch must arrive; a dead one means the join is passed over.</summary>
    WaitAll,

    /// <summary>Every branch that can still arrive.</summary>
    WaitAllActive,
}

/// <summary>Brings branches together again.</summary>
internal sealed class FlowJoin : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowJoin", 1, "汇合", "流程控制", "等待分支到达后继续。")
    {
        Inputs =
        [
            new("Mode", "FlowJoinMode", "方式")
            {
                UiHint = "dropdown", Options = [("任一分支到达（其余取消）", "WaitAny"), ("全部分支到达", "WaitAll"), ("全部有效分支到达", "WaitAllActive")], DefaultValue = "WaitAny",
            },
        ],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (execution.Parent is { Flow: not null } flowchart && ModeOf(run, flowchart, execution.Node) == FlowJoinMode.WaitAny)
        {
            FlowchartWalk.CancelBranches(run, flowchart, execution.Node.Place);
            run.MarkLost(flowchart, execution.Node.Place);
        }
        run.Complete(execution);
    }

    /// <summary>The mode as it stands now; asked whenever a branch arrives.</summary>
    public static FlowJoinMode ModeOf(BurstRun run, ActivityExecution scope, CompiledNode node)
    {
        if (!node.Inputs.TryGetValue("mode", out var input))
            return FlowJoinMode.WaitAny;
        var value = input.Expression is ConstantExpression constant ? constant.Value : input.Expression.Evaluate(run.Globals(scope));
        return value switch
        {
            "WaitAll" or 1d => FlowJoinMode.WaitAll,
            "WaitAllActive" or 2d => FlowJoinMode.WaitAllActive,
            _ => FlowJoinMode.WaitAny,
        };
    }
}
