using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>
/// How tokens move through a flowchart in counter mode. Every finished activity visits all its outgoing connections and follows those
/// whose port is among its outcomes. A target waits until each of its forward connections holds a visit, then uses one of each: it
/// runs when one was followed, and is passed over, visiting its own connections unfollowed, when none was. So a dead path disappears
/// and a merge waits for exactly what can still arrive.
/// A connection that leaves a loop is dead only when the loop ends without having followed it, not in every round.
/// </summary>
internal static class FlowchartWalk
{
    private static readonly string[] Nothing = [];

    /// <summary>An activity is done: goes on with what follows it, and completes the flowchart when nothing is left.</summary>
    /// <param name="lostTo">The join the activity's branch has lost to, or -1.</param>
    public static void Leave(BurstRun run, ActivityExecution flowchart, int place, IReadOnlyList<string> outcomes, int lostTo)
    {
        RefuseInvalidLoop(flowchart.Flow!.Graph, place, outcomes);
        Visit(run, flowchart, place, outcomes, lostTo);
        FlowLoops.Decide(run, flowchart);
        while (flowchart.IsIdle && Release(run, flowchart))
            FlowLoops.Decide(run, flowchart);
    }

    private static void Visit(BurstRun run, ActivityExecution flowchart, int place, IReadOnlyList<string> outcomes, int lostTo)
    {
        var graph = flowchart.Flow!.Graph;
        foreach (var connection in graph.Outbound(place))
        {
            var followed = Contains(outcomes, connection.Port);
            if (graph.IsBackward(connection))
            {
                if (followed)
                    Enqueue(run, flowchart, connection.Target, lostTo);
            }
            else if (graph.LoopsLeftBy(connection) is null || FlowLoops.Pass(flowchart.Flow, connection, followed))
                Arrive(run, flowchart, connection, followed, lostTo);
        }
    }

    // before anything is visited, so that a retry does not visit twice
    private static void RefuseInvalidLoop(FlowGraph graph, int place, IReadOnlyList<string> outcomes)
    {
        foreach (var connection in graph.Outbound(place))
            if (graph.IsBackward(connection) && !graph.IsLoop(connection) && Contains(outcomes, connection.Port))
                throw new ActivityFault($"返回“{graph.Plan.Activities[connection.Target].Name}”的连线不构成循环：应为从开始到来源的每条路径都经过目标，实际可以绕过");
    }

    public static void Arrive(BurstRun run, ActivityExecution flowchart, FlowConnection connection, bool followed, int lostTo)
    {
        var tokens = flowchart.Flow!;
        if (!tokens.Push(connection.Index, followed))
            return;
        var target = connection.Target;
        var inbound = tokens.Graph.ForwardInbound(target);
        var mode = ModeOf(run, flowchart, target);
        if (mode == FlowJoinMode.WaitAny && followed)
        {
            foreach (var other in inbound)
                if (tokens.Has(other.Index))
                    tokens.Pop(other.Index);
                else
                    tokens.Owe(other.Index);
            Enqueue(run, flowchart, target, lostTo);
            CancelBranches(run, flowchart, target);
            return;
        }
        foreach (var one in inbound)
            if (!tokens.Has(one.Index))
                return;
        Use(run, flowchart, target, mode, lostTo);
    }

    // every connection that holds a visit gives one; one that holds none counts as not followed
    private static void Use(BurstRun run, ActivityExecution flowchart, int target, FlowJoinMode mode, int lostTo)
    {
        var tokens = flowchart.Flow!;
        var (some, all) = (false, true);
        foreach (var one in tokens.Graph.ForwardInbound(target))
            if (tokens.Has(one.Index) && tokens.Pop(one.Index))
                some = true;
            else
                all = false;
        if (mode == FlowJoinMode.WaitAll ? all : some)
            Enqueue(run, flowchart, target, lostTo);
        else
            Visit(run, flowchart, target, Nothing, lostTo);
    }

    // nothing works any more, yet a token waits at a merge for a branch that cannot come: it goes on alone
    private static bool Release(BurstRun run, ActivityExecution flowchart)
    {
        var tokens = flowchart.Flow!;
        foreach (var target in tokens.Graph.Order)
            foreach (var connection in tokens.Graph.ForwardInbound(target))
                if (tokens.HoldsToken(connection.Index))
                {
                    Use(run, flowchart, target, ModeOf(run, flowchart, target), -1);
                    return true;
                }
        return false;
    }

    private static FlowJoinMode ModeOf(BurstRun run, ActivityExecution flowchart, int place)
    {
        var node = flowchart.Flow!.Graph.Plan.Activities[place];
        return node.Behaviour is FlowJoin ? FlowJoin.ModeOf(run, flowchart, node) : FlowJoinMode.WaitAllActive;
    }

    /// <summary>A WaitAny join has been reached: gives up what still works towards it.</summary>
    public static void CancelBranches(BurstRun run, ActivityExecution flowchart, int join)
    {
        var towards = flowchart.Flow!.Graph.AncestorsOf(join);
        foreach (var child in flowchart.Children.ToArray())
            if (!child.HasEnded && child.Node.Place != join && towards[child.Node.Place])
                GiveUp(run, flowchart, child);
    }

    /// <summary>Cancels an activity and everything inside it; what it would have visited is visited unfollowed.</summary>
    private static void GiveUp(BurstRun run, ActivityExecution flowchart, ActivityExecution child)
    {
        run.Cancel(child);
        Visit(run, flowchart, child.Node.Place, Nothing, -1);
    }

    /// <summary>Gives up an activity whose branch has lost, when it would wait.</summary>
    public static void DropLost(BurstRun run, ActivityExecution flowchart, ActivityExecution child)
    {
        run.Cancel(child);
        Leave(run, flowchart, child.Node.Place, Nothing, -1);
    }

    private static void Enqueue(BurstRun run, ActivityExecution flowchart, int target, int lostTo)
    {
        // a branch that has lost stays lost until it meets the join; beyond it, it is nobody's branch
        var lost = lostTo >= 0 && flowchart.Flow!.Graph.AncestorsOf(lostTo)[target] ? lostTo : -1;
        run.Schedule(flowchart, flowchart.Flow!.Graph.Plan.Activities[target], lost);
    }

    private static bool Contains(IReadOnlyList<string> outcomes, string port)
    {
        for (var i = 0; i < outcomes.Count; i++)
            if (outcomes[i] == port)
                return true;
        return false;
    }
}
