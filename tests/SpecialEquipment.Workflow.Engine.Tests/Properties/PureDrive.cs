using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Tests.Properties;

/// <summary>
/// Drives the pure executor to the end of a flow: answers the calls of <c>Test.Choose</c>, and raises what the flow waits for in an
/// order drawn from the seed. With <c>saveBetween</c> the state goes through its stored form before every single stimulus.
/// </summary>
internal sealed class PureDrive(CompiledWorkflow workflow, int seed, bool saveBetween)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly StepContext context = new(Now) { MaxActivitiesPerBurst = 150 };
    private readonly Dictionary<string, int> chosen = [];
    private const int MaxSteps = 120;
    private int steps;
    private InstanceState state = Executor.Create(workflow, Guid.Parse("0198c0de-0000-7000-8000-000000000001"), null, null, Now);

    public List<string> Log { get; } = [];

    /// <summary>Completed executions per activity id.</summary>
    public Dictionary<string, int> Ran { get; } = [];
    public InstanceState State => state;

    public PureDrive Run()
    {
        Step(new Stimulus.Start());
        var random = new Random(seed);
        while (steps < MaxSteps && state.Bookmarks.Any() && state.Status == InstanceStatus.Suspended)
        {
            var waiting = state.Bookmarks.OrderBy(bookmark => bookmark.Id).ToList();
            Step(new Stimulus.BookmarkResumed(waiting[random.Next(waiting.Count)].Id, null));
        }
        return this;
    }

    private void Step(Stimulus first)
    {
        var stimuli = new Queue<Stimulus>([first]);
        // a loop through a host activity is a chain of bursts: it is the runtime's to bound, and here the drive's
        while (steps < MaxSteps && stimuli.TryDequeue(out var stimulus))
        {
            steps++;
            // given up while its call was waiting to be answered
            if (stimulus is Stimulus.HostReturned returned && !state.Executions().Any(execution => execution.InstanceNumber == returned.ActivityInstanceId))
                continue;
            if (saveBetween)
                state = StateJson.Read(workflow, StateJson.Write(state).Span);
            var burst = Executor.Step(workflow, state, stimulus, context);
            Assert.True(burst.TookEffect);
            state = burst.State;
            foreach (var entry in burst.Journal)
            {
                Log.Add($"{entry.ActivityInstanceId} {entry.Node.Id} {entry.Kind} {string.Join(",", entry.Outcomes ?? [])}");
                if (entry.Kind == JournalKind.Completed)
                    Ran[entry.Node.Id] = Ran.GetValueOrDefault(entry.Node.Id) + 1;
            }
            foreach (var call in burst.Effects.OfType<Effect.CallHost>())
                stimuli.Enqueue(new Stimulus.HostReturned(call.ActivityInstanceId, ActivityOutcome.Through(Next(call.Node.Id)), call.State));
        }
    }

    private string Next(string activity)
    {
        var count = chosen[activity] = chosen.GetValueOrDefault(activity) + 1;
        return Choice.Of(seed, activity, count);
    }
}

/// <summary>What <c>Test.Choose</c> answers: a function of seed, activity and how many-th time, so that an oracle knows it too.</summary>
internal sealed class Choice : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("Test.Choose", 1, "选择", "测试", "") { Ports = [new("A", "A"), new("B", "B")] };

    // a loop's check goes back (A) at most twice in a row
    public static string Of(int seed, string activity, int count)
    {
        var hash = seed * 31;
        foreach (var character in activity)
            hash = hash * 131 + character;
        var wanted = (hash & 0x7fffffff) % 3;
        return activity.StartsWith("loop", StringComparison.Ordinal)
            ? (count - 1) % 3 < wanted ? "A" : "B"
            : ((hash >> 3) + count) % 2 == 0 ? "A" : "B";
    }

    public ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => throw new NotSupportedException();
}
