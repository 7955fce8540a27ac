using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Shared;

/// <summary>Small lists that are only read and written as a whole are one JSON column.</summary>
public static class JsonColumns
{
    /// <summary>A record that is only read and written as a whole; compared by its own equality.</summary>
    public static PropertyBuilder<T?> HasJsonObject<T>(this PropertyBuilder<T?> property)
        where T : class
    {
        property.HasConversion(value => JsonSerializer.Serialize(value, MatterForm.Json), json => JsonSerializer.Deserialize<T>(json, MatterForm.Json));
        return property;
    }

    public static PropertyBuilder<IReadOnlyList<T>> HasJson<T>(this PropertyBuilder<IReadOnlyList<T>> property)
    {
        property.HasConversion(
            list => JsonSerializer.Serialize(list, MatterForm.Json),
            json => JsonSerializer.Deserialize<List<T>>(json, MatterForm.Json)!,
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
        return property;
    }
}
