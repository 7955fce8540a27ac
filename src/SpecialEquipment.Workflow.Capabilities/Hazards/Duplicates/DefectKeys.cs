using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// What makes two defects the same kind of defect: the kind of equipment and the clause that was broken, as named at registration. The
/// wording of clauses differs ("TSG T7001-2023 第2.3条", "《TSG T7001—2023》2.3"), so only letters, digits and the numbers count.
/// </summary>
internal static partial class DefectKeys
{
    public const int Length = 200;

    public static string? Of(string? equipmentKind, string? clause)
    {
        if (string.IsNullOrWhiteSpace(clause))
            return null;
        var bare = Filler().Replace(clause.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant(), "");
        var key = $"{equipmentKind}|{bare}";
        return bare.Length == 0 ? null : key.Length > Length ? key[..Length] : key;
    }

    [GeneratedRegex(@"[\s《》〈〉「」“”""'()（）\[\],，。；;:：、第条款项\-—–‐_/]+")]
    private static partial Regex Filler();
}
