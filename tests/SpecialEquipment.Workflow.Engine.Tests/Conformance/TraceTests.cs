namespace SpecialEquipment.Workflow.Engine.Tests.Conformance;

public sealed class TraceTests
{
    public static TheoryData<string> Judged() => [.. Trace.Names().Except(Trace.Pending())];

    public static TheoryData<string> Waiting() => [.. Trace.Pending()];

    [Theory]
    [MemberData(nameof(Judged))]
    public async Task Runs_as_recorded(string name)
    {
        var trace = Trace.Load(name);
        var actual = await TraceRun.RunAsync(trace);
        var differences = TraceComparison.Differences(trace.Expected, actual);
        Assert.True(differences.Length == 0, differences);
    }

    [Theory]
    [MemberData(nameof(Waiting))]
    public async Task A_pending_trace_does_not_pass_yet(string name)
    {
        var trace = Trace.Load(name);
        Assert.False("" == TraceComparison.Differences(trace.Expected, await TraceRun.RunAsync(trace)), $"{name} passes: take it off Traces/pending.txt");
    }

    [Fact]
    public void Every_pending_name_is_a_trace() => Assert.Empty(Trace.Pending().Except(Trace.Names()));

    [Fact]
    public void The_whole_corpus_is_here() => Assert.Equal(158, Trace.Names().Count());
}
