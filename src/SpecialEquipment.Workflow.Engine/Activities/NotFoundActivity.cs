using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Stands for an activity type the engine does not know. Publishing refuses it; a flow that runs nevertheless stops here.</summary>
internal sealed class NotFoundActivity : BuiltInActivity
{
    public const string TypeName = "Elsa.NotFoundActivity";

    public override ActivityDescriptor Descriptor { get; } = new(TypeName, 1, "未知活动", "系统", "本系统没有该类型的活动。") { IsBrowsable = false };

    public override object Prepare(NodePreparation node) => node.Json.Type;

    public override void Start(BurstRun run, ActivityExecution execution) => throw new ActivityFault($"活动类型“{execution.Node.Plan}”不存在");
}
