namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>To whom a regulator reports (E19). Pure.</summary>
internal static class UpwardReports
{
    /// <summary>Code prefixes of the four municipalities, whose counties stand directly below them.</summary>
    private static readonly string[] Municipalities = ["11", "12", "31", "50"];

    /// <param name="path">The region and its parents, nearest first.</param>
    /// <param name="hasRegulator">Whether that node has a market regulator of its own.</param>
    public static Region? NextLevel(IReadOnlyList<Region> path, Func<string, bool> hasRegulator)
    {
        var own = path.Select((region, at) => (region, at)).FirstOrDefault(node => IsRegulatorOf(node.region, hasRegulator));
        return own.region is null ? null : path.Skip(own.at + 1).FirstOrDefault(above => IsUpperLevel(above, hasRegulator));
    }

    /// <summary>A county always has a regulator, in this database or not; a development zone only if one stands in it, a town never.</summary>
    private static bool IsRegulatorOf(Region region, Func<string, bool> hasRegulator) => region.Level switch
    {
        RegionLevel.Village => false,
        RegionLevel.Town or RegionLevel.DevelopmentZone => hasRegulator(region.Code),
        _ => true,
    };

    /// <summary>The pseudo-prefectures of the national list ("市辖区", "县") in a municipality are no level of supervision.</summary>
    private static bool IsUpperLevel(Region region, Func<string, bool> hasRegulator) =>
        IsRegulatorOf(region, hasRegulator)
        && (region.Level != RegionLevel.Prefecture || hasRegulator(region.Code) || !Municipalities.Contains(region.Code[..2]));
}
