namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>How alike two descriptions are: shared pairs of neighbouring characters (Dice). A proposal only; people decide.</summary>
internal static class Similarity
{
    /// <summary>0 to 100.</summary>
    public static int Percent(string a, string b)
    {
        var (ofA, ofB) = (Pairs(a), Pairs(b));
        if (ofA.Count == 0 || ofB.Count == 0)
            return Bare(a).Length > 0 && Bare(a) == Bare(b) ? 100 : 0;
        return 200 * ofA.Count(ofB.Contains) / (ofA.Count + ofB.Count);
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        var bare = Bare(text);
        var pairs = new HashSet<(char, char)>();
        for (var i = 1; i < bare.Length; i++)
            pairs.Add((bare[i - 1], bare[i]));
        return pairs;
    }

    private static string Bare(string text) =>
        new([.. text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
