using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Ends the container it stands in and says by which ports the container leaves.</summary>
internal sealed class CompleteActivity : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Complete", 1, "完成", "流程控制", "结束所在的容器，并指定其出口。")
    {
        Inputs = [new("Outcomes", "ICollection<String>", "出口")],
        IsTerminal = true,
    };

    public override bool EndsContainer => true;

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        execution.ContainerOutcomes = Read(Input(run, execution, "outcomes"));
        run.Complete(execution);
    }

    // a list, the JSON text of a list, or a single name
    private static IReadOnlyList<string>? Read(object? value)
    {
        if (value is string text && PlainJson.TryParse(text, out var parsed) && parsed is IReadOnlyList<object?>)
            value = parsed;
        return value switch
        {
            null or "" => null,
            IReadOnlyList<object?> list => [.. list.Select(VariableType.Text)],
            _ => [VariableType.Text(value)],
        };
    }
}
