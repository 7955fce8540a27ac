using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Codes;

/// <summary>Equipment code (设备代码): catalogue 4 + manufacturer 5 + year 4 + serial 4 or 5; older registration codes are doubtful, not wrong.</summary>
public static partial class EquipmentCode
{
    /// <param name="catalogueCode">What the device is said to be, to compare kinds.</param>
    public static CodeCheck Check(string? code, string catalogueCode)
    {
        if (code is not null && Current().IsMatch(code))
        {
            return EquipmentCatalogue.KindOf(code[..4]) == EquipmentCatalogue.KindOf(catalogueCode)
                ? CodeCheck.Regular
                : CodeCheck.Doubtful($"与设备品种“{EquipmentCatalogue.NameOf(catalogueCode)}”一致的代码");
        }
        return code is not null && (Old20().IsMatch(code) || Old21().IsMatch(code))
            ? CodeCheck.Doubtful("17 或 18 位设备代码；旧注册代码经核对后可以登记")
            : CodeCheck.Refused("17 或 18 位设备代码（品种 4 位、制造单位 5 位、年份 4 位、序号 4 至 5 位）");
    }

    public static bool IsOldRegistrationCode(string code) => Old20().IsMatch(code) || Old21().IsMatch(code);

    [GeneratedRegex(@"^[0-9A-F][0-9A-Z]{3}[0-9]{5}(19|20)[0-9]{2}[0-9A-Z]{4,5}\z")]
    private static partial Regex Current();

    [GeneratedRegex(@"^[0-9]{4}[0-9]{6}(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-9]{4}\z")]
    private static partial Regex Old20();

    [GeneratedRegex(@"^[0-9A-Z]{21}\z")]
    private static partial Regex Old21();
}
