using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>
/// Corrects what the register says of a unit: name, region, address, place type, telephone. Its credit code is its identity and is never edited;
/// a wrong one is voided and the unit registered anew (E20). A unit that moves within the county takes its devices and posts along.
/// </summary>
internal static class AmendUnit
{
    public sealed record Form(long Version, string? Name, string? RegionCode, string? Address, string? PlaceType, string? Phone);

    public sealed record Receipt(Guid Id, string Name, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapActOn<Form, Receipt>("/enterprises/{id:guid}/amend", "amend-enterprise", DoAsync).RequireAuthorization(Policies.Officials);

    internal static async Task<Result<Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (Refusals.OfReader(act.Actor) is { } reader)
        {
            return reader;
        }
        var directory = act.Services.GetRequiredService<IDirectory>();
        var scope = await directory.ScopeAsync(act.Actor, cancellation);
        if (await act.Db.Set<Enterprise>().Within(scope).FirstOrDefaultAsync(e => e.Id == id && e.Void == null, cancellation) is not { } unit)
        {
            return Refusals.NoSuchEnterprise;
        }
        if (unit.Version != form.Version)
        {
            return Refusals.StaleVersion(unit.Version);
        }
        FieldObjection[] errors =
        [
            .. Refusals.Required("name", form.Name, 200), .. Refusals.Required("regionCode", form.RegionCode, 12), .. Refusals.Required("address", form.Address, 300),
            .. Refusals.AtMost("phone", form.Phone, 40),
            .. form.PlaceType is { } place && PlaceTypes.Names.ContainsKey(place) ? Array.Empty<FieldObjection>() : [new FieldObjection("placeType", "场所类型代码之一", form.PlaceType ?? "（空）")],
        ];
        if (errors.Length > 0)
        {
            return Rejection.Form("organizations.enterprise-incomplete", "单位登记信息不完整。", errors);
        }
        var region = form.RegionCode!.Trim();
        if (await directory.FindRegionAsync(region, cancellation) is null)
        {
            return Refusals.NoSuchRegion(region);
        }
        if (!scope.Includes(region, form.PlaceType!, unit.Id))
        {
            return Refusals.OutsideScope;
        }
        var before = Said(unit);
        unit.Name = form.Name!.Trim();
        if (unit.RegionCode != region)
        {
            await MoveAsync(unit, region, act, cancellation);
        }
        (unit.Address, unit.PlaceType, unit.Phone) = (form.Address!.Trim(), form.PlaceType!, string.IsNullOrWhiteSpace(form.Phone) ? null : form.Phone.Trim());
        unit.Version++;
        act.Record(new LedgerFact(id, "amend-enterprise", $"更正单位“{unit.Name}”登记信息") { Detail = new Dictionary<string, object?> { ["before"] = before, ["after"] = Said(unit) } });
        return new Receipt(id, unit.Name, unit.Version);
    }

    private static Dictionary<string, object?> Said(Enterprise unit) => new()
    {
        ["name"] = unit.Name, ["regionCode"] = unit.RegionCode, ["address"] = unit.Address, ["placeType"] = unit.PlaceType, ["phone"] = unit.Phone,
    };

    private static async Task MoveAsync(Enterprise unit, string region, ActContext act, CancellationToken cancellation)
    {
        unit.RegionCode = region;
        foreach (var device in await act.Db.Set<Equipment>().Where(d => d.EnterpriseId == unit.Id).ToListAsync(cancellation))
        {
            device.RegionCode = region;
            device.Version++;
        }
        foreach (var post in await act.Db.Set<Post>().Where(p => p.EnterpriseId == unit.Id).ToListAsync(cancellation))
        {
            post.RegionCode = region;
        }
    }
}
