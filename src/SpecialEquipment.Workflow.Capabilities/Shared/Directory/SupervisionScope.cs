namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>
/// Which units a person may see because of the posts he holds (DESIGN D9): an enterprise user his own enterprise,
/// an official the region subtree of each post, narrowed to the place types of his department.
/// </summary>
/// <param name="Everything">Administrators, auditors and the system itself.</param>
public sealed record SupervisionScope(bool Everything, Guid? EnterpriseId, IReadOnlyList<ScopePart> Parts)
{
    public static SupervisionScope All { get; } = new(true, null, []);
    public static SupervisionScope Nothing { get; } = new(false, null, []);

    public bool Includes(string regionCode, string placeType, Guid enterpriseId) =>
        Everything || EnterpriseId == enterpriseId
        || Parts.Any(part => part.RegionCodes.Contains(regionCode) && (part.PlaceTypes is null || part.PlaceTypes.Contains(placeType)));
}

/// <summary>One post's share. <paramref name="PlaceTypes"/> null means every unit of the regions, as for the market regulator.</summary>
public sealed record ScopePart(IReadOnlySet<string> RegionCodes, IReadOnlySet<string>? PlaceTypes)
{
    /// <summary>The same regions as few ranges, for queries over large tables.</summary>
    public IReadOnlyList<CodeRange> Ranges { get => field ?? CodeRange.Each(RegionCodes); init; }
}
