using System.Text.Json;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>The stored form of one live activity execution; part of <see cref="StateJson"/>.</summary>
internal static class ExecutionJson
{
    public static void Write(Utf8JsonWriter writer, ActivityExecution execution)
    {
        writer.WriteStartObject();
        writer.WriteNumber("i", execution.Number);
        writer.WriteString("a", execution.Node.Id);
        if (execution.Parent is { } parent)
            writer.WriteNumber("p", parent.Number);
        writer.WriteNumber("t", execution.StartedAt.ToUnixTimeMilliseconds());
        if (execution.Variables is { Length: > 0 } variables)
            Plain(writer, "vars", variables);
        if (execution.Inputs is { Count: > 0 } inputs)
            Plain(writer, "in", inputs);
        if (execution.Position != 0)
            writer.WriteNumber("pos", execution.Position);
        if (execution.Items is { } items)
            Plain(writer, "items", items);
        if (execution.Flow is { } flow)
            WriteFlow(writer, flow);
        if (execution.Bookmarks is { Count: > 0 } bookmarks)
        {
            writer.WriteStartArray("bm");
            foreach (var bookmark in bookmarks)
                WriteBookmark(writer, bookmark);
            writer.WriteEndArray();
        }
        WriteHost(writer, execution);
        writer.WriteEndObject();
    }

    private static void WriteHost(Utf8JsonWriter writer, ActivityExecution execution)
    {
        if (execution.IsKnownToHost)
            writer.WriteBoolean("h", true);
        if (execution.HostState is { Count: > 0 } state)
        {
            writer.WritePropertyName("hs");
            state.WriteTo(writer);
        }
        if (execution.Requests is { Count: > 0 } requests)
        {
            writer.WriteStartArray("req");
            foreach (var request in requests)
            {
                writer.WriteStartObject();
                if (request.Resumption is { } resumption)
                {
                    writer.WriteString("k", resumption.Kind);
                    writer.WriteString("n", resumption.Name);
                    Plain(writer, "v", resumption.Input);
                    if (resumption.BookmarkPayload is { } payload)
                    {
                        writer.WritePropertyName("pl");
                        payload.WriteTo(writer);
                    }
                }
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        if (execution.FailedResume is { } failed)
        {
            writer.WriteStartObject("fr");
            writer.WriteString("k", failed.Kind);
            writer.WriteString("n", failed.Name);
            Plain(writer, "v", failed.Value);
            writer.WriteEndObject();
        }
        if (execution.FailedCompletion is { } completed)
        {
            writer.WriteStartObject("fc");
            Plain(writer, "o", completed.Outcomes);
            Plain(writer, "v", completed.Outputs);
            writer.WriteEndObject();
        }
    }

    private static void Plain(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        PlainJson.Write(writer, value);
    }

    // most connections hold nothing: only the others are written, as index and value
    private static void WriteFlow(Utf8JsonWriter writer, FlowTokens flow)
    {
        writer.WriteNumber("fs", flow.Graph.Start);
        writer.WriteStartArray("fv");
        for (var i = 0; i < flow.Visits.Length; i++)
            if (flow.Visits[i] != 1)
            {
                writer.WriteNumberValue(i);
                writer.WriteNumberValue(flow.Visits[i]);
            }
        writer.WriteEndArray();
        writer.WriteStartArray("fx");
        for (var i = 0; i < flow.Exits.Length; i++)
            if (flow.Exits[i] != FlowTokens.Open)
            {
                writer.WriteNumberValue(i);
                writer.WriteNumberValue(flow.Exits[i]);
            }
        writer.WriteEndArray();
    }

    private static void WriteBookmark(Utf8JsonWriter writer, Bookmark bookmark)
    {
        writer.WriteStartObject();
        writer.WriteString("id", bookmark.Id);
        writer.WriteString("k", bookmark.Kind);
        writer.WriteString("n", bookmark.Name);
        if (bookmark.DueAt is { } due)
            writer.WriteNumber("d", due.ToUnixTimeMilliseconds());
        if (bookmark.Payload is { } payload)
        {
            writer.WritePropertyName("pl");
            payload.WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    public static (ActivityExecution Execution, int Parent) Read(CompiledWorkflow workflow, Dictionary<int, ActivityExecution> earlier, ref Utf8JsonReader reader)
    {
        // number, activity, parent and start stand first: the rest is filled into the made execution
        var (number, parent, activity, startedAt) = (0, 0, "", 0L);
        ActivityExecution? execution = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "i": number = reader.GetInt32(); break;
                case "a": activity = reader.GetString()!; break;
                case "p": parent = reader.GetInt32(); break;
                case "t":
                    startedAt = reader.GetInt64();
                    execution = new ActivityExecution
                    {
                        Number = number, Node = workflow.ById[activity], Parent = parent == 0 ? null : earlier[parent], StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(startedAt),
                    };
                    break;
                default: ReadMember(execution!, member!, ref reader); break;
            }
        }
        return (execution!, parent);
    }

    private static void ReadMember(ActivityExecution execution, string member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case "vars": execution.Variables = [.. (List<object?>)PlainJson.Read(ref reader)!]; break;
            case "in": execution.Inputs = PlainJson.ReadMap(ref reader); break;
            case "pos": execution.Position = reader.GetInt32(); break;
            case "items": execution.Items = (List<object?>)PlainJson.Read(ref reader)!; break;
            case "fs":
                var plan = (FlowchartPlan)execution.Node.Plan!;
                execution.Flow = new FlowTokens(plan.From(reader.GetInt32()), plan.Connections.Length);
                break;
            case "fv":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var connection = reader.GetInt32();
                    reader.Read();
                    execution.Flow!.Visits[connection] = reader.GetInt64();
                }
                break;
            case "fx":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var connection = reader.GetInt32();
                    reader.Read();
                    execution.Flow!.Exits[connection] = reader.GetByte();
                }
                break;
            case "bm":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    (execution.Bookmarks ??= []).Add(ReadBookmark(execution, ref reader));
                break;
            case "h": execution.IsKnownToHost = reader.GetBoolean(); break;
            case "hs": execution.HostState = (JsonObject)JsonNode.Parse(ref reader)!; break;
            case "req":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    (execution.Requests ??= new()).Enqueue(ReadRequest(ref reader));
                break;
            case "fr":
                var failed = ReadResumption(ref reader);
                execution.FailedResume = new ResumeInput(failed.Kind!, failed.Name!, failed.Value);
                break;
            case "fc":
                var completed = PlainJson.ReadMap(ref reader);
                execution.FailedCompletion = new([.. ((List<object?>)completed["o"]!).Select(VariableType.Text)], (Dictionary<string, object?>)completed["v"]!);
                break;
            default: reader.Skip(); break;
        }
    }

    private static HostRequest ReadRequest(ref Utf8JsonReader reader)
    {
        var (kind, name, value, payload) = ReadResumption(ref reader);
        return new(kind is null ? null : new Resumption(kind, name!, payload, value));
    }

    private static (string? Kind, string? Name, object? Value, JsonNode? Payload) ReadResumption(ref Utf8JsonReader reader)
    {
        (string? Kind, string? Name, object? Value, JsonNode? Payload) read = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "k": read.Kind = reader.GetString(); break;
                case "n": read.Name = reader.GetString(); break;
                case "v": read.Value = PlainJson.Read(ref reader); break;
                case "pl": read.Payload = JsonNode.Parse(ref reader); break;
                default: reader.Skip(); break;
            }
        }
        return read;
    }

    private static Bookmark ReadBookmark(ActivityExecution execution, ref Utf8JsonReader reader)
    {
        var (id, kind, name) = (Guid.Empty, "", "");
        DateTimeOffset? due = null;
        JsonNode? payload = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "id": id = reader.GetGuid(); break;
                case "k": kind = reader.GetString()!; break;
                case "n": name = reader.GetString()!; break;
                case "d": due = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64()); break;
                case "pl": payload = JsonNode.Parse(ref reader); break;
                default: reader.Skip(); break;
            }
        }
        return new() { Id = id, Kind = kind, Name = name, DueAt = due, Payload = payload, ActivityInstanceId = execution.InstanceNumber, ActivityId = execution.Node.Id };
    }

    public static void WriteIncident(Utf8JsonWriter writer, Incident incident)
    {
        writer.WriteStartObject();
        writer.WriteString("id", incident.Id);
        writer.WriteString("x", incident.ActivityInstanceId);
        writer.WriteString("m", incident.Message);
        if (incident.Detail is { } detail)
            writer.WriteString("d", detail);
        writer.WriteNumber("a", incident.Attempts);
        writer.WriteNumber("t", incident.OccurredAt.ToUnixTimeMilliseconds());
        writer.WriteBoolean("r", incident.MayPass);
        writer.WriteEndObject();
    }

    public static Incident ReadIncident(Dictionary<int, ActivityExecution> executions, ref Utf8JsonReader reader)
    {
        var map = PlainJson.ReadMap(ref reader);
        var execution = executions[int.Parse((string)map["x"]!, System.Globalization.CultureInfo.InvariantCulture)];
        return execution.Incident = new Incident
        {
            Id = Guid.Parse((string)map["id"]!), ActivityInstanceId = execution.InstanceNumber, Node = execution.Node, Execution = execution,
            Message = (string)map["m"]!, Detail = (string?)map.GetValueOrDefault("d"), Attempts = (int)(double)map["a"]!,
            OccurredAt = DateTimeOffset.FromUnixTimeMilliseconds((long)(double)map["t"]!), MayPass = (bool)map["r"]!,
        };
    }
}
