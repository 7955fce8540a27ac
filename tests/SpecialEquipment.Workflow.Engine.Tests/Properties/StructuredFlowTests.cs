using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Tests.Properties;

/// <summary>
/// Random programs of chains, decisions, forks, joins, loops, waits and nested flowcharts. The invariant: a flow that is given every
/// event it waits for finishes, and each activity has run exactly as often as a plain walk over the program says — a token that is
/// lost leaves the flow waiting or runs something too rarely, one that is doubled runs something too often.
/// </summary>
public sealed class StructuredFlowTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_token_is_lost_or_doubled(int batch)
    {
        for (var seed = batch * 25; seed < (batch + 1) * 25; seed++)
        {
            var program = Program(seed, out var flow);
            var expected = new Dictionary<string, int>();
            program.Walk(seed, expected);
            var drive = new PureDrive(Compiled(flow), seed, saveBetween: false).Run();
            Assert.Equal(InstanceStatus.Finished, drive.State.Status);
            Assert.Equal(Sorted(expected), Sorted(drive.Ran.Where(entry => !entry.Key.StartsWith("start", StringComparison.Ordinal) && entry.Key != "Flowchart1")));
        }
    }

    /// <summary>The same, with joins that take the first branch: what lies outside such branches still runs exactly as often as the walk says.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_race_between_branches_is_nobody_elses_business(int batch)
    {
        for (var seed = batch * 25; seed < (batch + 1) * 25; seed++)
        {
            var program = Program(seed, out var flow, waitAny: true);
            var contested = program.Contested().ToHashSet();
            var expected = new Dictionary<string, int>();
            program.Walk(seed, expected);
            var drive = new PureDrive(Compiled(flow), seed, saveBetween: seed % 2 == 0).Run();
            Assert.Equal(InstanceStatus.Finished, drive.State.Status);
            Assert.Equal(
                Sorted(expected.Where(entry => !contested.Contains(entry.Key))),
                Sorted(drive.Ran.Where(entry => !contested.Contains(entry.Key) && !entry.Key.StartsWith("start", StringComparison.Ordinal) && entry.Key != "Flowchart1")));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_input_gives_the_same_trace_and_a_state_survives_saving_at_any_point(int batch)
    {
        for (var seed = batch * 10; seed < (batch + 1) * 10; seed++)
        {
            Program(seed, out var flow);
            var workflow = Compiled(flow);
            var first = new PureDrive(workflow, seed, saveBetween: false).Run();
            Assert.Equal(first.Log, new PureDrive(workflow, seed, saveBetween: false).Run().Log);
            var saved = new PureDrive(workflow, seed, saveBetween: true).Run();
            Assert.Equal(first.Log, saved.Log);
            Assert.Equal(Text(first.State), Text(saved.State));
        }
    }

    private static string Text(InstanceState state) => System.Text.Encoding.UTF8.GetString(StateJson.Write(state).Span);

    private static Block Program(int seed, out Flow flow, bool waitAny = false)
    {
        var (random, next) = (new Random(seed), 0);
        var program = Block.Random(random, 1 + seed % 4, ref next, waitAny);
        flow = new Flow().Add("start", "Elsa.Start");
        flow.Connect($"start -> {program.Draw(flow).Entry}");
        return program;
    }

    private static Definitions.CompiledWorkflow Compiled(Flow flow)
    {
        var result = flow.Compile(new Choice());
        Assert.Empty(result.Problems);
        return result.Workflow;
    }

    private static IEnumerable<string> Sorted(IEnumerable<KeyValuePair<string, int>> counts) => counts.Select(entry => $"{entry.Key} {entry.Value}").Order(StringComparer.Ordinal);
}
