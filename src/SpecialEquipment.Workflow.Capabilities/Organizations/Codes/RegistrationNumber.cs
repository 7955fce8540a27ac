using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Codes;

/// <summary>Number of the use registration certificate (使用登记证编号), e.g. 梯11闽E3622(16). Old formats are accepted after confirmation.</summary>
public static partial class RegistrationNumber
{
    private static readonly Dictionary<EquipmentKind, string> Characters = new()
    {
        [EquipmentKind.Boiler] = "锅", [EquipmentKind.PressureVessel] = "容瓶", [EquipmentKind.PressurePiping] = "管", [EquipmentKind.Elevator] = "梯",
        [EquipmentKind.LiftingMachinery] = "起", [EquipmentKind.PassengerRopeway] = "索", [EquipmentKind.LargeAmusementDevice] = "游",
        [EquipmentKind.InPlantVehicle] = "车",
    };

    public static CodeCheck Check(string? number, EquipmentKind kind)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return CodeCheck.Refused("使用登记证编号；未登记的请留空不填");
        }
        if (!Pattern().IsMatch(number))
        {
            return CodeCheck.Doubtful("“梯11闽E3622(16)”样式的编号；旧格式经核对后可以登记");
        }
        return Characters.TryGetValue(kind, out var allowed) && allowed.Contains(number[0])
            ? CodeCheck.Regular
            : CodeCheck.Doubtful($"以“{Characters.GetValueOrDefault(kind, "—")}”开头的编号（{EquipmentCatalogue.KindNameOf(kind)}）");
    }

    public static char CharacterOf(EquipmentKind kind) => Characters[kind][0];

    [GeneratedRegex(@"^[锅容管梯起索游车瓶][0-9A-Z]{2}[\u4e00-\u9fa5][A-Z][0-9]{4,6}\([0-9]{2}\)\z")]
    private static partial Regex Pattern();
}
