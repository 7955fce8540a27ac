using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>The flows of a case as drawn by their designer, with the position lit from the journal.</summary>
internal static class FlowPicture
{
    public static async Task<IReadOnlyList<FlowView>> ReadAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation)
    {
        var correlation = matterId.ToString("D");
        var instances = await db.Set<FlowInstance>().AsNoTracking().Where(i => i.CorrelationId == correlation).OrderByDescending(i => i.Key)
            .Select(i => new { i.Id, i.DefinitionVersionId, i.DefinitionId, i.DefinitionVersion, i.Status }).ToListAsync(cancellation);
        if (instances.Count == 0)
            return [];
        var versions = instances.Select(i => i.DefinitionVersionId).Distinct().ToArray();
        var definitions = await db.Set<FlowDefinition>().AsNoTracking().Where(d => versions.Contains(d.VersionId)).ToDictionaryAsync(d => d.VersionId, cancellation);
        var ids = instances.Select(i => i.Id).ToArray();
        var journal = await db.Set<FlowJournal>().AsNoTracking().Where(j => ids.Contains(j.InstanceId))
            .OrderBy(j => j.Key).Select(j => new { j.InstanceId, j.ActivityId, j.Status }).ToListAsync(cancellation);
        var steps = journal.ToLookup(j => j.InstanceId);
        return [.. instances.Where(i => definitions.ContainsKey(i.DefinitionVersionId)).Select(i =>
        {
            var definition = definitions[i.DefinitionVersionId];
            // An activity that ran more than once shows how it stands now: waiting beats done.
            var status = steps[i.Id].GroupBy(s => s.ActivityId).ToDictionary(g => g.Key, g => g.Any(s => s.Status is "Running" or "Suspended") ? "RUNNING" : Code(g.Last().Status));
            var root = JsonNode.Parse(definition.Json)?["root"];
            return new FlowView(i.DefinitionId, definition.Name, i.DefinitionVersion, i.Id, i.Status, Nodes(root, status), Lines(root));
        })];
    }

    private static string Code(string status) => status switch
    {
        "Running" or "Suspended" => "RUNNING",
        "Completed" => "COMPLETED",
        "Faulted" => "FAULTED",
        "Canceled" or "Cancelled" => "CANCELED",
        _ => "NONE",
    };

    private static List<FlowNodeView> Nodes(JsonNode? root, Dictionary<string, string> status)
    {
        var nodes = new List<FlowNodeView>();
        foreach (var activity in (root?["activities"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var id = activity["id"]?.ToString() ?? "";
            var designer = activity["metadata"]?["designer"];
            nodes.Add(new FlowNodeView(id, activity["type"]?.ToString() ?? "", activity["metadata"]?["displayText"]?.ToString() is { Length: > 0 } text ? text : activity["name"]?.ToString() ?? id,
                Number(designer?["position"]?["x"]), Number(designer?["position"]?["y"]), Number(designer?["size"]?["width"]), Number(designer?["size"]?["height"]),
                status.GetValueOrDefault(id, "NONE")));
        }
        return nodes;
    }

    private static List<FlowLineView> Lines(JsonNode? root) =>
        [.. (root?["connections"] as JsonArray ?? []).OfType<JsonObject>().Select(c =>
            new FlowLineView(c["source"]?["activity"]?.ToString() ?? "", c["target"]?["activity"]?.ToString() ?? "", c["source"]?["port"]?.ToString() ?? "Done"))];

    private static double Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : 0;
}
