using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Gives an output of the workflow a value.</summary>
internal sealed class SetOutput : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.SetOutput", 1, "设置输出", "基础", "给流程的输出赋值。")
    {
        Inputs = [new("OutputName", "String", "输出") { UiHint = "output-picker", IsRequired = true }, new("OutputValue", "Object", "值")],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        if (TextInput(run, execution, "outputName") is not { Length: > 0 } name)
            throw new ActivityFault("没有填写输出的名称");
        run.State.Output[name] = Input(run, execution, "outputValue");
        run.Complete(execution);
    }
}
