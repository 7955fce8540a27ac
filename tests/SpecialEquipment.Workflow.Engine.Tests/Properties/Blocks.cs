using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Engine.Tests.Properties;

/// <summary>
/// A structured program of which a flowchart is made, and which can be walked without any flowchart: the walk is the oracle of what
/// must have run how often. It knows no queue, no counters, no dead paths.
/// </summary>
internal abstract record Block
{
    public sealed record Leaf(string Id, bool Waits) : Block;

    public sealed record Chain(IReadOnlyList<Block> Parts) : Block;

    public sealed record Decision(string Id, Block Left, Block Right) : Block;

    /// <param name="Mode">Mode of the join; null: an ordinary activity merges the branches.</param>
    public sealed record Parallel(string Id, string? Mode, IReadOnlyList<Block> Branches) : Block;

    public sealed record Loop(string Id, Block Body) : Block;

    public sealed record Nested(string Id, Block Inside) : Block;

    /// <param name="waitAny">Some joins take the first branch that arrives.</param>
    public static Block Random(Random random, int depth, ref int next, bool waitAny = false)
    {
        var id = (++next).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (depth == 0)
            return new Leaf("leaf" + id, random.Next(4) == 0);
        switch (random.Next(7))
        {
            case 0: return new Decision("choose" + id, Random(random, depth - 1, ref next, waitAny), Random(random, depth - 1, ref next, waitAny));
            case 1 or 2:
                var branches = new List<Block>();
                for (var i = random.Next(2, 4); i > 0; i--)
                    branches.Add(Random(random, depth - 1, ref next, waitAny));
                return new Parallel("fork" + id, random.Next(waitAny ? 5 : 3) switch { 0 => null, 1 => "WaitAll", 2 => "WaitAllActive", _ => "WaitAny" }, branches);
            case 3: return new Loop("loop" + id, Random(random, depth - 1, ref next, waitAny));
            case 4: return new Nested("nested" + id, Random(random, depth - 1, ref next, waitAny));
            default:
                var parts = new List<Block>();
                for (var i = random.Next(2, 4); i > 0; i--)
                    parts.Add(Random(random, depth - 1, ref next, waitAny));
                return new Chain(parts);
        }
    }

    /// <summary>Activities in branches of a WaitAny join: how far they come depends on who is first.</summary>
    public IEnumerable<string> Contested(bool inside = false) => this switch
    {
        Leaf leaf => inside ? [leaf.Id] : [],
        Chain chain => chain.Parts.SelectMany(part => part.Contested(inside)),
        Decision decision => decision.Left.Contested(inside).Concat(decision.Right.Contested(inside)).Concat(inside ? [decision.Id, "end" + decision.Id] : []),
        Parallel parallel => parallel.Branches.SelectMany(branch => branch.Contested(inside || parallel.Mode == "WaitAny")).Concat(inside ? [parallel.Id, "end" + parallel.Id] : []),
        Loop loop => loop.Body.Contested(inside).Concat(inside ? ["head" + loop.Id, loop.Id, "end" + loop.Id] : []),
        Nested nested => nested.Inside.Contested(inside).Concat(inside ? [nested.Id, "flow" + nested.Id] : []),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Counts what must run.</summary>
    public void Walk(int seed, Dictionary<string, int> counts)
    {
        int Count(string id) => counts[id] = counts.GetValueOrDefault(id) + 1;
        switch (this)
        {
            case Leaf leaf:
                Count(leaf.Id);
                break;
            case Chain chain:
                foreach (var part in chain.Parts)
                    part.Walk(seed, counts);
                break;
            case Decision decision:
                (Choice.Of(seed, decision.Id, Count(decision.Id)) == "A" ? decision.Left : decision.Right).Walk(seed, counts);
                Count("end" + decision.Id);
                break;
            case Parallel parallel:
                Count(parallel.Id);
                foreach (var branch in parallel.Branches)
                    branch.Walk(seed, counts);
                Count("end" + parallel.Id);
                break;
            case Loop loop:
                do
                {
                    Count("head" + loop.Id);
                    loop.Body.Walk(seed, counts);
                }
                while (Choice.Of(seed, loop.Id, Count(loop.Id)) == "A");
                Count("end" + loop.Id);
                break;
            case Nested nested:
                Count(nested.Id);
                Count("flow" + nested.Id);
                nested.Inside.Walk(seed, counts);
                break;
        }
    }

    /// <summary>Adds the block to a flowchart; gives its first and last activity.</summary>
    public (string Entry, string Exit) Draw(Flow flow)
    {
        switch (this)
        {
            case Leaf { Waits: true } leaf:
                flow.Wait(leaf.Id, leaf.Id);
                return (leaf.Id, leaf.Id);
            case Leaf leaf:
                flow.Line(leaf.Id);
                return (leaf.Id, leaf.Id);
            case Chain chain:
                var ends = chain.Parts.Select(part => part.Draw(flow)).ToList();
                for (var i = 1; i < ends.Count; i++)
                    flow.Connect($"{ends[i - 1].Exit} -> {ends[i].Entry}");
                return (ends[0].Entry, ends[^1].Exit);
            case Decision decision:
                flow.Add(decision.Id, "Test.Choose");
                var (left, right) = (decision.Left.Draw(flow), decision.Right.Draw(flow));
                flow.Line("end" + decision.Id);
                flow.Connect($"{decision.Id}.A -> {left.Entry}", $"{decision.Id}.B -> {right.Entry}", $"{left.Exit} -> end{decision.Id}", $"{right.Exit} -> end{decision.Id}");
                return (decision.Id, "end" + decision.Id);
            case Parallel parallel:
                flow.Line(parallel.Id);
                if (parallel.Mode is null)
                    flow.Line("end" + parallel.Id);
                else
                    flow.Add("end" + parallel.Id, "Elsa.FlowJoin", ("mode", Flow.Literal(parallel.Mode)));
                foreach (var branch in parallel.Branches)
                {
                    var (entry, exit) = branch.Draw(flow);
                    flow.Connect($"{parallel.Id} -> {entry}", $"{exit} -> end{parallel.Id}");
                }
                return (parallel.Id, "end" + parallel.Id);
            case Loop loop:
                flow.Line("head" + loop.Id);
                var body = loop.Body.Draw(flow);
                flow.Add(loop.Id, "Test.Choose").Line("end" + loop.Id);
                flow.Connect($"head{loop.Id} -> {body.Entry}", $"{body.Exit} -> {loop.Id}", $"{loop.Id}.A -> head{loop.Id}", $"{loop.Id}.B -> end{loop.Id}");
                return ("head" + loop.Id, "end" + loop.Id);
            case Nested nested:
                var inner = new Flow().Add("start" + nested.Id, "Elsa.Start");
                inner.Connect($"start{nested.Id} -> {nested.Inside.Draw(inner).Entry}");
                var root = inner.Root();
                root["id"] = "flow" + nested.Id;
                flow.Add(nested.Id, "Elsa.If", ("condition", Flow.Literal("true")), ("then", root));
                return (nested.Id, nested.Id);
            default:
                throw new InvalidOperationException();
        }
    }
}
