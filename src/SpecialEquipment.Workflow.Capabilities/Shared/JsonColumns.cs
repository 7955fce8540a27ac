using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Shared;

/// <summary>Small lists that are only read and written as a whole are one JSON column.</summary>
public static class JsonColumns
{
    public static PropertyBuilder<IReadOnlyList<T>> HasJson<T>(this PropertyBuilder<IReadOnlyList<T>> property)
    {
        property.HasConversion(
            list => JsonSerializer.Serialize(list, MatterForm.Json),
            json => JsonSerializer.Deserialize<List<T>>(json, MatterForm.Json)!,
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
        return property;
    }
}
