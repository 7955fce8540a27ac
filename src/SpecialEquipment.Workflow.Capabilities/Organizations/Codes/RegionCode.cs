using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Codes;

/// <summary>Region code: 6 digits under a parent with the same first two or four; towns 9, villages 12. There is no national check digit.</summary>
public static partial class RegionCode
{
    public static CodeCheck Check(string? code, string? parentCode)
    {
        if (code is null || !Pattern().IsMatch(code))
        {
            return CodeCheck.Refused("6 位行政区划代码（乡镇 9 位、村 12 位）");
        }
        if (parentCode is null || parentCode == Nation)
        {
            return CodeCheck.Regular;
        }
        var trunk = code.Length switch { 12 => 9, 9 => 6, _ => parentCode.EndsWith("0000", StringComparison.Ordinal) ? 2 : 4 };
        return parentCode.Length >= trunk && code.AsSpan(0, trunk).SequenceEqual(parentCode.AsSpan(0, trunk))
            ? CodeCheck.Regular
            : CodeCheck.Refused($"前 {trunk} 位与上级 {parentCode} 一致的代码");
    }

    public const string Nation = "000000";

    [GeneratedRegex(@"^[0-9]{6}([0-9]{3}){0,2}\z")]
    private static partial Regex Pattern();
}
