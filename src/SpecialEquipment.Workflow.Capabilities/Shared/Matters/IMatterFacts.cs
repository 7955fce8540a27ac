using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>The wall to whoever owns what a matter is about: what every document about it prints.</summary>
public interface IMatterFacts
{
    Task<MatterFacts> ReadAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation);
}

public sealed record MatterFacts(
    string Text, string? UnitName, string Place, string EquipmentName, string? EquipmentCode, string SourceName, DateTimeOffset FoundAt)
{
    /// <summary>Under the names that document templates use.</summary>
    public Dictionary<string, object?> ToValues(Matter matter) => new()
    {
        ["hazardNumber"] = matter.Number, ["hazardText"] = Text, ["unitName"] = UnitName, ["place"] = Place, ["equipmentName"] = EquipmentName,
        ["equipmentCode"] = EquipmentCode, ["sourceName"] = SourceName, ["gradeName"] = matter.Grade?.Name(), ["foundOn"] = Deadlines.ShanghaiTime.DateOf(FoundAt),
    };
}
