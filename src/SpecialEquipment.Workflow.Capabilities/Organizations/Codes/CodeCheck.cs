namespace SpecialEquipment.Workflow.Capabilities.Organizations.Codes;

/// <summary>
/// Three answers, because official codes are older and messier than their rules (DOMAIN §4.13): regular, doubtful (a person must confirm), refused.
/// </summary>
public sealed record CodeCheck(CodeVerdict Verdict, string? Expected = null)
{
    public static CodeCheck Regular { get; } = new(CodeVerdict.Regular);
    public static CodeCheck Doubtful(string expected) => new(CodeVerdict.Doubtful, expected);
    public static CodeCheck Refused(string expected) => new(CodeVerdict.Refused, expected);
}

public enum CodeVerdict { Regular, Doubtful, Refused }
