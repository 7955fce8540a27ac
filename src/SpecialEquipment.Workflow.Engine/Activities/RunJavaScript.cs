using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Runs a script; it may choose its outcomes with <c>setOutcome</c>.</summary>
internal sealed class RunJavaScript : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.RunJavaScript", 1, "脚本", "脚本", "执行一段 JavaScript，返回值为结果。")
    {
        Inputs =
        [
            new("Script", "String", "脚本") { UiHint = "code-editor", IsRequired = true },
            new("PossibleOutcomes", "ICollection<String>", "出口", "脚本可用 setOutcome 选择的出口。") { UiHint = "dynamic-outcomes" },
        ],
        Outputs = [new("Result", "Object", "结果")],
        Ports = DonePort,
    };

    // the source is the input's literal text, so it is prepared as a script and not evaluated to one
    public override object? Prepare(NodePreparation node) =>
        node.Json.Json["script"] is JsonObject script && script["expression"] is JsonObject expression && expression.Text("value") is { Length: > 0 } source
            ? node.Script(source, "脚本")
            : null;

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (execution.Node.Plan is not PreparedExpression script)
        {
            run.Complete(execution, BurstRun.Done, Result(null));
            return;
        }
        var globals = run.Globals(execution);
        object? value;
        try
        {
            value = script.Evaluate(globals);
        }
        catch (Exception error) when (error is not InputFault)
        {
            throw new InputFault("脚本", error);
        }
        run.Complete(execution, globals.Outcomes is { Count: > 0 } chosen ? chosen : BurstRun.Done, Result(value));
    }
}
