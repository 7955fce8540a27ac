using System.Diagnostics;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Benchmarks;

/// <summary>(a) A burst of five SetVariable in memory, on one core.</summary>
internal static class BurstBenchmark
{
    private static readonly string Definition = BenchFlow.Text("five", ["Count"],
        [.. Enumerable.Range(1, 5).Select(i => BenchFlow.SetVariable($"s{i}", "Count", $"getCount() + {i}"))],
        ["s1:Done:s2", "s2:Done:s3", "s3:Done:s4", "s4:Done:s5"]);

    public static void Run(Floors floors)
    {
        var workflow = WorkflowCompiler.Compile(WorkflowDefinition.Parse(Definition), new ActivityCatalogue([])).Workflow;
        var now = new DateTimeOffset(2026, 2, 10, 1, 0, 0, TimeSpan.Zero);
        var context = new StepContext(now);
        for (var i = 0; i < 20_000; i++)
            Once();
        const int runs = 100_000;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < runs; i++)
            Once();
        clock.Stop();
        var perSecond = runs / clock.Elapsed.TotalSeconds;
        var kib = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0 / runs;
        Console.WriteLine($"burst of five SetVariable (JavaScript) in memory: {perSecond:N0}/s, {kib:N1} KiB each");
        floors.AtLeast("burst per second", perSecond, 20_000);
        floors.AtMost("burst KiB", kib, 40);

        void Once()
        {
            var state = Executor.Create(workflow, Guid.CreateVersion7(now), null, null, now);
            Executor.Step(workflow, state, new Stimulus.Start(), context);
            if (state.Status != InstanceStatus.Finished)
                throw new InvalidOperationException($"the burst ended as {state.Status}");
        }
    }
}
