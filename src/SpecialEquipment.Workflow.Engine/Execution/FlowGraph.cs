using System.Collections.Concurrent;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>A connection between two activities of one flowchart, by their places.</summary>
internal sealed record FlowConnection(int Index, int Source, string Port, int Target);

/// <summary>The activities and connections of a flowchart, and a graph for each start they are walked from.</summary>
internal sealed class FlowchartPlan(CompiledNode[] activities, FlowConnection[] connections, int defaultStart, bool isTokenBased)
{
    private readonly ConcurrentDictionary<int, FlowGraph> graphs = new();

    public CompiledNode[] Activities { get; } = activities;
    public FlowConnection[] Connections { get; } = connections;

    /// <summary>Place of the activity a flow begins at when nothing else says so; -1 for an empty flowchart.</summary>
    public int DefaultStart { get; } = defaultStart;

    /// <summary>The flowchart asks for a mode that is not built; it stops where it would begin.</summary>
    public bool IsTokenBased { get; } = isTokenBased;

    public FlowGraph From(int start) => graphs.GetOrAdd(start, static (place, plan) => new FlowGraph(plan, place), this);
}

/// <summary>
/// A flowchart seen from its start: which connections lead forward, which back, and who dominates whom. Only what can be
/// reached from the start counts; the rest of the flowchart does not exist for the walk.
/// </summary>
internal sealed class FlowGraph
{
    private readonly FlowConnection[][] outbound;
    private readonly FlowConnection[][] forwardInbound;
    private readonly bool[] isBackward;
    private readonly ConcurrentDictionary<int, bool[]> ancestors = new();
    private readonly int[] immediateDominator;
    private readonly int[] order;
    private readonly bool[]?[] loopsLeft;

    public FlowGraph(FlowchartPlan plan, int start)
    {
        Plan = plan;
        Start = start;
        var count = plan.Activities.Length;
        outbound = [.. Enumerable.Range(0, count).Select(place => plan.Connections.Where(connection => connection.Source == place).ToArray())];
        isBackward = new bool[plan.Connections.Length];
        order = new int[count];
        Array.Fill(order, -1);
        var sequence = start < 0 ? [] : Walk(start);
        forwardInbound = [.. Enumerable.Range(0, count).Select(place =>
            plan.Connections.Where(connection => connection.Target == place && order[connection.Source] >= 0 && !isBackward[connection.Index]).ToArray())];
        immediateDominator = Dominators(sequence);
        Order = sequence;
        loopsLeft = LoopsLeft();
        HasLoops = Array.Exists(loopsLeft, left => left is not null);
    }

    public FlowchartPlan Plan { get; }
    public int Start { get; }

    /// <summary>Reached places, sources before targets.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>Some connection leaves a loop.</summary>
    public bool HasLoops { get; }

    /// <summary>The places of every loop a forward connection leads out of; null when it leaves none.</summary>
    public bool[]? LoopsLeftBy(FlowConnection connection) => loopsLeft[connection.Index];

    public bool Reaches(int place) => order[place] >= 0;
    public ReadOnlySpan<FlowConnection> Outbound(int place) => outbound[place];
    public ReadOnlySpan<FlowConnection> ForwardInbound(int place) => forwardInbound[place];
    public bool IsBackward(FlowConnection connection) => isBackward[connection.Index];

    /// <summary>A connection back is a loop only when every way from the start to its source leads through its target.</summary>
    public bool IsLoop(FlowConnection connection) => isBackward[connection.Index] && Dominates(connection.Target, connection.Source);

    /// <summary>Connections back that are no loops.</summary>
    public IEnumerable<FlowConnection> InvalidLoops => Plan.Connections.Where(connection => isBackward[connection.Index] && !IsLoop(connection));

    /// <summary>Per place: whether forward connections lead from it to <paramref name="place"/>.</summary>
    public bool[] AncestorsOf(int place) => ancestors.GetOrAdd(place, static (target, graph) =>
    {
        var found = new bool[graph.order.Length];
        var open = new Stack<int>([target]);
        while (open.TryPop(out var current))
            foreach (var connection in graph.forwardInbound[current])
                if (!found[connection.Source])
                {
                    found[connection.Source] = true;
                    open.Push(connection.Source);
                }
        return found;
    }, this);

    private bool Dominates(int dominator, int place)
    {
        while (place != dominator)
        {
            if (place == Start)
                return false;
            place = immediateDominator[place];
        }
        return true;
    }

    private bool[]?[] LoopsLeft()
    {
        var left = new bool[]?[Plan.Connections.Length];
        foreach (var back in Plan.Connections.Where(IsLoop))
        {
            var loop = LoopOf(back);
            foreach (var connection in Plan.Connections)
                if (!isBackward[connection.Index] && loop[connection.Source] && !loop[connection.Target])
                {
                    var places = left[connection.Index] ??= new bool[loop.Length];
                    for (var place = 0; place < loop.Length; place++)
                        places[place] |= loop[place];
                }
        }
        return left;
    }

    // the target of the connection back, and what reaches its source without passing the target
    private bool[] LoopOf(FlowConnection back)
    {
        var loop = new bool[order.Length];
        loop[back.Target] = true;
        var open = new Stack<int>([back.Source]);
        while (open.TryPop(out var place))
        {
            if (loop[place])
                continue;
            loop[place] = true;
            foreach (var connection in Plan.Connections)
                if (connection.Target == place && order[connection.Source] >= 0)
                    open.Push(connection.Source);
        }
        return loop;
    }

    // depth first in the order of the connections; a connection to an activity still on the path leads back.
    // Returns the reached places in reverse postorder and numbers them so in `order`.
    private int[] Walk(int start)
    {
        const int fresh = 0, onPath = 1, done = 2;
        var mark = new byte[order.Length];
        var path = new Stack<(int Place, int Next)>();
        var postorder = new List<int>();
        path.Push((start, 0));
        mark[start] = onPath;
        while (path.TryPop(out var step))
        {
            if (step.Next == outbound[step.Place].Length)
            {
                mark[step.Place] = done;
                postorder.Add(step.Place);
                continue;
            }
            path.Push((step.Place, step.Next + 1));
            var connection = outbound[step.Place][step.Next];
            if (mark[connection.Target] == onPath)
                isBackward[connection.Index] = true;
            else if (mark[connection.Target] == fresh)
            {
                mark[connection.Target] = onPath;
                path.Push((connection.Target, 0));
            }
        }
        postorder.Reverse();
        for (var i = 0; i < postorder.Count; i++)
            order[postorder[i]] = i;
        return [.. postorder];
    }

    // Cooper, Harvey, Kennedy: iterate to the fixed point over reverse postorder
    private int[] Dominators(int[] sequence)
    {
        var dominator = new int[order.Length];
        Array.Fill(dominator, -1);
        if (sequence.Length == 0)
            return dominator;
        dominator[Start] = Start;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var place in sequence.AsSpan(1))
            {
                var best = -1;
                foreach (var connection in Plan.Connections)
                    if (connection.Target == place && order[connection.Source] >= 0 && dominator[connection.Source] >= 0)
                        best = best < 0 ? connection.Source : Meet(dominator, best, connection.Source);
                if (dominator[place] != best)
                {
                    dominator[place] = best;
                    changed = true;
                }
            }
        }
        return dominator;
    }

    private int Meet(int[] dominator, int left, int right)
    {
        while (left != right)
        {
            while (order[left] > order[right])
                left = dominator[left];
            while (order[right] > order[left])
                right = dominator[right];
        }
        return left;
    }
}
