namespace SpecialEquipment.Workflow.Storage.Search;

/// <summary>
/// Two neighbouring characters of a text as one number: 泫水物业 is found by 泫水, 水物 and 物业 (DESIGN D12). Numbers compare alike in every
/// database, which texts do not: a collation that ignores width or case would take two pairs for one.
/// </summary>
public static class Grams
{
    /// <summary>The pairs of a text, each once. Pairs of two digits narrow nothing and codes are searched by their beginning, so they are left out.</summary>
    public static IReadOnlySet<int> Of(string? text)
    {
        var codes = new HashSet<int>();
        for (var i = 1; i < (text?.Length ?? 0); i++)
        {
            var (first, second) = (char.ToUpperInvariant(text![i - 1]), char.ToUpperInvariant(text[i]));
            if (Counts(first) && Counts(second) && !(char.IsAsciiDigit(first) && char.IsAsciiDigit(second)))
                codes.Add(unchecked((int)(((uint)first << 16) | second)));
        }
        return codes;
    }

    private static bool Counts(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
