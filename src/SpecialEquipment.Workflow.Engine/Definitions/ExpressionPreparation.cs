using System.Text.Json;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>Prepares the expressions of one definition and reports what is wrong with them.</summary>
internal sealed class ExpressionPreparation(WorkflowDefinition definition, ScriptNameCheck names, Action<DefinitionProblem> report)
{
    private readonly HashSet<string> used = [];

    /// <summary>Names scripts of this definition ask for.</summary>
    public ScriptUse Used => new(used.Contains("getOutputFrom"), used.Contains("getLastResult"), used.Contains("matter"));

    /// <param name="place">Where it stands, in words: 输入“条件”.</param>
    public PreparedExpression Prepare(CompiledNode node, JsonNode? expression, string place, VariableType? type)
    {
        if (expression is not JsonObject json)
            return ConstantExpression.Null;
        var value = json["value"];
        switch (json.Text("type", "Literal"))
        {
            case "Literal":
                return new ConstantExpression(PlainJson.FromNode(value));
            case "Object":
                return PrepareObject(node, value, place, type);
            case "Variable":
                return PrepareVariable(node, value, place);
            case "Input":
                return PrepareInput(node, value, place);
            case "JavaScript":
                return value is JsonValue && value.GetValueKind() == JsonValueKind.String ? PrepareScript(node, value.GetValue<string>(), place) : ConstantExpression.Null;
            case var other:
                var message = $"不支持表达式语言 {other}，应为 Literal、Object、Variable、Input 或 JavaScript";
                report(new("UNSUPPORTED_EXPRESSION", ProblemSeverity.Error, node.Id, $"活动“{node.Name}”的{place}{message}"));
                return new BrokenExpression(message);
        }
    }

    public PreparedExpression PrepareScript(CompiledNode node, string source, string place)
    {
        if (string.IsNullOrWhiteSpace(source))
            return ConstantExpression.Null;
        try
        {
            var program = ScriptProgram.Parse(source);
            foreach (var name in program.FreeNames)
                used.Add(name.Name);
            names.Check(node, program, place, report);
            return new ScriptExpression(program);
        }
        catch (ScriptSyntaxException error)
        {
            report(new("BAD_EXPRESSION", ProblemSeverity.Error, node.Id,
                $"活动“{node.Name}”的{place}表达式有误（第 {error.Line} 行第 {error.Column} 列）：{error.Message}", error.Line, error.Column));
            return new BrokenExpression(error.Message, error.Line, error.Column);
        }
    }

    private PreparedExpression PrepareObject(CompiledNode node, JsonNode? value, string place, VariableType? type)
    {
        if (value is not JsonValue text || text.GetValueKind() != JsonValueKind.String)
            return new ConstantExpression(PlainJson.FromNode(value));
        var source = text.GetValue<string>();
        // Elsa hands the text itself to a target that takes text or anything
        if (type is null or { IsArray: false, Name: "String" or "Object" } || source.Length == 0)
            return new ConstantExpression(source);
        try
        {
            var parsed = JsonNode.Parse(source);
            return parsed is JsonObject map && map.Count > 0 && map.All(member => IsExpression(member.Value))
                ? new DictionaryExpression([.. map.Select(member => (member.Key, Prepare(node, member.Value, $"{place}的“{member.Key}”", null)))])
                : new ConstantExpression(PlainJson.FromNode(parsed));
        }
        catch (JsonException error)
        {
            var (line, column) = ((int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1);
            report(new("BAD_EXPRESSION", ProblemSeverity.Error, node.Id, $"活动“{node.Name}”的{place}应为 JSON（第 {line} 行第 {column} 列）", line, column));
            return new BrokenExpression("应为 JSON", line, column);
        }
    }

    // Studio's dictionary editor stores every member as an expression
    private static bool IsExpression(JsonNode? node) => node is JsonObject { Count: 2 } member && member.ContainsKey("value") && member.Text("type").Length > 0;

    private VariableExpression PrepareVariable(CompiledNode node, JsonNode? value, string place)
    {
        var (id, name) = value is JsonObject reference ? (reference.Text("id"), reference.Text("name")) : (value?.ToString() ?? "", "");
        var slot = VariableScope.Find(node, id, name);
        if (slot is null)
            report(new("UNKNOWN_VARIABLE", ProblemSeverity.Error, node.Id, $"活动“{node.Name}”的{place}引用的变量“{(name.Length > 0 ? name : id)}”不存在"));
        return new VariableExpression(id, name, slot);
    }

    private InputExpression PrepareInput(CompiledNode node, JsonNode? value, string place)
    {
        var name = value is JsonObject reference ? reference.Text("name") : value?.ToString() ?? "";
        if (!definition.Inputs.Any(input => input.Name == name))
            report(new("UNKNOWN_INPUT", ProblemSeverity.Error, node.Id, $"活动“{node.Name}”的{place}引用的流程输入“{name}”不存在"));
        return new InputExpression(name);
    }
}
