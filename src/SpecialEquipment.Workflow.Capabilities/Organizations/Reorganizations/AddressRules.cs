namespace SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

/// <summary>Which part of a split node a unit belongs to, by its address. Pure.</summary>
internal static class AddressRules
{
    /// <summary>The successor whose longest named part stands in the address; null when none does, or two do equally.</summary>
    /// <param name="rules">Successor code with the parts of addresses that are its own, e.g. 米山镇示例路.</param>
    public static string? SuccessorOf(string address, IEnumerable<(string Code, IReadOnlyList<string> Parts)> rules)
    {
        var best = rules
            .Select(rule => (rule.Code, Length: rule.Parts.Where(part => address.Contains(part, StringComparison.Ordinal)).Select(part => part.Length).DefaultIfEmpty(0).Max()))
            .Where(hit => hit.Length > 0).OrderByDescending(hit => hit.Length).Take(2).ToList();
        return best.Count == 0 || (best.Count == 2 && best[0].Length == best[1].Length) ? null : best[0].Code;
    }

    public static string? Keep(IReadOnlyList<string>? parts) => parts is null || parts.Count == 0 ? null : string.Join('\n', parts.Select(p => p.Trim()));

    public static IReadOnlyList<string> Read(string? kept) => kept?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
