using System.Text.Json.Nodes;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>What the archive knows a document by, beside its number: its title and the unit it concerns, read from what it prints.</summary>
internal static class ArchiveText
{
    private const int UnitLength = 200;

    public static string? UnitOf(JsonObject frozen)
    {
        var name = (string?)frozen["unitName"] ?? (frozen["addressees"] is JsonArray { Count: > 0 } to ? (string?)to[0] : null);
        return name is { Length: > UnitLength } ? name[..UnitLength] : name;
    }

    public static string Of(JsonObject frozen) => $"{frozen["title"]} {UnitOf(frozen)}".ToUpperInvariant();
}
