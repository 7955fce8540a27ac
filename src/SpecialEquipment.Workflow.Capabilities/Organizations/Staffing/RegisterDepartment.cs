using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>Enters a department of a region; it exists from today.</summary>
internal static class RegisterDepartment
{
    /// <param name="Code">Code of the duty, e.g. EDUCATION; the same duty carries the same code in every region.</param>
    /// <param name="PlaceTypes">Place types whose units it oversees; <c>*</c> alone for all.</param>
    public sealed record Form(
        string? RegionCode, string? Code, string? Name, string? ShortName, string? NumberMark, string? Duty, IReadOnlyList<string>? PlaceTypes, int? Priority);

    public sealed record Receipt(Guid Id, string Code, string Name, DateOnly ValidFrom, DateOnly? ValidTo);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapAct<Form, Receipt>("/departments", "register-department", DoAsync).RequireAuthorization(Policies.SignedIn);

    internal static async Task<Result<Receipt>> DoAsync(Form form, ActContext act, CancellationToken cancellation)
    {
        if (await act.ToManageAsync(form.RegionCode, null, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        if (Objections(form) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.department-incomplete", "部门信息不完整。", errors);
        }
        var region = form.RegionCode!.Trim();
        if (await act.Services.GetRequiredService<IDirectory>().FindRegionAsync(region, cancellation) is null)
        {
            return Refusals.NoSuchRegion(region);
        }
        var (code, today) = (form.Code!.Trim(), ShanghaiTime.DateOf(act.Now));
        if (await act.Db.Set<Department>().AnyAsync(d => d.RegionCode == region && d.Code == code && (d.ValidTo == null || d.ValidTo > today || d.ValidFrom == today), cancellation))
        {
            return Rejection.Conflict("organizations.department-known", $"该地区已有代码为 {code} 的部门。") with { Errors = [new FieldObjection("code", "该地区未使用的部门代码", code)] };
        }
        var department = new Department
        {
            Id = Guid.CreateVersion7(act.Now), Code = code, Name = form.Name!.Trim(), ShortName = form.ShortName!.Trim(), NumberMark = form.NumberMark!.Trim(),
            RegionCode = region, Duty = form.Duty!.Trim(), PlaceTypes = string.Join(',', form.PlaceTypes ?? []), Priority = form.Priority ?? 0, ValidFrom = today,
        };
        act.Db.Add(department);
        act.Record(new LedgerFact(department.Id, "register-department", $"设立部门“{department.Name}”")
        {
            Detail = new Dictionary<string, object?>
            {
                ["code"] = code, ["name"] = department.Name, ["numberMark"] = department.NumberMark, ["regionCode"] = region, ["duty"] = department.Duty,
                ["placeTypes"] = department.PlaceTypes, ["priority"] = department.Priority,
            },
        });
        return View(department);
    }

    internal static Receipt View(Department d) => new(d.Id, d.Code, d.Name, d.ValidFrom, d.ValidTo);

    private static FieldObjection[] Objections(Form form)
    {
        var errors = new List<FieldObjection>(
        [
            .. Refusals.Required("regionCode", form.RegionCode, 12), .. Refusals.Required("code", form.Code, 40), .. Refusals.Required("name", form.Name, 100),
            .. Refusals.Required("shortName", form.ShortName, 40), .. Refusals.Required("numberMark", form.NumberMark, 10), .. Refusals.Required("duty", form.Duty, 500),
        ]);
        if (form.Code is { Length: > 0 } code && !code.Trim().All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            errors.Add(new FieldObjection("code", "大写字母、数字和下划线", code));
        }
        var unknown = (form.PlaceTypes ?? []).Where(p => p != "*" && !Organizations.PlaceTypes.Names.ContainsKey(p)).ToList();
        if (unknown.Count > 0 || (form.PlaceTypes is { Count: > 1 } several && several.Contains("*")))
        {
            errors.Add(new FieldObjection("placeTypes", "场所类型代码，或者单独一个 *", string.Join("、", form.PlaceTypes!)));
        }
        return [.. errors];
    }
}
