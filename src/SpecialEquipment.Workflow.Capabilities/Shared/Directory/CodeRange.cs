namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>Region codes from … to, both included. A province is one range instead of fifteen hundred codes.</summary>
public sealed record CodeRange(string From, string To)
{
    /// <summary>Each code for itself, for whoever does not know the codes between.</summary>
    public static IReadOnlyList<CodeRange> Each(IEnumerable<string> codes) => [.. codes.Order(StringComparer.Ordinal).Select(code => new CodeRange(code, code))];

    /// <summary>The fewest ranges that hold these codes and no other known one.</summary>
    /// <param name="known">All codes in ordinal order.</param>
    public static IReadOnlyList<CodeRange> Of(IReadOnlySet<string> codes, IReadOnlyList<string> known)
    {
        var ranges = new List<CodeRange>();
        var isOpen = false;
        foreach (var code in known)
        {
            if (!codes.Contains(code))
                isOpen = false;
            else if (isOpen)
                ranges[^1] = ranges[^1] with { To = code };
            else
            {
                ranges.Add(new CodeRange(code, code));
                isOpen = true;
            }
        }
        return ranges;
    }
}
