using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Enters a device in the register of the unit that uses it.</summary>
internal static class RegisterEquipment
{
    /// <param name="Confirmed">Fields whose doubtful value the person has compared with plate and certificate: <c>code</c>, <c>registrationNumber</c>.</param>
    public sealed record Form(
        Guid EnterpriseId, string? Code, string? CatalogueCode, string? Name, string? RegistrationNumber, string? Place, string? Manufacturer, DateOnly? UsedSince,
        DateOnly? NextInspectionOn, string? MaintenanceUnit, IReadOnlyList<string>? Confirmed, string? Model = null);

    public sealed record Receipt(Guid Id, string Code, string KindName, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/equipment", async (Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("organizations/register-equipment", actor, (act, token) => DoAsync(form, act, token), cancellation: cancellation);
                return result.ToHttp(receipt => Results.Created($"/api/equipment?q={receipt.Code}", receipt));
            })
            .RequireAuthorization(Policies.Officials).WithName("register-equipment").WithTags("organizations").Produces<Receipt>(StatusCodes.Status201Created);

    internal static async Task<Result<Receipt>> DoAsync(Form form, ActContext act, CancellationToken cancellation)
    {
        if (Refusals.OfReader(act.Actor) is { } reader)
        {
            return reader;
        }
        var catalogueCode = form.CatalogueCode?.Trim().ToUpperInvariant() ?? "";
        if (EquipmentCatalogue.KindOf(catalogueCode) is not { } kind)
        {
            return Rejection.Form(
                "organizations.catalogue-code-wrong", $"设备品种代码应为特种设备目录中的 4 位代码，实际为“{form.CatalogueCode}”。",
                new FieldObjection("catalogueCode", "目录中的 4 位代码", form.CatalogueCode ?? "（空）"));
        }
        if (string.IsNullOrWhiteSpace(form.Name) || string.IsNullOrWhiteSpace(form.Place))
        {
            return Rejection.Form(
                "organizations.equipment-incomplete", "设备名称和使用地点应当填写。",
                new FieldObjection(string.IsNullOrWhiteSpace(form.Name) ? "name" : "place", "必填", "（空）"));
        }
        if (Refusals.AtMost("model", form.Model, 100) is { Length: > 0 } tooLong)
        {
            return Rejection.Form("organizations.equipment-incomplete", "设备型号应不超过 100 字。", tooLong);
        }
        var code = form.Code?.Trim().ToUpperInvariant();
        var number = string.IsNullOrWhiteSpace(form.RegistrationNumber) ? null : form.RegistrationNumber.Trim();
        var confirmed = form.Confirmed ?? [];
        if (CodeObjection(code, catalogueCode, confirmed) is { } wrongCode)
        {
            return wrongCode;
        }
        if (number is not null && NumberObjection(number, kind, confirmed) is { } wrongNumber)
        {
            return wrongNumber;
        }
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        var enterprise = await act.Db.Set<Enterprise>().AsNoTracking().Within(scope).FirstOrDefaultAsync(e => e.Id == form.EnterpriseId, cancellation);
        if (enterprise is null)
        {
            return Refusals.NoSuchEnterprise;
        }
        if (enterprise.Status == EnterpriseStatus.Dissolved)
        {
            return Refusals.Dissolved(enterprise);
        }
        if (await act.Db.Set<Equipment>().AnyAsync(e => e.Code == code && e.Void == null, cancellation))
        {
            return Rejection.Conflict("organizations.equipment-code-taken", $"设备代码“{code}”已经登记。") with
            {
                Errors = [new FieldObjection("code", "未登记过的设备代码", code!)],
            };
        }
        var device = new Equipment
        {
            Id = Guid.CreateVersion7(act.Now), Code = code!, FormerCode = EquipmentCode.IsOldRegistrationCode(code!) ? code : null, CatalogueCode = catalogueCode,
            Kind = kind, Name = form.Name.Trim(), RegistrationNumber = number, EnterpriseId = enterprise.Id, RegionCode = enterprise.RegionCode,
            Place = form.Place.Trim(), Manufacturer = form.Manufacturer, UsedSince = form.UsedSince, NextInspectionOn = form.NextInspectionOn,
            MaintenanceUnit = form.MaintenanceUnit, Model = string.IsNullOrWhiteSpace(form.Model) ? null : form.Model.Trim(), Version = 1,
        };
        act.Db.Add(device);
        act.Record(new LedgerFact(device.Id, "register-equipment", $"登记设备“{device.Name}”（{code}），使用单位“{enterprise.Name}”")
        {
            Detail = new Dictionary<string, object?>
            {
                ["code"] = code, ["catalogueCode"] = catalogueCode, ["registrationNumber"] = number, ["enterpriseId"] = enterprise.Id, ["confirmed"] = confirmed,
            },
        });
        return new Receipt(device.Id, device.Code, EquipmentCatalogue.KindNameOf(kind), device.Version);
    }

    private static Rejection? CodeObjection(string? code, string catalogueCode, IReadOnlyList<string> confirmed)
    {
        var check = EquipmentCode.Check(code, catalogueCode);
        return Refusals.OfCode(
            check, "code", code, confirmed.Contains("code"),
            Rejection.Form("organizations.equipment-code-wrong", $"设备代码应为{check.Expected}，实际为“{code}”。"),
            Rejection.Form("organizations.equipment-code-unconfirmed", $"设备代码应为{check.Expected}，实际为“{code}”。"));
    }

    internal static Rejection? NumberObjection(string number, EquipmentKind kind, IReadOnlyList<string> confirmed)
    {
        var check = RegistrationNumber.Check(number, kind);
        return Refusals.OfCode(
            check, "registrationNumber", number, confirmed.Contains("registrationNumber"),
            Rejection.Form("organizations.registration-number-wrong", $"使用登记证编号应为{check.Expected}，实际为“{number}”。"),
            Rejection.Form("organizations.registration-number-unconfirmed", $"使用登记证编号应为{check.Expected}，实际为“{number}”。"));
    }
}
