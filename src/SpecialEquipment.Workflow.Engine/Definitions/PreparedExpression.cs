using SpecialEquipment.Workflow.Engine.Execution;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>An expression ready to be evaluated.</summary>
internal abstract class PreparedExpression
{
    public abstract object? Evaluate(ScriptGlobals globals);

    /// <summary>True when <see cref="Evaluate"/> gives the same value always.</summary>
    public virtual bool IsConstant => false;
}

internal sealed class ConstantExpression(object? value) : PreparedExpression
{
    public static readonly ConstantExpression Null = new(null);
    public object? Value { get; } = value;
    public override bool IsConstant => true;
    public override object? Evaluate(ScriptGlobals globals) => Value;
}

internal sealed class VariableExpression(string id, string name, VariableSlot? slot) : PreparedExpression
{
    public override object? Evaluate(ScriptGlobals globals) =>
        slot is null ? throw new ActivityFault($"变量“{(name.Length > 0 ? name : id)}”不存在") : globals.Read(slot);
}

internal sealed class InputExpression(string name) : PreparedExpression
{
    public override object? Evaluate(ScriptGlobals globals) => globals.Input(name);
}

internal sealed class ScriptExpression(ScriptProgram program) : PreparedExpression
{
    public ScriptProgram Program { get; } = program;

    public override object? Evaluate(ScriptGlobals globals)
    {
        var value = Program.Evaluate(globals, globals.Limits);
        return ReferenceEquals(value, Undefined.Value) ? null : value;
    }
}

/// <summary>A dictionary whose members are expressions (Studio's dictionary editor).</summary>
internal sealed class DictionaryExpression(IReadOnlyList<(string Key, PreparedExpression Value)> members) : PreparedExpression
{
    public override object? Evaluate(ScriptGlobals globals)
    {
        var map = new Dictionary<string, object?>(members.Count);
        foreach (var (key, value) in members)
            map[key] = value.Evaluate(globals);
        return map;
    }
}

/// <summary>Could not be prepared; evaluating it opens the incident that publishing would have named.</summary>
internal sealed class BrokenExpression(string message, int? line = null, int? column = null) : PreparedExpression
{
    public override object? Evaluate(ScriptGlobals globals) => throw new ActivityFault(message) { Line = line, Column = column };
}
