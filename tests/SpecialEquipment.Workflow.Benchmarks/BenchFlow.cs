namespace SpecialEquipment.Workflow.Benchmarks;

/// <summary>Definitions in Elsa's format.</summary>
internal static class BenchFlow
{
    public static string Text(string id, string[] variables, string[] nodes, string[] connections) => $$$"""
        {"id":"{{{id}}}-v1","definitionId":"{{{id}}}","name":"{{{id}}}","version":1,"inputs":[],"outputs":[],"outcomes":[],"customProperties":{},"isLatest":true,"isPublished":true,"options":{},
         "variables":[{{{string.Join(',', variables.Select(v => $$"""{"id":"{{v}}","name":"{{v}}","typeName":"Object","isArray":false,"value":"0"}"""))}}}],
         "root":{"id":"Flowchart1","nodeId":"Workflow1:Flowchart1","name":"Flowchart1","type":"Elsa.Flowchart","version":1,"customProperties":{},"metadata":{},"variables":[],
         "activities":[{{{string.Join(',', nodes)}}}],"connections":[{{{string.Join(',', connections.Select(Connection))}}}]}}
        """;

    public static string SetVariable(string id, string variable, string script) => Node(id, "Elsa.SetVariable",
        $$$""","variable":{"id":"{{{variable}}}","name":"{{{variable}}}","typeName":"Object"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":"{{{script}}}"}}""");

    public static string Literal(string name, string value) => $$$""","{{{name}}}":{"typeName":"String","expression":{"type":"Literal","value":"{{{value}}}"}}""";
    public static string Script(string name, string type, string script) => $$$""","{{{name}}}":{"typeName":"{{{type}}}","expression":{"type":"JavaScript","value":"{{{script}}}"}}""";

    public static string Node(string id, string type, string inputs, bool canStart = false) =>
        $$$"""{"id":"{{{id}}}","nodeId":"Workflow1:Flowchart1:{{{id}}}","name":"{{{id}}}","type":"{{{type}}}","version":1,"customProperties":{"canStartWorkflow":{{{(canStart ? "true" : "false")}}}},"metadata":{}{{{inputs}}}}""";

    private static string Connection(string path)
    {
        var parts = path.Split(':');
        return $$$"""{"source":{"activity":"{{{parts[0]}}}","port":"{{{parts[1]}}}"},"target":{"activity":"{{{parts[2]}}}","port":"In"},"vertices":[]}""";
    }
}
