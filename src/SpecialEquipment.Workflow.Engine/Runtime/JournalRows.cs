using System.Buffers;
using System.Text;
using System.Text.Json;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Runtime;

/// <summary>Rows for the store out of what the bursts recorded.</summary>
internal static class JournalRows
{
    public static JournalRow From(ExecutionRecord record) => new(
        record.ActivityInstanceId, record.ParentActivityInstanceId, record.Node.Id, record.Node.NodeId, record.Node.TypeName, record.Node.TypeVersion, record.Node.Name,
        record.Sequence, record.Status.ToString(), record.StartedAt, record.CompletedAt, record.IsNew, Detail(record));

    public static IncidentRow From(IncidentChange change, DateTimeOffset now, DateTimeOffset? retryAt)
    {
        var incident = change.Incident;
        return new(
            incident.Id, incident.ActivityInstanceId, incident.Node.Id, incident.Node.TypeName, incident.Node.Name, incident.Message, incident.Detail,
            incident.Attempts, incident.OccurredAt, retryAt, change.IsResolved ? now : null);
    }

    private static string Detail(ExecutionRecord record)
    {
        if (record.Inputs is not { Count: > 0 } && record.Outputs is not { Count: > 0 } && record.Outcomes is null && record.Fault is null)
            return "{}";
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, PlainJson.Compact))
        {
            writer.WriteStartObject();
            Map(writer, "inputs", record.Inputs);
            Map(writer, "outputs", record.Outputs);
            if (record.Outcomes is { } outcomes)
            {
                writer.WritePropertyName("outcomes");
                PlainJson.Write(writer, outcomes);
            }
            if (record.Fault is { } fault)
                writer.WriteString("exception", fault);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Map(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, object?>? values)
    {
        if (values is not { Count: > 0 })
            return;
        writer.WritePropertyName(name);
        PlainJson.WriteMap(writer, values);
    }
}
