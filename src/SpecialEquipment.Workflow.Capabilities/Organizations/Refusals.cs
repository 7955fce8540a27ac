using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The ways this capability says no.</summary>
internal static class Refusals
{
    public static Rejection NoSuchEnterprise => Rejection.NotFound("organizations.no-such-enterprise", "未找到该单位，或不在您的管辖范围内。");
    public static Rejection Dissolved(Enterprise unit) => Rejection.Conflict(
        "organizations.enterprise-dissolved", $"单位应为存续单位，实际“{unit.Name}”已于 {ShanghaiTime.Text(unit.DissolvedOn!.Value)} {unit.Ending!.Value.Name()}。");
    public static Rejection NoSuchEquipment => Rejection.NotFound("organizations.no-such-equipment", "未找到该设备，或不在您的管辖范围内。");
    public static Rejection NoSuchPost => Rejection.NotFound("organizations.no-such-post", "未找到该岗位。");
    public static Rejection NoSuchPerson => Rejection.Form("organizations.no-such-person", "未找到该人员。");
    public static Rejection OutsideScope => Rejection.Forbidden("organizations.outside-scope", "该地区不在您的管辖范围内。");

    /// <summary>An auditor sees everything and changes nothing.</summary>
    public static Rejection? OfReader(Actor actor) => actor.HasRole(Roles.Auditor) && !actor.HasRole(Roles.Administrator)
        ? Rejection.Forbidden("organizations.only-readers", "审计人员只能查看，不能登记。") : null;

    public static Rejection NoSuchDepartment => Rejection.NotFound("organizations.no-such-department", "未找到该部门。");

    public static Rejection NoSuchRegion(string? code) =>
        Rejection.Form("organizations.no-such-region", $"未找到行政区划 {code}。", new FieldObjection("regionCode", "已有的行政区划代码", string.IsNullOrWhiteSpace(code) ? "（空）" : code));

    public static FieldObjection[] Required(string field, string? value, int most) =>
        string.IsNullOrWhiteSpace(value) ? [new FieldObjection(field, "必填", "（空）")] : AtMost(field, value, most);

    public static FieldObjection[] AtMost(string field, string? value, int most) =>
        value is not null && value.Trim().Length > most ? [new FieldObjection(field, $"不超过 {most} 字", $"{value.Trim().Length} 字")] : [];

    public static Rejection StaleVersion(long current) =>
        Rejection.Conflict("organizations.stale-version", "数据已被他人修改，请刷新后重试。") with { CurrentVersion = current };

    /// <summary>Null when the code may be stored: regular, or doubtful and confirmed by the person who enters it.</summary>
    public static Rejection? OfCode(CodeCheck check, string field, string? value, bool isConfirmed, Rejection wrong, Rejection unconfirmed)
    {
        FieldObjection[] errors = [new FieldObjection(field, check.Expected ?? "", string.IsNullOrEmpty(value) ? "（空）" : value)];
        return check.Verdict switch
        {
            CodeVerdict.Refused => wrong with { Errors = errors },
            CodeVerdict.Doubtful when !isConfirmed => unconfirmed with { Detail = $"{unconfirmed.Detail}如确认无误，请勾选确认后重新提交。", Errors = errors },
            _ => null,
        };
    }
}
