using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;
using SpecialEquipment.Workflow.Engine.Runtime;

namespace SpecialEquipment.Workflow.Engine.Tests.Conformance;

/// <summary>Runs a trace through the runtime and describes what happened in the form of the recorded files.</summary>
internal sealed class TraceRun
{
    private readonly InMemoryStore store = new();
    private readonly WorkflowRuntime runtime;
    private readonly List<(Guid Instance, JournalEvent Event)> events = [];
    private DateTimeOffset now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private TraceRun() => runtime = new(new ActivityCatalogue([]), TimeProvider.System, new RuntimeOptions
    {
        OnBurst = burst => events.AddRange(burst.Journal.Select(entry => (burst.State.InstanceId, entry))),
    });

    public static async Task<JsonArray> RunAsync(Trace trace)
    {
        var run = new TraceRun();
        foreach (var definition in trace.Definitions)
        {
            // the corpus was recorded with the mode as a setting of the host
            if (trace.IsTokenMode)
                definition["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = "TokenBased" };
            run.store.Publish(definition["definitionId"]!.GetValue<string>(), definition.ToJsonString());
        }
        var last = trace.Definitions[^1]["definitionId"]!.GetValue<string>();
        var result = new JsonArray();
        foreach (var stimulus in trace.Stimuli)
        {
            run.events.Clear();
            await run.StimulateAsync(stimulus, last);
            result.Add(run.Describe());
        }
        return result;
    }

    private async Task StimulateAsync(JsonObject stimulus, string definitionId)
    {
        var nothing = NoServices.Instance;
        switch (stimulus["kind"]!.GetValue<string>())
        {
            case "start":
                var request = new StartRequest(
                    stimulus["definitionId"]?.GetValue<string>() ?? definitionId, Input: PlainJson.FromNode(stimulus["input"]) as IReadOnlyDictionary<string, object?>,
                    TriggerActivityId: stimulus["triggerActivityId"]?.GetValue<string>());
                await runtime.StartAsync(store, nothing, request, now);
                break;
            case "event":
                var payload = PlainJson.FromNode(stimulus["payload"]) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
                await runtime.RaiseAsync(store, nothing, new Signal(stimulus["name"]!.GetValue<string>(), stimulus["correlationId"]?.GetValue<string>(), payload), now);
                break;
            case "task":
                var activity = stimulus["activity"]!.GetValue<string>();
                var task = store.Bookmarks.Single(bookmark => bookmark.Kind == BookmarkKinds.Task && State(bookmark.InstanceId).FindBookmark(bookmark.BookmarkId)!.ActivityId == activity);
                Assert.True(await runtime.ReportTaskAsync(store, nothing, task.Name, PlainJson.FromNode(stimulus["result"]), now));
                break;
            case "wait":
                var until = now.AddSeconds(stimulus["seconds"]!.GetValue<double>());
                while (store.Bookmarks.Where(bookmark => bookmark.DueAt <= until).MinBy(bookmark => bookmark.DueAt) is { } due)
                {
                    now = due.DueAt!.Value;
                    Assert.True(await runtime.FireTimerAsync(store, nothing, due.BookmarkId, now));
                }
                now = until;
                break;
            case "cancel":
                await runtime.CancelAsync(store, nothing, store.Order[0], now);
                break;
            case var other:
                throw new InvalidOperationException(other);
        }
    }

    private InstanceState State(Guid instance) => StateJson.Read(Workflow(instance), store.StateOf(instance).Span);

    private CompiledWorkflow Workflow(Guid instance)
    {
        var stored = store.FindDefinitionVersionAsync(store.Headers[instance].DefinitionVersionId, default).Result!;
        return WorkflowCompiler.Compile(WorkflowDefinition.Parse(stored.Json), runtime.Catalogue, stored.VersionId).Workflow;
    }

    private JsonObject Describe()
    {
        if (store.Order.Count == 0)
            return new JsonObject { ["instances"] = 0 };
        var first = Describe(store.Order[0]);
        if (store.Order.Count > 1)
            first["otherInstances"] = new JsonArray([.. store.Order.Skip(1).Select(instance =>
            {
                var other = Describe(instance);
                other["definitionId"] = store.Headers[instance].DefinitionId;
                return (JsonNode)other;
            })]);
        return first;
    }

    private JsonObject Describe(Guid instance)
    {
        var header = store.Headers[instance];
        var state = State(instance);
        var workflow = Workflow(instance);
        var (status, subStatus) = header.Status is "Suspended" or "Running" ? ("Running", header.Status) : ("Finished", header.Status);
        var rows = store.Journal.Where(row => row.Key.Instance == instance).Select(row => row.Value).OrderBy(row => row.Sequence).ToList();
        var variables = new JsonObject();
        for (var i = 0; i < workflow.Variables.Length; i++)
            variables[workflow.Variables[i].Name] = PlainJson.ToNode(state.Variables[i]);
        var nested = new JsonObject();
        foreach (var execution in state.Executions())
            for (var i = 0; i < (execution.Variables?.Length ?? 0); i++)
                nested.TryAdd($"{execution.Node.NodeId}/{LoopVariables.Of(execution.Node)[i].Id}", PlainJson.ToNode(execution.Variables![i]));
        return new JsonObject
        {
            ["status"] = status, ["subStatus"] = subStatus, ["name"] = header.Name, ["correlationId"] = header.CorrelationId,
            ["executed"] = new JsonArray([.. events.Where(entry => entry.Instance == instance).Select(entry => (JsonNode)EventOf(entry.Event))]),
            ["activityStatuses"] = new JsonObject(rows.GroupBy(row => row.ActivityId).Select(group =>
                KeyValuePair.Create(group.Key, (JsonNode?)new JsonArray([.. group.Select(row => (JsonNode)row.Status)])))),
            ["bookmarks"] = new JsonArray([.. state.Bookmarks.Select(bookmark => bookmark.ActivityId).Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]),
            ["variables"] = variables, ["nestedVariables"] = nested, ["outputs"] = PlainJson.ToNode(state.Output),
            ["incidents"] = new JsonArray([.. state.Incidents.Select(incident => (JsonNode)new JsonObject { ["activity"] = incident.Node.Id, ["type"] = incident.Node.TypeName, ["message"] = incident.Message })]),
        };
    }

    private static JsonObject EventOf(JournalEvent entry)
    {
        var json = new JsonObject { ["activity"] = entry.Node.Id, ["event"] = entry.Kind.ToString() };
        if (entry.Outcomes is { Count: > 0 } outcomes && !(outcomes.Count == 1 && outcomes[0] == "Done"))
            json["outcomes"] = new JsonArray([.. outcomes.Select(outcome => (JsonNode)outcome)]);
        return json;
    }
}
