using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>The ports by which an activity can leave, as the designer shows them.</summary>
internal static class Ports
{
    /// <summary>Null when they are only known at run time.</summary>
    public static IReadOnlyList<string>? Of(CompiledNode node, ActivityJson json)
    {
        var ports = new List<string>();
        if (node.Behaviour is FlowSwitch)
            ports.AddRange(((SwitchCase[])node.Plan!).Select(one => one.Label));
        foreach (var input in node.Descriptor.Inputs)
            if (input.UiHint == "dynamic-outcomes" && node.Inputs.TryGetValue(HostActivityCall.CamelCase(input.Name), out var prepared))
            {
                if (prepared.Expression is not ConstantExpression constant)
                    return null;
                if (new VariableType("String", true).TryConvert(constant.Value, out var list) && list is IReadOnlyList<object?> outcomes)
                    ports.AddRange(outcomes.Select(VariableType.Text));
            }
        ports.AddRange(node.Descriptor.Ports.Where(port => port.Type == "Flow").Select(port => port.Name));
        // a type that declares no way out leaves by Done
        if (ports.Count == 0)
            ports.Add("Done");
        return ports;
    }
}
