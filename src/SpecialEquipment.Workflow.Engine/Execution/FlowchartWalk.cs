using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>
/// How a token moves through a flowchart in counter mode. Every finished activity visits all its outgoing connections and follows
/// those whose port is among its outcomes. A target waits until each of its forward connections has been visited more often than
/// the target itself; then it runs when one of them was followed, and is passed over, visiting its own connections unfollowed,
/// when none was. So a dead path disappears and a merge waits for exactly what can still arrive.
/// </summary>
internal static class FlowchartWalk
{
    private static readonly string[] Nothing = [];

    /// <summary>An activity is done; goes on with what follows it.</summary>
    /// <param name="lostTo">The join the activity's branch has lost to, or -1.</param>
    public static void Leave(BurstRun run, ActivityExecution flowchart, int place, IReadOnlyList<string> outcomes, int lostTo)
    {
        var counters = flowchart.Flow!;
        RefuseInvalidLoop(counters.Graph, place, outcomes);
        counters.Activities[place]++;
        foreach (var connection in counters.Graph.Outbound(place))
        {
            var followed = Contains(outcomes, connection.Port);
            var visits = counters.Connections[connection.Index] >> 1;
            counters.Connections[connection.Index] = ((visits + 1) << 1) | (followed ? 1 : 0);
            if (counters.Graph.IsBackward(connection))
            {
                if (followed)
                    Enqueue(run, flowchart, connection.Target, lostTo);
            }
            else
                Arrive(run, flowchart, connection, followed, lostTo);
        }
    }

    // before anything is counted, so that a retry does not count twice
    private static void RefuseInvalidLoop(FlowGraph graph, int place, IReadOnlyList<string> outcomes)
    {
        foreach (var connection in graph.Outbound(place))
            if (graph.IsBackward(connection) && !graph.IsLoop(connection) && Contains(outcomes, connection.Port))
                throw new ActivityFault($"返回“{graph.Plan.Activities[connection.Target].Name}”的连线不构成循环：应为从开始到来源的每条路径都经过目标，实际可以绕过");
    }

    private static void Arrive(BurstRun run, ActivityExecution flowchart, FlowConnection connection, bool followed, int lostTo)
    {
        var counters = flowchart.Flow!;
        var target = connection.Target;
        var node = counters.Graph.Plan.Activities[target];
        var mode = node.Behaviour is FlowJoin ? FlowJoin.ModeOf(run, flowchart, node) : FlowJoinMode.WaitAllActive;
        if (mode == FlowJoinMode.WaitAny && followed)
        {
            ArriveFirst(run, flowchart, connection, lostTo);
            return;
        }
        var (visited, some, all) = Look(counters, target);
        if (!visited || run.IsUnderWay(flowchart, node) && mode == FlowJoinMode.WaitAny)
            return;
        if (mode == FlowJoinMode.WaitAll ? all : some)
            Enqueue(run, flowchart, target, lostTo);
        else
            Leave(run, flowchart, target, Nothing, lostTo);
    }

    private static void ArriveFirst(BurstRun run, ActivityExecution flowchart, FlowConnection connection, int lostTo)
    {
        var counters = flowchart.Flow!;
        // the join ran in this round already: a late arrival
        if (counters.Connections[connection.Index] >> 1 <= counters.Activities[connection.Target])
            return;
        var node = counters.Graph.Plan.Activities[connection.Target];
        if (run.IsUnderWay(flowchart, node))
            return;
        Enqueue(run, flowchart, connection.Target, lostTo);
        CancelBranches(run, flowchart, connection.Target);
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
    public static void GiveUp(BurstRun run, ActivityExecution flowchart, ActivityExecution child)
    {
        run.Cancel(child);
        Leave(run, flowchart, child.Node.Place, Nothing, -1);
    }

    private static (bool Visited, bool Some, bool All) Look(FlowCounters counters, int target)
    {
        var (some, all) = (false, true);
        var ran = counters.Activities[target];
        foreach (var connection in counters.Graph.ForwardInbound(target))
        {
            var count = counters.Connections[connection.Index];
            if (count >> 1 <= ran)
                return (false, false, false);
            if ((count & 1) != 0)
                some = true;
            else
                all = false;
        }
        return (true, some, all);
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
