using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Tests.Properties;

/// <summary>Random graphs without structure.</summary>
public sealed class RandomGraphTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 8)];

    /// <summary>
    /// In a graph without loops every activity runs at most once, and which ones run follows from the graph alone: in topological
    /// order, an activity runs when one of its connections (a WaitAll join: all of them) was followed. Queue, interleaving and
    /// the order of events must not matter.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_loops_the_graph_alone_decides_what_runs(int batch)
    {
        for (var seed = batch * 40; seed < (batch + 1) * 40; seed++)
        {
            var graph = new Graph(seed, loops: false, waitAny: false);
            var drive = new PureDrive(graph.Flow.Compile(new Choice()).Workflow, seed, saveBetween: false).Run();
            Assert.Equal(InstanceStatus.Finished, drive.State.Status);
            Assert.Equal(graph.Expected(seed), drive.Ran.Where(entry => entry.Key != "Flowchart1").Select(entry => $"{entry.Key} {entry.Value}").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_join_that_takes_any_never_runs_twice_and_leaves_nobody_waiting(int batch)
    {
        for (var seed = batch * 40; seed < (batch + 1) * 40; seed++)
        {
            var graph = new Graph(seed, loops: false, waitAny: true);
            var drive = new PureDrive(graph.Flow.Compile(new Choice()).Workflow, seed, saveBetween: false).Run();
            Assert.Equal(InstanceStatus.Finished, drive.State.Status);
            Assert.Empty(drive.State.Bookmarks);
            Assert.All(drive.Ran, entry => Assert.Equal(1, entry.Value));
        }
    }

    /// <summary>Any connections at all: loops that never end, connections back to nowhere sensible, unreachable parts.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_the_graph_a_burst_ends_and_repeats_itself_and_a_state_can_be_saved(int batch)
    {
        for (var seed = batch * 15; seed < (batch + 1) * 15; seed++)
        {
            var workflow = new Graph(seed, loops: true, waitAny: true).Flow.Compile(new Choice()).Workflow;
            var first = new PureDrive(workflow, seed, saveBetween: false).Run();
            var second = new PureDrive(workflow, seed, saveBetween: true).Run();
            Assert.Equal(first.Log, second.Log);
            Assert.Equal(StateJson.Write(first.State).ToArray(), StateJson.Write(second.State).ToArray());
            Assert.True(first.State.Status is not InstanceStatus.Running);
            Assert.True(first.State.Status != InstanceStatus.Faulted || first.State.OpenIncidentCount > 0);
        }
    }

    private sealed class Graph
    {
        private readonly List<(int From, string Port, int To)> edges = [];
        private readonly string[] kinds;

        public Graph(int seed, bool loops, bool waitAny)
        {
            var random = new Random(seed);
            kinds = [.. Enumerable.Range(0, random.Next(4, 14)).Select(place => place == 0 ? "line" : random.Next(waitAny ? 8 : 7) switch
            {
                0 or 1 => "choose", 2 => "wait", 3 => "WaitAll", 4 => "WaitAllActive", 7 => "WaitAny", _ => "line",
            })];
            for (var to = 1; to < kinds.Length; to++)
                for (var count = random.Next(1, 4); count > 0; count--)
                    Connect(random, loops ? random.Next(kinds.Length) : random.Next(to), to);
            for (var place = 0; place < kinds.Length; place++)
                Draw(place);
            Flow.Connect([.. edges.Select(edge => $"{Id(edge.From)}.{edge.Port} -> {Id(edge.To)}")]);
        }

        public Flow Flow { get; } = new();

        private void Connect(Random random, int from, int to)
        {
            var edge = (from, kinds[from] == "choose" ? random.Next(2) == 0 ? "A" : "B" : "Done", to);
            if (!edges.Contains(edge))
                edges.Add(edge);
        }

        private void Draw(int place)
        {
            switch (kinds[place])
            {
                case "line" when place == 0: Flow.Add(Id(place), "Elsa.Start"); break;
                case "line": Flow.Line(Id(place)); break;
                case "choose": Flow.Add(Id(place), "Test.Choose"); break;
                case "wait": Flow.Wait(Id(place), Id(place)); break;
                default: Flow.Add(Id(place), "Elsa.FlowJoin", ("mode", Flow.Literal(kinds[place]))); break;
            }
        }

        private static string Id(int place) => "n" + place;

        public IEnumerable<string> Expected(int seed)
        {
            var runs = new bool[kinds.Length];
            runs[0] = true;
            for (var place = 1; place < kinds.Length; place++)
            {
                var followed = edges.Where(edge => edge.To == place).Select(edge => runs[edge.From] && (edge.Port == "Done" || edge.Port == Choice.Of(seed, Id(edge.From), 1))).ToList();
                runs[place] = kinds[place] == "WaitAll" ? followed.TrueForAll(one => one) : followed.Contains(true);
            }
            return Enumerable.Range(0, kinds.Length).Where(place => runs[place]).Select(place => Id(place) + " 1").Order(StringComparer.Ordinal);
        }
    }
}
