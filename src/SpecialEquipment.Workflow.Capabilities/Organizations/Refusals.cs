using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The ways this capability says no.</summary>
internal static class Refusals
{
    public static Rejection NoSuchEnterprise => Rejection.NotFound("organizations.no-such-enterprise", "未找到该单位，或不在您的管辖范围内。");
    public static Rejection NoSuchPost => Rejection.NotFound("organizations.no-such-post", "未找到该岗位。");
    public static Rejection NoSuchPerson => Rejection.Form("organizations.no-such-person", "未找到该人员。");
    public static Rejection OutsideScope => Rejection.Forbidden("organizations.outside-scope", "该地区不在您的管辖范围内。");
    public static Rejection OnlyOfficials => Rejection.Forbidden("organizations.only-officials", "应由监管部门工作人员登记。");

    public static Rejection StaleVersion(long current) =>
        Rejection.Conflict("organizations.stale-version", "数据已被他人修改，请刷新后重试。") with { CurrentVersion = current };

    public static Rejection Taken(string code, string field, string value, string what) =>
        Rejection.Conflict(code, $"{what}“{value}”已经登记。") with { Errors = [new FieldObjection(field, $"未登记过的{what}", value)] };

    /// <summary>Null when the code may be stored: regular, or doubtful and confirmed by the person who enters it.</summary>
    public static Rejection? OfCode(CodeCheck check, string field, string what, string? value, bool isConfirmed) => check.Verdict switch
    {
        CodeVerdict.Refused => Rejection.Form($"organizations.{Kebab(field)}-wrong", $"{what}应为{check.Expected}，实际为“{value}”。", ObjectionOf(check, field, value)),
        CodeVerdict.Doubtful when !isConfirmed =>
            Rejection.Form($"organizations.{Kebab(field)}-unconfirmed", $"{what}应为{check.Expected}，实际为“{value}”。如确认无误，请勾选确认后重新提交。", ObjectionOf(check, field, value)),
        _ => null,
    };

    private static FieldObjection ObjectionOf(CodeCheck check, string field, string? value) => new(field, check.Expected ?? "", value ?? "（空）");

    private static string Kebab(string camelCase) =>
        string.Concat(camelCase.Select(c => char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}
