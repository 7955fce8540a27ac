using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>
/// Voids a wrong entry of the registers (E20): an approver says why, the row stays and counts for nothing any more. What something still rests on
/// cannot be voided; it is ended instead.
/// </summary>
internal static class VoidEntry
{
    private const int MostReason = 500;

    public sealed record Form(long Version, string? Reason);

    public sealed record Receipt(Guid Id, string Name, DateTimeOffset VoidedAt, long Version);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapActOn<Form, Receipt>("/persons/{id:guid}/void", "void-person", PersonAsync).RequireAuthorization(Policies.SignedIn);
        api.MapActOn<Form, Receipt>("/posts/{id:guid}/void", "void-post", PostAsync).RequireAuthorization(Policies.SignedIn);
        api.MapActOn<Form, Receipt>("/enterprises/{id:guid}/void", "void-enterprise", EnterpriseAsync).RequireAuthorization(Policies.SignedIn);
        api.MapActOn<Form, Receipt>("/equipment/{id:guid}/void", "void-equipment", EquipmentAsync).RequireAuthorization(Policies.SignedIn);
    }

    internal static async Task<Result<Receipt>> PersonAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
        {
            return Refusals.NoSuchPerson;
        }
        var isInPost = await act.Db.Set<PostHolder>().AnyAsync(h => h.PersonId == id && (h.ValidTo == null || h.ValidTo > act.Now), cancellation)
            || await act.Db.Set<PostDeputy>().AnyAsync(d => d.PersonId == id && d.ValidTo > act.Now, cancellation);
        if (await RefuseAsync(form, person.RegionCode, person.Void, person.Version, isInPost ? "该人员仍在岗位上，应先离任" : null, act, cancellation) is { } no)
        {
            return no;
        }
        (person.Void, person.Version) = (Mark(form, act), person.Version + 1);
        return Done(id, "void-person", "人员", person.Name, person.Version, form, act);
    }

    internal static async Task<Result<Receipt>> PostAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } post)
        {
            return Refusals.NoSuchPost;
        }
        // whoever held it once acted in its name: such a post is ended, not voided
        var wasHeld = await act.Db.Set<PostHolder>().AnyAsync(h => h.PostId == id, cancellation) || await act.Db.Set<PostDeputy>().AnyAsync(d => d.PostId == id, cancellation);
        if (await RefuseAsync(form, post.RegionCode, post.Void, post.Version, wasHeld ? "该岗位曾有人任职，应办理撤销" : await act.OwedByPostAsync(id, cancellation) is { } owed ? $"该岗位还有{owed}，应办理撤销并指明承接岗位" : null, act, cancellation) is { } no)
        {
            return no;
        }
        (post.Void, post.ValidTo, post.Version) = (Mark(form, act), post.ValidTo ?? ShanghaiTime.DateOf(act.Now), post.Version + 1);
        return Done(id, "void-post", "岗位", post.Name, post.Version, form, act);
    }

    internal static async Task<Result<Receipt>> EnterpriseAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<Enterprise>().FirstOrDefaultAsync(e => e.Id == id, cancellation) is not { } unit)
        {
            return Refusals.NoSuchEnterprise;
        }
        var obstacle = await act.Db.Set<Equipment>().AnyAsync(d => d.EnterpriseId == id && d.Void == null, cancellation) ? "该单位名下仍有设备，应先作废或者变更设备"
            : await act.Db.Set<Matter>().AnyAsync(m => m.EnterpriseId == id, cancellation) ? "该单位名下已有隐患事项，不能作废" : null;
        if (await RefuseAsync(form, unit.RegionCode, unit.Void, unit.Version, obstacle, act, cancellation) is { } no)
        {
            return no;
        }
        (unit.Void, unit.Version) = (Mark(form, act), unit.Version + 1);
        return Done(id, "void-enterprise", "单位", unit.Name, unit.Version, form, act);
    }

    internal static async Task<Result<Receipt>> EquipmentAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<Equipment>().FirstOrDefaultAsync(e => e.Id == id, cancellation) is not { } device)
        {
            return Rejection.NotFound("organizations.no-such-equipment", "未找到该设备，或不在您的管辖范围内。");
        }
        string? obstacle = null;
        foreach (var use in act.Services.GetServices<IRegisterUse>())
        {
            obstacle ??= await use.OfEquipmentAsync(id, act.Db, cancellation) is { } what ? $"该设备已有{what}，不能作废" : null;
        }
        if (await RefuseAsync(form, device.RegionCode, device.Void, device.Version, obstacle, act, cancellation) is { } no)
        {
            return no;
        }
        (device.Void, device.Version) = (Mark(form, act), device.Version + 1);
        return Done(id, "void-equipment", "设备", $"{device.Name}（{device.Code}）", device.Version, form, act);
    }

    private static async Task<Rejection?> RefuseAsync(
        Form form, string? region, VoidMark? already, long version, string? obstacle, ActContext act, CancellationToken cancellation)
    {
        if (await act.ToVoidAsync(region, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        if (already is not null)
        {
            return Rejection.Conflict("organizations.voided", $"登记应为有效，实际已由{already.ByName}作废：{already.Reason}");
        }
        if (version != form.Version)
        {
            return Refusals.StaleVersion(version);
        }
        if (Refusals.Required("reason", form.Reason, MostReason) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.void-without-reason", "作废登记应写明理由。", errors);
        }
        return obstacle is null ? null : Rejection.Conflict("organizations.still-used", $"{obstacle}。");
    }

    private static VoidMark Mark(Form form, ActContext act) => new(act.Now, act.Actor.UserId, act.Actor.PersonName, form.Reason!.Trim());

    private static Receipt Done(Guid id, string name, string what, string shown, long version, Form form, ActContext act)
    {
        act.Record(new LedgerFact(id, name, $"作废{what}登记“{shown}”") { Detail = new Dictionary<string, object?> { ["reason"] = form.Reason!.Trim() } });
        return new Receipt(id, shown, act.Now, version);
    }
}
