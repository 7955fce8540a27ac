using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Codes;

/// <summary>Unified social credit code, GB 32100-2015: a wrong pattern is refused, a wrong check character is only doubtful, since early pilot codes carry one legally.</summary>
public static partial class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string OrganizationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly int[] OrganizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    public static CodeCheck Check(string? code)
    {
        if (code is null || !Pattern().IsMatch(code))
        {
            return CodeCheck.Refused("18 位统一社会信用代码（数字和大写字母，不含 I、O、S、V、Z，第 3 至 8 位为数字）");
        }
        return CheckCharacter(code) == code[17]
            ? CodeCheck.Regular
            : CodeCheck.Doubtful($"校验位“{CheckCharacter(code)}”；请核对证照，确认无误的可以继续登记");
    }

    /// <summary>Position 18 for the first 17 characters.</summary>
    public static char CheckCharacter(string code)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++)
        {
            sum += Alphabet.IndexOf(code[i]) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>Position 17: the check character of the organisation code in positions 9 to 16.</summary>
    public static char OrganizationCheckCharacter(ReadOnlySpan<char> eight)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += OrganizationAlphabet.IndexOf(eight[i]) * OrganizationWeights[i];
        }
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    [GeneratedRegex(@"^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}\z")]
    private static partial Regex Pattern();
}
