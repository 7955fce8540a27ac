using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>Words an incident so that its reader knows where to look.</summary>
internal static class FaultText
{
    public static (string Message, string? Detail) Describe(CompiledNode node, Exception error)
    {
        var where = error is InputFault input ? $"活动“{node.Name}”的输入“{input.InputName}”" : $"活动“{node.Name}”";
        var cause = error is InputFault ? error.InnerException! : error;
        var text = cause switch
        {
            ScriptRuntimeException script => $"{where}求值失败{At(script.Line, script.Column)}：{script.Message}",
            ScriptSyntaxException syntax => $"{where}的表达式有误{At(syntax.Line, syntax.Column)}：{syntax.Message}",
            ScriptLimitException limit => $"{where}求值超出限额：{limit.Message}",
            ActivityFault { Line: { } line, Column: { } column } => $"{where}{At(line, column)}：{cause.Message}",
            _ => $"{where}：{cause.Message}",
        };
        return (text, cause.InnerException?.Message);
    }

    private static string At(int line, int column) => line > 0 ? $"（第 {line} 行第 {column} 列）" : "";
}
