using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>Sets up a post of a department, of a unit, or of a region without a department (协管员). It is vacant until somebody is appointed.</summary>
internal static class CreatePost
{
    private const int MostName = 100;

    /// <param name="DepartmentId">The department, or null.</param>
    /// <param name="EnterpriseId">The unit, or null.</param>
    /// <param name="RegionCode">Only for a post of neither.</param>
    /// <param name="SuperiorPostId">Receives what this post would while it is vacant.</param>
    public sealed record Form(string? Name, string? Kind, Guid? DepartmentId, Guid? EnterpriseId, string? RegionCode, Guid? SuperiorPostId);

    public sealed record Receipt(Guid Id, string Name, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapAct<Form, Receipt>("/posts", "create-post", DoAsync).RequireAuthorization(Policies.SignedIn);

    internal static async Task<Result<Receipt>> DoAsync(Form form, ActContext act, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(act.Now);
        if (await RegionAsync(form, today, act, cancellation) is not { } region)
        {
            return form.DepartmentId is not null ? Refusals.NoSuchDepartment : form.EnterpriseId is not null ? Refusals.NoSuchEnterprise : Refusals.NoSuchRegion(form.RegionCode);
        }
        if (await act.ToManageAsync(region, form.EnterpriseId, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        if (Objections(form) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.post-incomplete", "岗位信息不符合要求。", errors);
        }
        if (form.SuperiorPostId is { } above && !await act.Db.Set<Post>().AnyAsync(
                p => p.Id == above && p.Void == null && (p.ValidTo == null || p.ValidTo > today) && p.EnterpriseId == form.EnterpriseId, cancellation))
        {
            return Rejection.Form("organizations.no-such-superior", "上级岗位应为同一单位或者机关的现有岗位。", new FieldObjection("superiorPostId", "现有岗位", above.ToString("D")));
        }
        var name = form.Name!.Trim();
        if (await act.Db.Set<Post>().AnyAsync(
                p => p.Name == name && p.RegionCode == region && p.DepartmentId == form.DepartmentId && p.EnterpriseId == form.EnterpriseId && p.Void == null
                    && (p.ValidTo == null || p.ValidTo > today), cancellation))
        {
            return Rejection.Conflict("organizations.post-known", $"岗位“{name}”已经设立。") with { Errors = [new FieldObjection("name", "未设立过的岗位名称", name)] };
        }
        var post = new Post
        {
            Id = Guid.CreateVersion7(act.Now), Name = name, Kind = form.Kind!, RegionCode = region, DepartmentId = form.DepartmentId, EnterpriseId = form.EnterpriseId,
            SuperiorPostId = form.SuperiorPostId, ValidFrom = today, Version = 1,
        };
        act.Db.Add(post);
        act.Record(new LedgerFact(post.Id, "create-post", $"设立岗位“{name}”（{PostKinds.NameOf(post.Kind)}）")
        {
            Detail = new Dictionary<string, object?>
            {
                ["name"] = name, ["kind"] = post.Kind, ["regionCode"] = region, ["departmentId"] = form.DepartmentId, ["enterpriseId"] = form.EnterpriseId,
                ["superiorPostId"] = form.SuperiorPostId,
            },
        });
        return new Receipt(post.Id, name, post.Version);
    }

    private static async Task<string?> RegionAsync(Form form, DateOnly today, ActContext act, CancellationToken cancellation)
    {
        if (form.DepartmentId is { } department)
        {
            return await act.Db.Set<Department>().Where(d => d.Id == department && (d.ValidTo == null || d.ValidTo > today)).Select(d => d.RegionCode).FirstOrDefaultAsync(cancellation);
        }
        if (form.EnterpriseId is { } unit)
        {
            return await act.Db.Set<Enterprise>().Where(e => e.Id == unit && e.Void == null).Select(e => e.RegionCode).FirstOrDefaultAsync(cancellation);
        }
        var region = form.RegionCode is { Length: > 0 } code ? await act.Services.GetRequiredService<IDirectory>().FindRegionAsync(code.Trim(), cancellation) : null;
        return region?.Code;
    }

    private static FieldObjection[] Objections(Form form)
    {
        var errors = new List<FieldObjection>(Refusals.Required("name", form.Name, MostName));
        if (form.Kind is not { } kind || !PostKinds.All.Contains(kind))
        {
            errors.Add(new FieldObjection("kind", string.Join("、", PostKinds.All), form.Kind ?? "（空）"));
        }
        else if (PostKinds.IsEnterprisePost(kind) != form.EnterpriseId is not null)
        {
            errors.Add(new FieldObjection("kind", form.EnterpriseId is null ? "机关岗位类别" : "单位岗位类别（主要负责人、安全总监、安全员）", PostKinds.NameOf(kind)));
        }
        if (form.DepartmentId is not null && form.EnterpriseId is not null)
        {
            errors.Add(new FieldObjection("enterpriseId", "部门或者单位之一", "两者都有"));
        }
        return [.. errors];
    }
}
