namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Where a unit uses its equipment; decides which sector department oversees it (DOMAIN §2.4).</summary>
public static class PlaceTypes
{
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["RESIDENTIAL"] = "住宅小区", ["FACTORY"] = "工厂", ["OFFICE"] = "写字楼", ["MALL"] = "商场", ["SUPERMARKET"] = "超市",
        ["HOTEL"] = "宾馆", ["STAR_HOTEL"] = "星级饭店", ["RESTAURANT"] = "餐饮场所", ["KINDERGARTEN"] = "幼儿园", ["SCHOOL"] = "学校",
        ["SCHOOL_ENTERPRISE"] = "校办企业", ["HOSPITAL"] = "医院", ["CLINIC"] = "诊所", ["SPORTS_VENUE"] = "体育场馆",
        ["CULTURAL_VENUE"] = "文化场所", ["SCENIC_SPOT"] = "景区", ["TEMP_PERFORMANCE"] = "临时演出场所", ["BUILDING_SITE"] = "房屋建筑工地",
        ["MUNICIPAL_SITE"] = "市政工程工地", ["MUNICIPAL_UTILITY"] = "市政公用设施", ["ROAD_SITE"] = "公路工程工地", ["STATION"] = "车站",
        ["PORT"] = "港口", ["WATER_PROJECT_SITE"] = "水利工程工地", ["HAZ_CHEM"] = "危险化学品企业", ["MINE"] = "矿山", ["POWER_SUPPLY"] = "供电企业",
        ["FILLING_STATION"] = "充装站", ["OTHER"] = "其他",
    };

    public static string NameOf(string placeType) => Names.GetValueOrDefault(placeType, placeType);
}
