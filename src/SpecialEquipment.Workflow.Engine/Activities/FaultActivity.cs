using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Opens an incident on purpose.</summary>
internal sealed class FaultActivity : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Fault", 1, "报告异常", "流程控制", "让流程停在这里并登记一个异常，由管理人员处理。")
    {
        Inputs =
        [
            new("Code", "String", "代码"),
            new("Category", "String", "类别"),
            new("FaultType", "String", "类型"),
            new("Message", "String", "说明"),
        ],
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var code = TextInput(run, execution, "code");
        Input(run, execution, "category");
        Input(run, execution, "faultType");
        var message = TextInput(run, execution, "message") is { Length: > 0 } text ? text : "流程报告了异常";
        throw new ActivityFault(string.IsNullOrEmpty(code) ? message : $"{message}（{code}）");
    }
}
