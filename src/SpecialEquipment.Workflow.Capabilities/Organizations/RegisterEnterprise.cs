using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Codes;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Enters a unit in the register, with its three posts still vacant.</summary>
internal static class RegisterEnterprise
{
    /// <param name="ConfirmCreditCode">The person has compared a doubtful code with the licence.</param>
    public sealed record Form(string? Name, string? CreditCode, bool ConfirmCreditCode, string? RegionCode, string? Address, string? PlaceType, string? Phone);

    public sealed record Receipt(Guid Id, string Name, string CreditCode, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/enterprises", async (Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("organizations/register-enterprise", actor, (act, token) => DoAsync(form, act, token), cancellation: cancellation);
                return result.ToHttp(receipt => Results.Created($"/api/enterprises/{receipt.Id}", receipt));
            })
            .RequireAuthorization(Policies.Officials).WithName("register-enterprise").WithTags("organizations").Produces<Receipt>(StatusCodes.Status201Created);

    internal static async Task<Result<Receipt>> DoAsync(Form form, ActContext act, CancellationToken cancellation)
    {
        if (Refusals.OfReader(act.Actor) is { } reader)
        {
            return reader;
        }
        var code = form.CreditCode?.Trim().ToUpperInvariant();
        if (Objections(form) is { Length: > 0 } objections)
        {
            return Rejection.Form("organizations.enterprise-incomplete", "单位登记信息不完整。", objections);
        }
        var check = CreditCode.Check(code);
        if (Refusals.OfCode(
                check, "creditCode", code, form.ConfirmCreditCode,
                Rejection.Form("organizations.credit-code-wrong", $"统一社会信用代码应为{check.Expected}，实际为“{code}”。"),
                Rejection.Form("organizations.credit-code-unconfirmed", $"统一社会信用代码应为{check.Expected}，实际为“{code}”。")) is { } objection)
        {
            return objection;
        }
        var directory = act.Services.GetRequiredService<IDirectory>();
        if (await directory.FindRegionAsync(form.RegionCode!, cancellation) is null)
        {
            return Refusals.NoSuchRegion(form.RegionCode);
        }
        if (!(await directory.ScopeAsync(act.Actor, cancellation)).Includes(form.RegionCode!, form.PlaceType!, Guid.Empty))
        {
            return Refusals.OutsideScope;
        }
        if (await act.Db.Set<Enterprise>().AnyAsync(e => e.CreditCode == code && e.Void == null, cancellation))
        {
            return Rejection.Conflict("organizations.credit-code-taken", $"统一社会信用代码“{code}”已经登记。") with
            {
                Errors = [new FieldObjection("creditCode", "未登记过的统一社会信用代码", code!)],
            };
        }
        var enterprise = new Enterprise
        {
            Id = Guid.CreateVersion7(act.Now), Name = form.Name!.Trim(), CreditCode = code!,
            CreditCodeConfirmed = check.Verdict == CodeVerdict.Doubtful,
            RegionCode = form.RegionCode!, Address = form.Address!.Trim(), PlaceType = form.PlaceType!, Phone = form.Phone?.Trim(),
            RegisteredAt = act.Now, Version = 1,
        };
        act.Db.Add(enterprise);
        act.Db.AddRange(EnterprisePosts.For(enterprise, ShanghaiTime.DateOf(act.Now), Guid.CreateVersion7));
        act.Record(new LedgerFact(enterprise.Id, "register-enterprise", $"登记单位“{enterprise.Name}”（{code}）")
        {
            Detail = new Dictionary<string, object?>
            {
                ["name"] = enterprise.Name, ["creditCode"] = code, ["creditCodeConfirmed"] = enterprise.CreditCodeConfirmed, ["regionCode"] = form.RegionCode,
                ["address"] = enterprise.Address, ["placeType"] = form.PlaceType,
            },
        });
        return new Receipt(enterprise.Id, enterprise.Name, enterprise.CreditCode, enterprise.Version);
    }

    private static FieldObjection[] Objections(Form form) =>
    [
        .. Required("name", form.Name), .. Required("regionCode", form.RegionCode), .. Required("address", form.Address),
        .. form.PlaceType is { } place && PlaceTypes.Names.ContainsKey(place)
            ? Array.Empty<FieldObjection>()
            : [new FieldObjection("placeType", "场所类型代码之一", form.PlaceType ?? "（空）")],
    ];

    private static FieldObjection[] Required(string field, string? value) =>
        string.IsNullOrWhiteSpace(value) ? [new FieldObjection(field, "必填", "（空）")] : [];
}
