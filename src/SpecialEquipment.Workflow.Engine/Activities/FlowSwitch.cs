using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Leaves by the port of the first case that holds, or of every one.</summary>
internal sealed class FlowSwitch : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.FlowSwitch", 1, "多路判断", "流程控制", "按各分支条件选择出口，都不成立时走“默认”。")
    {
        Inputs =
        [
            new("Cases", "ICollection<FlowSwitchCase>", "分支") { UiHint = "flow-switch-editor", IsWrapped = false },
            new("Mode", "SwitchMode", "方式") { UiHint = "dropdown", Options = [("第一个成立的", "MatchFirst"), ("所有成立的", "MatchAny")], DefaultValue = "MatchFirst" },
        ],
        Ports = [new("Default", "默认")],
    };

    public override object Prepare(NodePreparation node) => SwitchCase.ReadAll(node);

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var holding = SwitchCase.Holding(run, execution, TextInput(run, execution, "mode") == "MatchAny", IsTrue);
        run.Complete(execution, holding.Count == 0 ? ["Default"] : [.. holding.Select(one => one.Label)]);
    }
}

/// <summary>One case of a switch.</summary>
internal sealed record SwitchCase(string Label, PreparedExpression Condition, string? ActivityId)
{
    public static SwitchCase[] ReadAll(NodePreparation node) => node.Json.Json["cases"] is not JsonArray cases ? [] :
    [
        .. cases.OfType<JsonObject>().Select(one => new SwitchCase(
            one.Text("label"), node.Expression(one["condition"], $"分支“{one.Text("label")}”"), one["activity"] is JsonObject activity ? activity.Text("id") : null)),
    ];

    public static List<SwitchCase> Holding(BurstRun run, ActivityExecution execution, bool any, Func<object?, bool> isTrue)
    {
        var holding = new List<SwitchCase>();
        foreach (var one in (SwitchCase[])execution.Node.Plan!)
        {
            object? value;
            try
            {
                value = one.Condition.Evaluate(run.Globals(execution));
            }
            catch (Exception error) when (error is not InputFault)
            {
                throw new InputFault(one.Label, error);
            }
            if (!isTrue(value))
                continue;
            holding.Add(one);
            if (!any)
                break;
        }
        return holding;
    }
}
