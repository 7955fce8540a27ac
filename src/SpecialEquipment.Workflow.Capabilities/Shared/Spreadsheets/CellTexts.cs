using System.Text;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>What people's typing does to texts, undone: full-width letters and digits, stray spaces, control characters.</summary>
public static class CellTexts
{
    /// <summary>Full-width forms of ASCII become ASCII, the wide space a space.</summary>
    public static string HalfWidth(string text)
    {
        if (!text.Any(c => c is '\u3000' or '\u00a0' || c is >= '\uff01' and <= '\uff5e'))
            return text;
        return string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch
                {
                    '\u3000' or '\u00a0' => ' ',
                    >= '\uff01' and <= '\uff5e' => (char)(source[i] - 0xfee0),
                    _ => source[i],
                };
            }
        });
    }

    /// <summary>A code: half-width, upper case, without any space or hidden character.</summary>
    public static string Code(string text) => Keep(HalfWidth(text).ToUpperInvariant(), c => !char.IsWhiteSpace(c) && !IsHidden(c));

    /// <summary>Running text: no control characters but line breaks, no spaces around it.</summary>
    public static string Plain(string text) => Keep(text, c => c is '\n' || !IsHidden(c)).Trim().Trim('\u3000', '\u00a0').Trim();

    /// <summary>A heading as it is compared: half-width, no spaces, marks or what stands in brackets.</summary>
    public static string Heading(string text)
    {
        var bare = HalfWidth(text);
        if (bare.IndexOf('(') is > 0 and var bracket)
            bare = bare[..bracket];
        return Keep(bare, c => char.IsLetterOrDigit(c)).ToUpperInvariant();
    }

    private static bool IsHidden(char c) => char.IsControl(c) || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff' or '\u200e' or '\u200f';

    private static string Keep(string text, Func<char, bool> keep)
    {
        if (text.All(keep))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (keep(c))
                kept.Append(c);
        }
        return kept.ToString();
    }
}
