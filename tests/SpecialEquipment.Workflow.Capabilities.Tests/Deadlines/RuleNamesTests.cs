using System.Text.Json;
using System.Text.RegularExpressions;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

/// <summary>A rule that a flow or an act asks for by name exists in the shipped pack; a slip of the pen is found here and not on the day it is due.</summary>
public partial class RuleNamesTests
{
    private static readonly PolicyPack Policy = ShippedData.Policy();

    [Fact]
    public void Every_rule_that_a_flow_names_exists()
    {
        var named = Directory.GetFiles(Path.Combine(Repository(), "workflows"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => RulesIn(JsonDocument.Parse(File.ReadAllText(file)).RootElement).Select(rule => (File: Path.GetFileName(file), Rule: rule))).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !Policy.Knows(n.Rule));
    }

    [Fact]
    public void Every_rule_that_an_act_names_exists()
    {
        var named = Directory.GetFiles(Path.Combine(Repository(), "src", "SpecialEquipment.Workflow.Capabilities"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Asks().Matches(File.ReadAllText(file)).SelectMany(m => Name().Matches(m.Value)).Select(m => (File: Path.GetFileName(file), Rule: m.Groups[1].Value))).ToList();
        Assert.Contains(named, n => n.Rule == "reinspect");
        Assert.DoesNotContain(named, n => !Policy.Knows(n.Rule));
    }

    private static IEnumerable<string> RulesIn(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(m =>
            m.Name.Equals("deadlineRule", StringComparison.OrdinalIgnoreCase) && LiteralOf(m.Value) is { Length: > 0 } rule ? [rule] : RulesIn(m.Value)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(RulesIn),
        _ => [],
    };

    private static string? LiteralOf(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty("expression", out var expression)
        && expression.TryGetProperty("type", out var type) && type.GetString() == "Literal" && expression.TryGetProperty("value", out var value)
            ? value.GetString()
            : null;

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "SpecialEquipment.Workflow.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("the tests run outside the repository");
        }

        return at.FullName;
    }

    /// <summary>One line on which an act asks for a rule.</summary>
    [GeneratedRegex(@"(\.Policy\.(Find)?Rule|\.StartDeadline|\bDeadline\.Start|\bStep|\.Due)\([^;\n]*")]
    private static partial Regex Asks();

    [GeneratedRegex("\"([a-z][A-Za-z]+)\"")]
    private static partial Regex Name();
}
