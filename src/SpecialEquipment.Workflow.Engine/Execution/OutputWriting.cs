using SpecialEquipment.Workflow.Engine.Definitions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>Puts an activity's outputs where its definition and later scripts want them.</summary>
internal static class OutputWriting
{
    public static void Write(BurstRun run, ActivityExecution execution, IReadOnlyDictionary<string, object?> outputs)
    {
        foreach (var binding in execution.Node.Outputs)
            if (outputs.TryGetValue(binding.Name, out var value))
            {
                if (binding.Target is null)
                    throw new ActivityFault($"输出“{binding.Name}”写入的变量“{binding.VariableId}”不存在");
                Set(run, execution, binding.Target, value);
            }
        var scripts = run.Workflow.Scripts;
        if (scripts.LastResult && outputs.TryGetValue("Result", out var result))
            run.State.LastResult = result;
        if (scripts.Outputs)
            (run.State.ActivityOutputs ??= [])[execution.Node.Id] = new Dictionary<string, object?>(outputs);
    }

    /// <summary>Sets a variable seen from an execution, converted to the variable's type.</summary>
    public static void Set(BurstRun run, ActivityExecution from, VariableSlot slot, object? value)
    {
        if (!slot.Variable.Type.TryConvert(value, out var converted))
            throw new ActivityFault($"变量“{slot.Variable.Name}”的类型应为 {slot.Variable.Type}，实际值为 {Shorten(value)}");
        Values(run, from, slot)[slot.Index] = converted;
    }

    public static object?[] Values(BurstRun run, ActivityExecution from, VariableSlot slot)
    {
        if (slot.Owner is null)
            return run.State.Variables;
        for (var execution = from; execution is not null; execution = execution.Parent)
            if (execution.Node == slot.Owner)
                return execution.Variables!;
        throw new ActivityFault($"变量“{slot.Variable.Name}”不在当前作用域内");
    }

    private static string Shorten(object? value)
    {
        var text = PlainJson.ToText(value);
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
