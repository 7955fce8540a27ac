using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>The engine's side of an activity the application performs: asks for the call and takes the answer.</summary>
internal sealed class HostActivityCall(ActivityDescriptor descriptor) : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = descriptor;

    public override void Start(BurstRun run, ActivityExecution execution)
    {
        Evaluate(run, execution);
        (execution.Requests = new()).Enqueue(new HostRequest(null));
        run.Ask(execution);
    }

    public override void Retry(BurstRun run, ActivityExecution execution)
    {
        if (execution.Requests!.Peek().Resumption is null)
            Evaluate(run, execution);
        run.Ask(execution);
    }

    public static void Resume(BurstRun run, ActivityExecution execution, Bookmark bookmark, object? input)
    {
        var requests = execution.Requests ??= new();
        requests.Enqueue(new HostRequest(new Resumption(bookmark.Kind, bookmark.Name, bookmark.Payload, input)));
        // one call at a time; behind an incident the resumption waits for the retry
        if (requests.Count == 1 && execution.Incident is null)
        {
            run.Resumed(execution);
            run.Ask(execution);
        }
    }

    public static bool Returned(BurstRun run, ActivityExecution execution, Stimulus.HostReturned returned)
    {
        if (execution.Requests is not { Count: > 0 } requests)
            return false;
        requests.Dequeue();
        execution.IsKnownToHost = true;
        execution.HostState = returned.State ?? execution.HostState;
        run.Resolve(execution);
        switch (returned.Outcome)
        {
            case ActivityOutcome.Completed completed:
                run.CompleteHost(execution, completed);
                break;
            case ActivityOutcome.Waiting waiting:
                run.RemoveBookmarks(execution);
                foreach (var bookmark in waiting.Bookmarks)
                    run.Wait(execution, bookmark.Kind, bookmark.Name, bookmark.DueAt, bookmark.Payload);
                run.Suspended(execution);
                if (requests.Count > 0)
                    run.Ask(execution);
                break;
        }
        return true;
    }

    private static void Evaluate(BurstRun run, ActivityExecution execution)
    {
        foreach (var descriptor in execution.Node.Descriptor.Inputs)
        {
            var value = Input(run, execution, CamelCase(descriptor.Name)) ?? descriptor.DefaultValue;
            var type = new VariableType(descriptor.TypeName, false);
            if (!type.TryConvert(value, out var converted))
                throw new InputFault(descriptor.DisplayName, new ActivityFault($"类型应为 {type}，实际值为 {PlainJson.ToText(value)}"));
            (execution.Inputs ??= [])[descriptor.Name] = converted;
        }
    }

    public static string CamelCase(string name) => name.Length == 0 || char.IsLower(name[0]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
