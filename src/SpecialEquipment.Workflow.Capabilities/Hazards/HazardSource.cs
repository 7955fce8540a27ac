using System.Text.Json;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>Where a hazard was found (DOMAIN §4.2).</summary>
public enum HazardSource
{
    Routine, Special, PostLicence, Other, InspectionBody, Manufacturer, TownPatrol, OtherDepartment, TipOff, Media, SelfCheck, Campaign, CopyIn, DataExchange, Accident,
}

public static class HazardSources
{
    public static string Code(this HazardSource source) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(source.ToString());

    public static string Name(this HazardSource source) => source switch
    {
        HazardSource.Routine => "常规监督检查",
        HazardSource.Special => "专项监督检查",
        HazardSource.PostLicence => "证后监督检查",
        HazardSource.Other => "其他监督检查",
        HazardSource.InspectionBody => "检验检测机构报告",
        HazardSource.Manufacturer => "制造单位报告",
        HazardSource.TownPatrol => "乡镇街道巡查",
        HazardSource.OtherDepartment => "其他部门通报",
        HazardSource.TipOff => "举报",
        HazardSource.Media => "媒体反映",
        HazardSource.SelfCheck => "单位自查",
        HazardSource.Campaign => "专项行动",
        HazardSource.CopyIn => "抄告",
        HazardSource.DataExchange => "数据交换",
        _ => "事故调查",
    };

    public static HazardSource? Parse(string code) =>
        Enum.GetValues<HazardSource>().Where(s => s.Code() == code).Select(s => (HazardSource?)s).FirstOrDefault();
}
