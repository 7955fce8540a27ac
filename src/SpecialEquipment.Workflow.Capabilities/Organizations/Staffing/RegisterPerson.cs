using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>Enters a person in the register of a region's organs or of a unit; corrects what was entered.</summary>
internal static class RegisterPerson
{
    private const int MostName = 60;
    private const int MostText = 40;

    /// <param name="RegionCode">Where the organ is; taken from the unit when <paramref name="EnterpriseId"/> is given.</param>
    /// <param name="ConfirmNamesake">Another person of this name in the same place is known, and it is not he.</param>
    public sealed record Form(string? Name, string? CertificateNumber, string? Phone, string? RegionCode, Guid? EnterpriseId, bool ConfirmNamesake = false);

    public sealed record Amendment(long Version, string? Name, string? CertificateNumber, string? Phone);

    public sealed record Receipt(Guid Id, string Name, long Version);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<Form, Receipt>("/persons", "register-person", DoAsync).RequireAuthorization(Policies.SignedIn);
        api.MapActOn<Amendment, Receipt>("/persons/{id:guid}/amend", "amend-person", AmendAsync).RequireAuthorization(Policies.SignedIn);
    }

    internal static async Task<Result<Receipt>> DoAsync(Form form, ActContext act, CancellationToken cancellation)
    {
        var region = form.RegionCode?.Trim();
        if (form.EnterpriseId is { } unit)
        {
            region = await act.Db.Set<Enterprise>().Where(e => e.Id == unit && e.Void == null).Select(e => e.RegionCode).FirstOrDefaultAsync(cancellation);
            if (region is null)
            {
                return Refusals.NoSuchEnterprise;
            }
        }
        if (await act.ToManageAsync(region, form.EnterpriseId, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        if (Objections(form.Name, form.CertificateNumber, form.Phone) is { } incomplete)
        {
            return incomplete;
        }
        if (string.IsNullOrEmpty(region) || await act.Services.GetRequiredService<IDirectory>().FindRegionAsync(region, cancellation) is null)
        {
            return Refusals.NoSuchRegion(region);
        }
        var name = form.Name!.Trim();
        if (!form.ConfirmNamesake && await act.Db.Set<Person>().AnyAsync(
                p => p.Name == name && p.Void == null && p.EnterpriseId == form.EnterpriseId && (p.EnterpriseId != null || p.RegionCode == region), cancellation))
        {
            return Rejection.Conflict("organizations.namesake-unconfirmed", $"{name}已在该处登记，如确为同名的另一人，请确认后重新提交。") with
            {
                Errors = [new FieldObjection("name", "未登记过的人员，或者确认同名", name)],
            };
        }
        var person = new Person
        {
            Id = Guid.CreateVersion7(act.Now), Name = name, CertificateNumber = Blank(form.CertificateNumber), Phone = Blank(form.Phone), RegionCode = region,
            EnterpriseId = form.EnterpriseId, Version = 1,
        };
        act.Db.Add(person);
        act.Record(new LedgerFact(person.Id, "register-person", $"登记人员“{name}”")
        {
            Detail = new Dictionary<string, object?>
            {
                ["name"] = name, ["certificateNumber"] = person.CertificateNumber, ["phone"] = person.Phone, ["regionCode"] = region, ["enterpriseId"] = form.EnterpriseId,
            },
        });
        return new Receipt(person.Id, name, person.Version);
    }

    internal static async Task<Result<Receipt>> AmendAsync(Guid personId, Amendment form, ActContext act, CancellationToken cancellation)
    {
        var person = await act.Db.Set<Person>().FirstOrDefaultAsync(p => p.Id == personId && p.Void == null, cancellation);
        if (person is null)
        {
            return Refusals.NoSuchPerson;
        }
        if (await act.ToManageAsync(person.RegionCode, person.EnterpriseId, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        if (person.Version != form.Version)
        {
            return Refusals.StaleVersion(person.Version);
        }
        if (Objections(form.Name, form.CertificateNumber, form.Phone) is { } incomplete)
        {
            return incomplete;
        }
        var before = new Dictionary<string, object?> { ["name"] = person.Name, ["certificateNumber"] = person.CertificateNumber, ["phone"] = person.Phone };
        (person.Name, person.CertificateNumber, person.Phone) = (form.Name!.Trim(), Blank(form.CertificateNumber), Blank(form.Phone));
        person.Version++;
        act.Record(new LedgerFact(person.Id, "amend-person", $"更正人员“{person.Name}”登记信息")
        {
            Detail = new Dictionary<string, object?>
            {
                ["before"] = before,
                ["after"] = new Dictionary<string, object?> { ["name"] = person.Name, ["certificateNumber"] = person.CertificateNumber, ["phone"] = person.Phone },
            },
        });
        return new Receipt(person.Id, person.Name, person.Version);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Rejection? Objections(string? name, string? certificate, string? phone)
    {
        FieldObjection[] errors =
        [
            .. Refusals.Required("name", name, MostName), .. Refusals.AtMost("certificateNumber", certificate, MostText), .. Refusals.AtMost("phone", phone, MostText),
        ];
        return errors.Length == 0 ? null : Rejection.Form("organizations.person-incomplete", "人员登记信息不完整。", errors);
    }
}
