using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>Activities joined by connections; <see cref="FlowchartWalk"/> says how a token moves.</summary>
internal sealed class Flowchart : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Flowchart", 1, "流程图", "流程", "由连线串起的活动。") { IsContainer = true, Ports = DonePort };

    public override object Prepare(NodePreparation node)
    {
        var activities = node.Node.Children.Where(child => child.Port == "activities").Select(child => child.Node).ToArray();
        for (var place = 0; place < activities.Length; place++)
            activities[place].Place = place;
        var connections = FlowchartReading.Connections(node, activities);
        var isTokenBased = node.Definition.IsTokenBased || WorkflowDefinition.IsTokenMode(node.Json.Json["customProperties"]);
        var plan = new FlowchartPlan(activities, connections, FlowchartReading.DefaultStart(activities, connections), isTokenBased);
        FlowchartReading.Check(node, plan);
        return plan;
    }

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        var plan = (FlowchartPlan)execution.Node.Plan!;
        if (plan.IsTokenBased)
            throw new ActivityFault("流程图使用令牌模式，本系统只执行计数模式");
        var trigger = run.Trigger is { } id ? Array.FindIndex(plan.Activities, activity => activity.Id == id) : -1;
        var start = trigger >= 0 ? trigger : plan.DefaultStart;
        execution.Flow = new FlowTokens(plan.From(start), plan.Connections.Length);
        if (start >= 0)
            run.Schedule(execution, plan.Activities[start]);
        else
            run.Complete(execution);
    }

    public override void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Behaviour.EndsContainer)
        {
            run.Complete(execution, child.ContainerOutcomes);
            return;
        }
        FlowchartWalk.Leave(run, execution, child.Node.Place, outcomes, child.LostTo);
        if (execution.IsIdle)
            run.Complete(execution);
    }
}
