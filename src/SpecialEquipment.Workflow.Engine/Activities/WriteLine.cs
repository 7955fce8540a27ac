using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Writes a line into the journal. A server has no console: the evaluated text is the journal row's input.</summary>
internal sealed class WriteLine : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.WriteLine", 1, "记录文本", "基础", "在运行记录中写一行文字。")
    {
        Inputs = [new("Text", "String", "文字")],
        Ports = DonePort,
    };

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        Input(run, execution, "text");
        run.Complete(execution);
    }
}
