using System.Globalization;

namespace SpecialEquipment.Workflow.Engine.Expressions.Patterns;

/// <summary>A set of code points: ranges, and the sets it is made of. ASCII is looked up in a bitmap.</summary>
internal sealed class CharSet
{
    private readonly List<(int From, int To)> ranges = [];
    private readonly List<Func<int, bool>> classes = [];
    private UInt128 ascii;

    public static readonly CharSet Digit = new CharSet().Add('0', '9');
    public static readonly CharSet Word = new CharSet().Add('a', 'z').Add('A', 'Z').Add('0', '9').Add('_', '_');
    public static readonly CharSet Space = new CharSet().Add(c => c < 0x10000 && Values.Numbers.IsBlank((char)c));
    public static readonly CharSet LineBreak = new CharSet().Add('\n', '\n').Add('\r', '\r').Add('\u2028', '\u2029');

    /// <summary>More ranges than anybody writes; each costs time at every letter.</summary>
    public bool IsFull => ranges.Count + classes.Count > 1000;

    public bool IsNegated { get; set; }

    public CharSet Add(int from, int to)
    {
        ranges.Add((from, to));
        for (var c = from; c <= Math.Min(to, 127); c++)
        {
            ascii |= UInt128.One << c;
        }

        return this;
    }

    public CharSet Add(Func<int, bool> contains)
    {
        classes.Add(contains);
        for (var c = 0; c < 128; c++)
        {
            if (contains(c))
            {
                ascii |= UInt128.One << c;
            }
        }

        return this;
    }

    public CharSet Add(CharSet other, bool negated) => Add(c => other.Contains(c) != negated);

    public bool Contains(int c) => HasMember(c) != IsNegated;

    /// <summary>As <see cref="Contains"/>, without regard to case.</summary>
    public bool ContainsFolded(int c) => c >= 0x10000 ? Contains(c)
        : (HasMember(c) || HasMember(char.ToUpperInvariant((char)c)) || HasMember(char.ToLowerInvariant((char)c))) != IsNegated;

    private bool HasMember(int c)
    {
        if (c < 128)
        {
            return (ascii >> c & 1) != 0;
        }

        foreach (var (from, to) in ranges)
        {
            if (c >= from && c <= to)
            {
                return true;
            }
        }

        foreach (var contains in classes)
        {
            if (contains(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A <c>\p{…}</c> class; null when not known here.</summary>
    public static CharSet? Property(string name) => name switch
    {
        "L" or "Letter" or "Alphabetic" => Of(c => c <= UnicodeCategory.OtherLetter),
        "Lu" or "Uppercase_Letter" or "Uppercase" => Of(c => c == UnicodeCategory.UppercaseLetter),
        "Ll" or "Lowercase_Letter" or "Lowercase" => Of(c => c == UnicodeCategory.LowercaseLetter),
        "Lo" or "Other_Letter" => Of(c => c == UnicodeCategory.OtherLetter),
        "M" or "Mark" => Of(c => c is >= UnicodeCategory.NonSpacingMark and <= UnicodeCategory.EnclosingMark),
        "N" or "Number" => Of(c => c is >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber),
        "Nd" or "Decimal_Number" => Of(c => c == UnicodeCategory.DecimalDigitNumber),
        "P" or "Punctuation" => Of(c => c is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation),
        "S" or "Symbol" => Of(c => c is >= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol),
        "Z" or "Separator" => Of(c => c is >= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.ParagraphSeparator),
        "Script=Han" or "sc=Han" or "Script_Extensions=Han" or "scx=Han" => new CharSet().Add(0x2E80, 0x2FD5).Add(0x3005, 0x3005).Add(0x3007, 0x3007)
            .Add(0x3021, 0x3029).Add(0x3038, 0x303B).Add(0x3400, 0x4DBF).Add(0x4E00, 0x9FFF).Add(0xF900, 0xFAD9).Add(0x20000, 0x323AF),
        _ => null,
    };

    private static CharSet Of(Func<UnicodeCategory, bool> test) => new CharSet().Add(c => test(CharUnicodeInfo.GetUnicodeCategory(c)));
}
