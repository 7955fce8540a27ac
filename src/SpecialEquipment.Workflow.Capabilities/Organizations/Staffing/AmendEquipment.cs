using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>
/// Corrects what the register says of a device, apart from its code, which is its identity. A registration number of unusual form is asked about and
/// taken when the person confirms that the certificate reads so.
/// </summary>
internal static class AmendEquipment
{
    public sealed record Form(
        long Version, string? Name, string? Place, string? RegistrationNumber, DateOnly? NextInspectionOn, string? MaintenanceUnit, IReadOnlyList<string>? Confirmed, string? Model = null);

    public sealed record Receipt(Guid Id, string Code, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapActOn<Form, Receipt>("/equipment/{id:guid}/amend", "amend-equipment", DoAsync).RequireAuthorization(Policies.Officials);

    internal static async Task<Result<Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (Refusals.OfReader(act.Actor) is { } reader)
        {
            return reader;
        }
        var scope = await act.Services.GetRequiredService<IDirectory>().ScopeAsync(act.Actor, cancellation);
        var units = act.Db.Set<Enterprise>().Within(scope);
        if (await act.Db.Set<Equipment>().FirstOrDefaultAsync(d => d.Id == id && d.Void == null && units.Any(e => e.Id == d.EnterpriseId), cancellation) is not { } device)
        {
            return Rejection.NotFound("organizations.no-such-equipment", "未找到该设备，或不在您的管辖范围内。");
        }
        if (device.Version != form.Version)
        {
            return Refusals.StaleVersion(device.Version);
        }
        FieldObjection[] errors =
        [
            .. Refusals.Required("name", form.Name, 100), .. Refusals.Required("place", form.Place, 200), .. Refusals.AtMost("registrationNumber", form.RegistrationNumber, 40),
            .. Refusals.AtMost("maintenanceUnit", form.MaintenanceUnit, 200), .. Refusals.AtMost("model", form.Model, 100),
        ];
        if (errors.Length > 0)
        {
            return Rejection.Form("organizations.equipment-incomplete", "设备名称和使用地点应当填写。", errors);
        }
        var number = string.IsNullOrWhiteSpace(form.RegistrationNumber) ? null : form.RegistrationNumber.Trim();
        if (number is not null && number != device.RegistrationNumber && RegisterEquipment.NumberObjection(number, device.Kind, form.Confirmed ?? []) is { } wrong)
        {
            return wrong;
        }
        var before = Said(device);
        (device.Name, device.Place, device.RegistrationNumber) = (form.Name!.Trim(), form.Place!.Trim(), number);
        (device.NextInspectionOn, device.MaintenanceUnit) = (form.NextInspectionOn, string.IsNullOrWhiteSpace(form.MaintenanceUnit) ? null : form.MaintenanceUnit.Trim());
        device.Model = string.IsNullOrWhiteSpace(form.Model) ? null : form.Model.Trim();
        device.Version++;
        act.Record(new LedgerFact(id, "amend-equipment", $"更正设备“{device.Name}”（{device.Code}）登记信息")
        {
            Detail = new Dictionary<string, object?> { ["before"] = before, ["after"] = Said(device), ["confirmed"] = form.Confirmed },
        });
        return new Receipt(id, device.Code, device.Version);
    }

    private static Dictionary<string, object?> Said(Equipment device) => new()
    {
        ["name"] = device.Name, ["place"] = device.Place, ["registrationNumber"] = device.RegistrationNumber, ["nextInspectionOn"] = device.NextInspectionOn,
        ["maintenanceUnit"] = device.MaintenanceUnit, ["model"] = device.Model,
    };
}
