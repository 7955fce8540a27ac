using Microsoft.AspNetCore.Mvc;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Filters of the hazard ledger, the same for the table, its facets, its export and a saved view. Several values of one filter are separated by commas.</summary>
public sealed record HazardFilter
{
    [FromQuery(Name = "state")] public string? State { get; init; }
    [FromQuery(Name = "grade")] public string? Grade { get; init; }
    [FromQuery(Name = "overdue")] public bool? Overdue { get; init; }

    /// <summary>OVERDUE, TODAY, WITHIN_3 or NORMAL.</summary>
    [FromQuery(Name = "due")] public string? Due { get; init; }
    [FromQuery(Name = "source")] public string? Source { get; init; }

    /// <summary>A region with everything below it.</summary>
    [FromQuery(Name = "region")] public string? Region { get; init; }
    [FromQuery(Name = "placeType")] public string? PlaceType { get; init; }
    [FromQuery(Name = "equipmentKind")] public string? EquipmentKind { get; init; }
    [FromQuery(Name = "enterpriseId")] public Guid? EnterpriseId { get; init; }
    [FromQuery(Name = "equipmentId")] public Guid? EquipmentId { get; init; }
    [FromQuery(Name = "departmentId")] public Guid? DepartmentId { get; init; }

    /// <summary>First and last day of discovery, both included.</summary>
    [FromQuery(Name = "foundFrom")] public DateOnly? FoundFrom { get; init; }
    [FromQuery(Name = "foundTo")] public DateOnly? FoundTo { get; init; }

    /// <summary>Words: the beginning of a number or code, or part of unit, device, place or text; all of them must fit.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }

    /// <summary>Up to three columns, separated by commas, with - for descending.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; init; }
    [FromQuery(Name = "limit")] public int? Limit { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
}

public sealed class HazardRow
{
    public required Shared.Matters.Matter Matter { get; init; }
    public required Hazard Hazard { get; init; }
}
