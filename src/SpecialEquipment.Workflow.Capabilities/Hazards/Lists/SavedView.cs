namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Who else may open a view: nobody, everybody of the owner's department, everybody who works in the owner's region.</summary>
public enum ViewAudience { Mine, Department, Region }

/// <summary>A kept way of looking at the ledger: filters, order and columns. It gives no right: each reader sees through it what he may see.</summary>
public sealed class SavedView
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public required string Name { get; set; }
    public Guid OwnerUserId { get; init; }
    public required string OwnerName { get; init; }
    public ViewAudience Audience { get; set; }

    /// <summary>Of the owner when he shared it.</summary>
    public Guid? DepartmentId { get; set; }
    public string? RegionCode { get; set; }

    /// <summary>Filter and order as in the address of the page.</summary>
    public required string Query { get; set; }

    /// <summary>Columns in order, with + for shown and ! for pinned; null for the reader's own.</summary>
    public string? Columns { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public long Version { get; set; }
}

/// <summary>A view a person keeps at hand.</summary>
public sealed class ViewStar
{
    public Guid ViewId { get; init; }
    public Guid UserId { get; init; }
}
