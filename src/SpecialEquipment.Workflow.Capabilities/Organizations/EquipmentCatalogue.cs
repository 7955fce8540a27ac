namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The eight kinds of special equipment, and the two further headings of the State's catalogue.</summary>
public enum EquipmentKind
{
    Boiler, PressureVessel, Elevator, LiftingMachinery, InPlantVehicle, LargeAmusementDevice, PipingComponent, PressurePiping, PassengerRopeway, SafetyAccessory,
}

/// <summary>Catalogue codes (DOMAIN §4.13): kind, category and variety in four characters.</summary>
public static class EquipmentCatalogue
{
    private static readonly (char First, EquipmentKind Kind, string Name)[] Kinds =
    [
        ('1', EquipmentKind.Boiler, "锅炉"), ('2', EquipmentKind.PressureVessel, "压力容器"), ('3', EquipmentKind.Elevator, "电梯"),
        ('4', EquipmentKind.LiftingMachinery, "起重机械"), ('5', EquipmentKind.InPlantVehicle, "场（厂）内专用机动车辆"),
        ('6', EquipmentKind.LargeAmusementDevice, "大型游乐设施"), ('7', EquipmentKind.PipingComponent, "压力管道元件"),
        ('8', EquipmentKind.PressurePiping, "压力管道"), ('9', EquipmentKind.PassengerRopeway, "客运索道"), ('F', EquipmentKind.SafetyAccessory, "安全附件"),
    ];

    /// <summary>Categories and varieties the product names; the catalogue has more, so an unknown variety is shown by its category or kind.</summary>
    private static readonly Dictionary<string, string> Varieties = new()
    {
        ["1000"] = "锅炉", ["1100"] = "承压蒸汽锅炉", ["1200"] = "承压热水锅炉", ["1300"] = "有机热载体锅炉",
        ["2000"] = "压力容器", ["2100"] = "固定式压力容器", ["2200"] = "移动式压力容器", ["2210"] = "铁路罐车", ["2220"] = "汽车罐车",
        ["2230"] = "长管拖车", ["2240"] = "罐式集装箱", ["2300"] = "气瓶",
        ["3000"] = "电梯", ["3100"] = "曳引与强制驱动电梯", ["3110"] = "曳引驱动乘客电梯", ["3120"] = "曳引驱动载货电梯", ["3200"] = "液压驱动电梯",
        ["3300"] = "自动扶梯与自动人行道", ["3310"] = "自动扶梯", ["3320"] = "自动人行道", ["3400"] = "其他类型电梯",
        ["4000"] = "起重机械", ["4100"] = "桥式起重机", ["4200"] = "门式起重机", ["4300"] = "塔式起重机", ["4400"] = "流动式起重机",
        ["4700"] = "门座式起重机", ["4800"] = "升降机", ["4860"] = "施工升降机", ["4D00"] = "机械式停车设备",
        ["5000"] = "场（厂）内专用机动车辆", ["5100"] = "机动工业车辆", ["5110"] = "叉车", ["5200"] = "非公路用旅游观光车辆",
        ["6000"] = "大型游乐设施", ["8000"] = "压力管道", ["8100"] = "长输管道", ["8200"] = "公用管道", ["8300"] = "工业管道", ["9000"] = "客运索道",
    };

    public static EquipmentKind? KindOf(string catalogueCode) => Find(catalogueCode) is { } known ? known.Kind : null;
    public static string KindNameOf(EquipmentKind kind) => Kinds.First(k => k.Kind == kind).Name;

    /// <summary>Name of the variety, else of its category, else of its kind.</summary>
    public static string NameOf(string catalogueCode) =>
        Varieties.GetValueOrDefault(catalogueCode)
        ?? (catalogueCode.Length == 4 ? Varieties.GetValueOrDefault(catalogueCode[..2] + "00") : null)
        ?? (Find(catalogueCode) is { } known ? known.Name : catalogueCode);

    private static (char First, EquipmentKind Kind, string Name)? Find(string code)
    {
        foreach (var entry in Kinds)
        {
            if (code.Length == 4 && code[0] == entry.First)
            {
                return entry;
            }
        }
        return null;
    }
}
