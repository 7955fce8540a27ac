using System.Collections.Frozen;
using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>One ground for grading a hazard MAJOR, with the rule it comes from.</summary>
/// <param name="NeedsText">“Other” grounds say nothing by themselves.</param>
public sealed record GradingBasis(string Code, string Name, string Source, string? EquipmentKind = null, bool NeedsText = false);

/// <summary>The grounds as data (grading-basis.json): O57 art. 25, GB 45067-2024, expert opinion.</summary>
public static class GradingBases
{
    private static readonly FrozenDictionary<string, GradingBasis> ByCode = Load().ToFrozenDictionary(b => b.Code);

    public static IReadOnlyList<GradingBasis> All { get; } = Load();

    public static GradingBasis? Find(string code) => ByCode.GetValueOrDefault(code);

    private static List<GradingBasis> Load()
    {
        using var data = typeof(GradingBases).Assembly.GetManifestResourceStream("hazards/grading-basis.json")!;
        return JsonSerializer.Deserialize<List<GradingBasis>>(data, MatterForm.Json)!;
    }
}
