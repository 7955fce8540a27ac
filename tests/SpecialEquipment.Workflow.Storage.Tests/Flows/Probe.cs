using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Storage.Tests.Flows;

/// <summary>A task of the test flows: a person answers it or its time runs out.</summary>
public sealed class ProbeTask
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public required string Title { get; init; }
    public ProbeState State { get; set; }
    public int Version { get; set; }
}

public enum ProbeState { Open, Answered, TimedOut, GivenUp }

/// <summary>An effect that must happen once.</summary>
public sealed class ProbeEffect
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }
    public required string Name { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>A growing table that is read by its tail.</summary>
public sealed class ProbeNotice : ITailed
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public long Tail { get; set; }
    public required string Text { get; init; }
}

internal sealed class ProbeTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ProbeTask>(t =>
        {
            t.ToTable("probe_task").HasHotKeys(p => p.Key, p => p.Id);
            t.Property(p => p.Version).IsConcurrencyToken();
            t.HasIndex(p => p.MatterId);
        });
        model.Entity<ProbeEffect>(t =>
        {
            t.ToTable("probe_effect").HasKey(p => p.Key);
            t.HasIndex(p => p.MatterId);
        });
        model.Entity<ProbeNotice>(t => t.ToTable("probe_notice").HasHotKeys(p => p.Key, p => p.Id).HasTail());
    }
}

/// <summary>Definitions of the test flows, written the way the designer writes them.</summary>
internal static class ProbeFlows
{
    public static string TwoTasks { get; } = Flowchart("two-tasks",
        [Event("begin", "TwoTasksBegin", canStart: true), Fork("fork", "A", "B"), Ask("a"), Ask("b"), Join("join"), Effect("joined")],
        ["begin:Done:fork", "fork:A:a", "fork:B:b", "a:Done:join", "b:Done:join", "join:Done:joined"]);

    public static string OneTask { get; } = Flowchart("one-task",
        [Event("begin", "OneTaskBegin", canStart: true), Ask("a"), Effect("answered"), Effect("overdue")],
        ["begin:Done:a", "a:Done:answered", "a:Overdue:overdue"]);

    public static string Stumbling { get; } = Flowchart("stumbling",
        [Event("begin", "StumbleBegin", canStart: true), Effect("before"), Node("s", "Test.Stumble", ""), Effect("after")],
        ["begin:Done:before", "before:Done:s", "s:Done:after"]);

    /// <summary>A person and a short timer, both needed to go on.</summary>
    public static string PersonAndTimer { get; } = Flowchart("person-and-timer",
        [Event("begin", "CrashBegin", canStart: true), Fork("fork", "A", "B"), Ask("a"), Delay("d", "00:00:00.0300000"), Effect("timer"), Join("join"), Effect("joined")],
        ["begin:Done:fork", "fork:A:a", "fork:B:d", "d:Done:timer", "a:Done:join", "timer:Done:join", "join:Done:joined"]);

    public static string Delay(string id, string span) =>
        Node(id, "Elsa.Delay", $$$""","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"{{{span}}}"}}""");

    public static FlowDefinition Definition(string json, DateTimeOffset now)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var id = document.RootElement.GetProperty("definitionId").GetString()!;
        return new FlowDefinition
        {
            VersionId = Guid.CreateVersion7(), DefinitionId = id, Version = 1, Name = id, Json = json, IsLatest = true, IsPublished = true, CreatedAt = now, UpdatedAt = now, PublishedAt = now,
        };
    }

    public static string Flowchart(string id, string[] nodes, string[] connections) => $$$"""
        {"id":"{{{id}}}-v1","definitionId":"{{{id}}}","name":"{{{id}}}","version":1,"variables":[],"inputs":[],"outputs":[],"outcomes":[],"customProperties":{},"isLatest":true,"isPublished":true,
         "options":{},"root":{"id":"Flowchart1","nodeId":"Workflow1:Flowchart1","name":"Flowchart1","type":"Elsa.Flowchart","version":1,"customProperties":{},"metadata":{},"variables":[],
         "activities":[{{{string.Join(',', nodes)}}}],"connections":[{{{string.Join(',', connections.Select(Connection))}}}]}}
        """;

    public static string Event(string id, string name, bool canStart = false) => Node(id, "Elsa.Event", Text("eventName", name), canStart);
    public static string Fork(string id, params string[] branches) =>
        Node(id, "Elsa.FlowFork", $$$""","branches":{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[{{{string.Join(',', branches.Select(b => $"\\\"{b}\\\""))}}}]"}}""");
    public static string Join(string id) => Node(id, "Elsa.FlowJoin", ""","mode":{"typeName":"FlowJoinMode","expression":{"type":"Literal","value":"WaitAll"}}""");
    public static string Ask(string id) => Node(id, "Test.Ask", Text("title", id));
    public static string Effect(string id) => Node(id, "Test.Effect", Text("label", id));

    public static string Node(string id, string type, string inputs, bool canStart = false) =>
        $$$"""{"id":"{{{id}}}","nodeId":"Workflow1:Flowchart1:{{{id}}}","name":"{{{id}}}","type":"{{{type}}}","version":1,"customProperties":{"canStartWorkflow":{{{(canStart ? "true" : "false")}}},"runAsynchronously":false},"metadata":{}{{{inputs}}}}""";

    private static string Text(string name, string value) => $$$""","{{{name}}}":{"typeName":"String","expression":{"type":"Literal","value":"{{{value}}}"}}""";

    private static string Connection(string path)
    {
        var parts = path.Split(':');
        return $$$"""{"source":{"activity":"{{{parts[0]}}}","port":"{{{parts[1]}}}"},"target":{"activity":"{{{parts[2]}}}","port":"In"},"vertices":[]}""";
    }
}
