using System.Collections.Frozen;
using System.Text;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>The functions Elsa gives to scripts.</summary>
internal static class ScriptFunctions
{
    private static readonly FrozenDictionary<string, Func<ScriptGlobals, IReadOnlyList<object?>, object?>> All =
        new Dictionary<string, Func<ScriptGlobals, IReadOnlyList<object?>, object?>>
        {
            ["getWorkflowDefinitionId"] = (globals, _) => globals.Run.Workflow.DefinitionId,
            ["getWorkflowDefinitionVersionId"] = (globals, _) => globals.Run.Workflow.VersionId.ToString("D"),
            ["getWorkflowDefinitionVersion"] = (globals, _) => (double)globals.Run.Workflow.Version,
            ["getWorkflowInstanceId"] = (globals, _) => globals.Run.State.InstanceId.ToString("D"),
            ["getWorkflowInstanceName"] = (globals, _) => globals.Run.State.Name,
            ["setWorkflowInstanceName"] = (globals, arguments) => globals.Run.State.Name = Text(arguments, 0),
            ["getCorrelationId"] = (globals, _) => globals.Run.State.CorrelationId,
            ["setCorrelationId"] = (globals, arguments) => Correlate(globals, Text(arguments, 0)),
            ["getVariable"] = (globals, arguments) => Text(arguments, 0) is { } name && globals.FindVariable(name) is { } slot ? globals.Read(slot) : null,
            ["setVariable"] = SetVariable,
            ["getInput"] = (globals, arguments) => Text(arguments, 0) is { } name ? globals.Input(name) : null,
            ["getOutputFrom"] = OutputFrom,
            ["getLastResult"] = (globals, _) => globals.Run.State.LastResult,
            ["setOutcome"] = (globals, arguments) => SetOutcomes(globals, arguments),
            ["setOutcomes"] = (globals, arguments) => SetOutcomes(globals, arguments.Count == 1 && arguments[0] is IReadOnlyList<object?> list ? list : arguments),
            ["isNullOrWhiteSpace"] = (_, arguments) => string.IsNullOrWhiteSpace(Text(arguments, 0)),
            ["isNullOrEmpty"] = (_, arguments) => string.IsNullOrEmpty(Text(arguments, 0)),
            ["toJson"] = (_, arguments) => PlainJson.ToText(arguments.Count > 0 ? arguments[0] : null),
            ["parseGuid"] = (_, arguments) => Guid.TryParse(Text(arguments, 0), out var guid) ? guid.ToString("D") : throw new ScriptRuntimeException("parseGuid：参数应为 GUID"),
            ["newGuid"] = (globals, _) => NewGuid(globals).ToString("D"),
            ["newGuidString"] = (globals, _) => NewGuid(globals).ToString("D"),
            ["newShortGuid"] = (globals, _) => Convert.ToBase64String(NewGuid(globals).ToByteArray()).TrimEnd('=').Replace('/', '_').Replace('+', '-'),
            ["bytesToString"] = (_, arguments) => Encoding.UTF8.GetString(Bytes(arguments)),
            ["bytesFromString"] = (_, arguments) => FromBytes(Encoding.UTF8.GetBytes(Text(arguments, 0) ?? "")),
            ["bytesToBase64"] = (_, arguments) => Convert.ToBase64String(Bytes(arguments)),
            ["bytesFromBase64"] = (_, arguments) => FromBytes(Decode(arguments)),
            ["stringToBase64"] = (_, arguments) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(arguments, 0) ?? "")),
            ["stringFromBase64"] = (_, arguments) => Encoding.UTF8.GetString(Decode(arguments)),
        }.ToFrozenDictionary();

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static Func<ScriptGlobals, IReadOnlyList<object?>, object?>? Find(string name) => All.GetValueOrDefault(name);

    private static string? Text(IReadOnlyList<object?> arguments, int index) =>
        index < arguments.Count && arguments[index] is { } value and not Undefined ? VariableType.Text(value) : null;

    // scripts ask for as many as they like; the numbers come from the instance, so a step done again gives the same ones
    private static Guid NewGuid(ScriptGlobals globals) => globals.Run.State.MakeId(globals.Run.State.NextNumber());

    private static string? Correlate(ScriptGlobals globals, string? correlationId)
    {
        globals.Run.Correlate(correlationId);
        return correlationId;
    }

    private static object? SetVariable(ScriptGlobals globals, IReadOnlyList<object?> arguments)
    {
        var name = Text(arguments, 0);
        if (name is null || globals.FindVariable(name) is not { } slot)
            throw new ScriptRuntimeException($"变量“{name}”不存在");
        return globals.Assign(slot, arguments.Count > 1 ? arguments[1] : null);
    }

    private static object? OutputFrom(ScriptGlobals globals, IReadOnlyList<object?> arguments)
    {
        var activity = Text(arguments, 0) ?? "";
        var workflow = globals.Run.Workflow;
        var node = workflow.ById.GetValueOrDefault(activity) ?? workflow.Nodes.FirstOrDefault(candidate => candidate.Name == activity)
            ?? throw new ScriptRuntimeException($"活动“{activity}”不存在");
        return globals.Run.State.ActivityOutputs?.GetValueOrDefault(node.Id)?.GetValueOrDefault(Text(arguments, 1) ?? "Result");
    }

    private static object? SetOutcomes(ScriptGlobals globals, IReadOnlyList<object?> names)
    {
        globals.Outcomes = [.. names.Select(VariableType.Text)];
        return null;
    }

    private static byte[] Bytes(IReadOnlyList<object?> arguments) =>
        arguments.Count > 0 && arguments[0] is IReadOnlyList<object?> list ? [.. list.Select(item => item is double number ? (byte)number : (byte)0)] : [];

    private static List<object?> FromBytes(byte[] bytes) => [.. bytes.Select(one => (object?)(double)one)];

    private static byte[] Decode(IReadOnlyList<object?> arguments)
    {
        try
        {
            return Convert.FromBase64String(Text(arguments, 0) ?? "");
        }
        catch (FormatException)
        {
            throw new ScriptRuntimeException("参数应为 Base64 文本");
        }
    }
}
