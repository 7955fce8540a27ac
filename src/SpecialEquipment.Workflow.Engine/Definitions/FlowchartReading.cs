using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>Reads a flowchart's connections and looks for what cannot be meant.</summary>
internal static class FlowchartReading
{
    public static FlowConnection[] Connections(NodePreparation node, CompiledNode[] activities)
    {
        if (node.Json.Json["connections"] is not JsonArray list)
            return [];
        var places = new Dictionary<string, int>();
        foreach (var activity in activities)
            places.TryAdd(activity.Id, activity.Place);
        var connections = new List<FlowConnection>();
        foreach (var json in list.OfType<JsonObject>())
        {
            var (source, port) = End(json["source"], "Done");
            var (target, _) = End(json["target"], "In");
            if (places.TryGetValue(source, out var from) && places.TryGetValue(target, out var to))
                connections.Add(new(connections.Count, from, port, to));
            else
                node.Warn("DANGLING_CONNECTION", $"“{Name(activities, source)}”到“{Name(activities, target)}”的连线一端没有活动，不会执行",
                    places.ContainsKey(source) ? source : places.ContainsKey(target) ? target : null);
        }
        return [.. connections];
    }

    private static (string Activity, string Port) End(JsonNode? end, string port) => end is JsonObject json ? (json.Text("activity"), json.Text("port", port)) : ("", port);

    private static string Name(CompiledNode[] activities, string id) => Array.Find(activities, activity => activity.Id == id)?.Name ?? id;

    /// <summary>An Elsa.Start, else what is marked as able to start, else the first without incoming connections, else the first.</summary>
    public static int DefaultStart(CompiledNode[] activities, FlowConnection[] connections)
    {
        if (activities.Length == 0)
            return -1;
        var start = Array.FindIndex(activities, activity => activity.Behaviour is StartActivity);
        if (start < 0)
            start = Array.FindIndex(activities, activity => activity.CanStartWorkflow);
        if (start < 0)
            start = Array.FindIndex(activities, activity => !Array.Exists(connections, connection => connection.Target == activity.Place));
        return Math.Max(start, 0);
    }

    public static void Check(NodePreparation node, FlowchartPlan plan)
    {
        if (plan.IsTokenBased)
            node.Error("UNSUPPORTED_MODE", $"流程图“{node.Node.Name}”使用令牌模式，本系统只执行计数模式");
        if (node.Json.Json["start"] is not null)
            node.Warn("START_IGNORED", $"流程图“{node.Node.Name}”的 start 属性不起作用，开始位置由“开始”活动决定");
        foreach (var child in node.Json.Children)
            if (child.Activity.MergeMode.Length > 0)
                node.Warn("MERGE_MODE_IGNORED", $"活动“{child.Activity.DisplayName}”的合并方式 {child.Activity.MergeMode} 在计数模式下不起作用", child.Activity.Id);
        CheckPorts(node, plan);
        if (plan.Activities.Length == 0)
            return;
        var starts = plan.Activities.Where(activity => activity.CanStartWorkflow).Select(activity => activity.Place).Prepend(plan.DefaultStart).Distinct().Select(plan.From).ToList();
        foreach (var loop in starts.SelectMany(graph => graph.InvalidLoops).DistinctBy(connection => connection.Index))
            node.Error("INVALID_LOOP",
                $"从“{plan.Activities[loop.Source].Name}”返回“{plan.Activities[loop.Target].Name}”的连线不构成循环：应为从开始到来源的每条路径都经过目标，实际可以绕过", plan.Activities[loop.Source].Id);
        foreach (var activity in plan.Activities)
            if (!starts.Exists(graph => graph.Reaches(activity.Place)))
                node.Warn("UNREACHABLE", $"从开始到不了活动“{activity.Name}”，它不会执行", activity.Id);
    }

    private static void CheckPorts(NodePreparation node, FlowchartPlan plan)
    {
        foreach (var connection in plan.Connections)
        {
            var source = plan.Activities[connection.Source];
            if (source.Descriptor.IsTerminal)
                node.Warn("DEAD_CONNECTION", $"活动“{source.Name}”之后的连线不会执行", source.Id);
            else if (source.Behaviour is not NotFoundActivity && Ports.Of(source, node.Json.Children.First(child => child.Activity.Id == source.Id).Activity) is { } ports && !ports.Contains(connection.Port))
                node.Error("UNKNOWN_PORT", $"活动“{source.Name}”没有出口“{connection.Port}”，应为{string.Join("、", ports.Select(port => $"“{port}”"))}", source.Id);
        }
    }
}
