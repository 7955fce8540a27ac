using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Gives a variable a value.</summary>
internal sealed class SetVariable : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.SetVariable", 1, "设置变量", "基础", "给变量赋值。")
    {
        Inputs =
        [
            new("Variable", "Variable", "变量") { UiHint = "variable-picker", IsWrapped = false, IsRequired = true },
            new("Value", "Object", "值"),
        ],
        Ports = DonePort,
    };

    public override object? Prepare(NodePreparation node)
    {
        if (node.Json.Json["variable"] is not JsonObject variable)
            return null;
        var (id, name) = (variable.Text("id"), variable.Text("name"));
        var slot = VariableScope.Find(node.Node, id, name);
        if (slot is null)
            node.Error("UNKNOWN_VARIABLE", $"活动“{node.Node.Name}”设置的变量“{(name.Length > 0 ? name : id)}”不存在");
        return slot ?? (object)(name.Length > 0 ? name : id);
    }

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (execution.Node.Plan is not VariableSlot slot)
            throw new ActivityFault(execution.Node.Plan is string name ? $"变量“{name}”不存在" : "没有选择变量");
        OutputWriting.Set(run, execution, slot, Input(run, execution, "value"));
        run.Complete(execution);
    }
}
