namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>
/// Connections that leave a loop. Going round once more says nothing about the way out; only when no token is left in the loop is a
/// way out that was not followed dead. (Visiting it as dead in every round, as Elsa does, lets a merge behind the loop run too early
/// or never.)
/// </summary>
internal static class FlowLoops
{
    /// <summary>False when the visit is put off until the loop has ended.</summary>
    public static bool Pass(FlowTokens tokens, FlowConnection connection, bool followed)
    {
        ref var exit = ref tokens.Exits[connection.Index];
        if (followed)
            exit = FlowTokens.Followed;
        else if (exit == FlowTokens.Open)
            exit = FlowTokens.Unfollowed;
        return followed;
    }

    /// <summary>Settles the ways out of every loop that has no token left.</summary>
    public static void Decide(BurstRun run, ActivityExecution flowchart)
    {
        var tokens = flowchart.Flow!;
        if (!tokens.Graph.HasLoops)
            return;
        for (var again = true; again;)
        {
            again = false;
            foreach (var connection in tokens.Graph.Plan.Connections)
            {
                ref var exit = ref tokens.Exits[connection.Index];
                if (exit == FlowTokens.Open || IsAlive(run, flowchart, tokens.Graph.LoopsLeftBy(connection)!))
                    continue;
                var isDead = exit == FlowTokens.Unfollowed;
                exit = FlowTokens.Open;
                again = true;
                if (isDead)
                    FlowchartWalk.Arrive(run, flowchart, connection, followed: false, -1);
            }
        }
    }

    private static bool IsAlive(BurstRun run, ActivityExecution flowchart, bool[] loop)
    {
        foreach (var child in flowchart.Children)
            if (loop[child.Node.Place])
                return true;
        if (flowchart.Queued > 0 && run.IsQueued(flowchart, loop))
            return true;
        var tokens = flowchart.Flow!;
        foreach (var connection in tokens.Graph.Plan.Connections)
            if (loop[connection.Target] && tokens.HoldsToken(connection.Index))
                return true;
        return false;
    }
}
