using System.Buffers;
using System.Text.Json;
using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>
/// The stored form of an instance: compact UTF-8 JSON with short member names, written on every save. Activities are named by id,
/// variables stand in the order of their declaration: an instance stays on its version, so both keep their meaning.
/// </summary>
public static class StateJson
{
    private const int FormatVersion = 1;

    public static ReadOnlyMemory<byte> Write(InstanceState state)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, PlainJson.Compact);
        writer.WriteStartObject();
        writer.WriteNumber("v", FormatVersion);
        writer.WriteString("id", state.InstanceId);
        writer.WriteNumber("s", (int)state.Status);
        writer.WriteNumber("q", state.LastNumber);
        writer.WriteNumber("t", state.CreatedAt.ToUnixTimeMilliseconds());
        if (state.FinishedAt is { } finished)
            writer.WriteNumber("f", finished.ToUnixTimeMilliseconds());
        if (state.Name is not null)
            writer.WriteString("n", state.Name);
        if (state.CorrelationId is not null)
            writer.WriteString("c", state.CorrelationId);
        if (state.Input.Count > 0)
        {
            writer.WritePropertyName("in");
            PlainJson.WriteMap(writer, state.Input);
        }
        if (state.Output.Count > 0)
        {
            writer.WritePropertyName("out");
            PlainJson.WriteMap(writer, state.Output);
        }
        if (state.Variables.Length > 0)
        {
            writer.WritePropertyName("vars");
            PlainJson.Write(writer, state.Variables);
        }
        if (state.LastResult is not null)
        {
            writer.WritePropertyName("lr");
            PlainJson.Write(writer, state.LastResult);
        }
        if (state.ActivityOutputs is { Count: > 0 } outputs)
        {
            writer.WriteStartObject("ao");
            foreach (var (activity, values) in outputs)
            {
                writer.WritePropertyName(activity);
                PlainJson.WriteMap(writer, values);
            }
            writer.WriteEndObject();
        }
        if (state.Root is not null)
        {
            writer.WriteStartArray("x");
            foreach (var execution in state.Executions())
                ExecutionJson.Write(writer, execution);
            writer.WriteEndArray();
        }
        if (state.OpenIncidents.Count > 0)
        {
            writer.WriteStartArray("inc");
            foreach (var incident in state.OpenIncidents)
                ExecutionJson.WriteIncident(writer, incident);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static InstanceState Read(CompiledWorkflow workflow, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var draft = new StateDraft();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            draft.ReadMember(workflow, ref reader);
        return draft.ToState(workflow);
    }
}

/// <summary>The members of a state in whatever order they come.</summary>
internal sealed class StateDraft
{
    private readonly List<(ActivityExecution Execution, int Parent)> executions = [];
    private readonly List<Incident> incidents = [];
    private readonly Dictionary<int, ActivityExecution> byNumber = [];
    private Guid id;
    private InstanceStatus status;
    private int lastNumber;
    private DateTimeOffset createdAt;
    private DateTimeOffset? finishedAt;
    private string? name;
    private string? correlationId;
    private Dictionary<string, object?>? input;
    private Dictionary<string, object?>? output;
    private object?[] variables = [];
    private object? lastResult;
    private Dictionary<string, Dictionary<string, object?>>? activityOutputs;

    public void ReadMember(CompiledWorkflow workflow, ref Utf8JsonReader reader)
    {
        var member = reader.GetString();
        reader.Read();
        switch (member)
        {
            case "id": id = reader.GetGuid(); break;
            case "s": status = (InstanceStatus)reader.GetInt32(); break;
            case "q": lastNumber = reader.GetInt32(); break;
            case "t": createdAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64()); break;
            case "f": finishedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64()); break;
            case "n": name = reader.GetString(); break;
            case "c": correlationId = reader.GetString(); break;
            case "in": input = PlainJson.ReadMap(ref reader); break;
            case "out": output = PlainJson.ReadMap(ref reader); break;
            case "vars": variables = [.. (List<object?>)PlainJson.Read(ref reader)!]; break;
            case "lr": lastResult = PlainJson.Read(ref reader); break;
            case "ao":
                activityOutputs = PlainJson.ReadMap(ref reader).ToDictionary(entry => entry.Key, entry => (Dictionary<string, object?>)entry.Value!);
                break;
            case "x":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    Add(ExecutionJson.Read(workflow, byNumber, ref reader));
                break;
            case "inc":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    incidents.Add(ExecutionJson.ReadIncident(byNumber, ref reader));
                break;
            default: reader.Skip(); break;
        }
    }

    private void Add((ActivityExecution Execution, int Parent) entry)
    {
        executions.Add(entry);
        byNumber.Add(entry.Execution.Number, entry.Execution);
    }

    public InstanceState ToState(CompiledWorkflow workflow)
    {
        var state = new InstanceState
        {
            InstanceId = id, CreatedAt = createdAt, Status = status, LastNumber = lastNumber, FinishedAt = finishedAt, Name = name, CorrelationId = correlationId,
            Variables = variables, LastResult = lastResult, ActivityOutputs = activityOutputs,
        };
        if (variables.Length != workflow.Variables.Length)
            throw new JsonException($"state of instance {id} has {variables.Length} variables, its definition {workflow.Variables.Length}");
        if (input is not null)
            state.Input = input;
        foreach (var (key, value) in output ?? [])
            state.Output[key] = value;
        foreach (var (execution, _) in executions)
            if (execution.Parent is { } parent)
                parent.Add(execution);
            else
                state.Root = execution;
        state.OpenIncidents.AddRange(incidents);
        return state;
    }
}
