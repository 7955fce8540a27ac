namespace SpecialEquipment.Workflow.Capabilities.Organizations.Demo;

/// <summary>Which units a county has and what equipment stands in them (place mix of DOMAIN §7.2, kinds of §7.1).</summary>
internal static class DemoUnits
{
    /// <param name="NamePattern">{0} is the invented trade name.</param>
    public sealed record UnitKind(string PlaceType, int Count, string NamePattern, IReadOnlyList<DeviceKind> Devices);

    /// <param name="Name">{0} is the running number of the device within the unit.</param>
    /// <param name="Least">How many the unit has at least; the rest are spread by <paramref name="Weight"/>.</param>
    public sealed record DeviceKind(string CatalogueCode, string Name, string Place, int Least, int Weight);

    public static IReadOnlyList<UnitKind> Kinds { get; } =
    [
        new("RESIDENTIAL", 18, "高平市{0}物业服务有限公司", [new("3110", "{0}号乘客电梯", "{0}号楼一单元", 4, 10)]),
        new("FACTORY", 4, "山西{0}铸造有限公司",
            [new("4100", "{0}号桥式起重机", "铸造车间{0}跨", 2, 4), new("5110", "{0}号叉车", "成品库", 1, 3), new("2100", "{0}号储气罐", "空压站", 1, 4), new("1100", "{0}号蒸汽锅炉", "锅炉房", 0, 1)]),
        new("FACTORY", 3, "高平市{0}丝绸有限公司",
            [new("1100", "{0}号蒸汽锅炉", "锅炉房", 1, 0), new("2100", "{0}号蒸汽分汽缸", "蒸煮车间", 2, 4), new("8300", "{0}号蒸汽管道", "锅炉房至缫丝车间", 1, 1), new("3120", "{0}号载货电梯", "成品楼", 1, 1)]),
        new("FACTORY", 2, "山西{0}机械制造有限公司",
            [new("4100", "{0}号桥式起重机", "装配车间{0}跨", 2, 3), new("4200", "{0}号门式起重机", "材料场", 1, 2), new("5110", "{0}号叉车", "库房", 2, 4), new("2100", "{0}号储气罐", "空压站", 2, 3)]),
        new("HAZ_CHEM", 1, "山西{0}化工有限公司",
            [new("2100", "{0}号反应釜", "合成车间", 6, 6), new("8300", "{0}号工艺管道", "罐区至合成车间", 2, 1), new("1300", "{0}号导热油炉", "热载体站", 1, 0), new("5110", "{0}号防爆叉车", "危化品库", 1, 0)]),
        new("MALL", 1, "高平市{0}购物广场有限公司", [new("3310", "{0}号自动扶梯", "中庭", 6, 2), new("3110", "{0}号乘客电梯", "客梯厅", 2, 1)]),
        new("SUPERMARKET", 1, "高平市{0}超市有限公司", [new("3320", "{0}号自动人行道", "卖场东侧", 2, 1), new("3120", "{0}号载货电梯", "收货区", 1, 0)]),
        new("STAR_HOTEL", 1, "高平市{0}大酒店有限公司", [new("3110", "{0}号乘客电梯", "主楼客梯厅", 3, 1), new("1200", "{0}号热水锅炉", "负一层锅炉房", 1, 0)]),
        new("HOTEL", 1, "高平市{0}宾馆", [new("3110", "{0}号乘客电梯", "大堂", 1, 1)]),
        new("OFFICE", 1, "高平市{0}商务楼管理有限公司", [new("3110", "{0}号乘客电梯", "电梯厅", 2, 1), new("4D00", "{0}号机械式停车设备", "地下二层", 1, 1)]),
        new("SCHOOL", 1, "高平市{0}中学", [new("3110", "{0}号无障碍电梯", "教学楼", 1, 0), new("1100", "{0}号食堂锅炉", "食堂后院", 1, 0)]),
        new("KINDERGARTEN", 1, "高平市{0}幼儿园", [new("3120", "{0}号食梯", "厨房", 1, 0)]),
        new("HOSPITAL", 1, "高平市{0}医院", [new("3110", "{0}号病床电梯", "住院楼", 4, 2), new("2100", "{0}号医用氧气储罐", "供氧站", 1, 1), new("2100", "{0}号快开门灭菌器", "消毒供应中心", 2, 0)]),
        new("BUILDING_SITE", 2, "山西{0}建筑工程有限公司", [new("4300", "{0}号塔式起重机", "{0}号楼北侧", 2, 2), new("4860", "{0}号施工升降机", "{0}号楼东侧", 2, 2)]),
        new("SCENIC_SPOT", 1, "高平市{0}旅游开发有限公司",
            [new("9000", "{0}号客运索道", "山门至主峰", 1, 0), new("6000", "{0}号滑行车", "游乐区", 3, 1), new("5200", "{0}号观光车", "游客中心", 4, 2)]),
        new("FILLING_STATION", 1, "高平市{0}液化气充装站", [new("2100", "{0}号液化石油气储罐", "罐区", 3, 1), new("2220", "{0}号汽车罐车", "停车场", 1, 1), new("8300", "{0}号液相管道", "罐区至充装间", 1, 0)]),
    ];
}
