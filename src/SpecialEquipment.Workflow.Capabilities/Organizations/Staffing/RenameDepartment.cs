using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>
/// Renames a department from today, or abolishes it. History is not edited: the old row ends and names its successor, to which the posts pass with
/// their holders and whatever they owe. What was printed under the old name stays under it.
/// </summary>
internal static class RenameDepartment
{
    private const int MostReason = 500;

    /// <param name="SeenName">The name the person saw; another one means somebody was quicker.</param>
    public sealed record Form(string? SeenName, string? Name, string? ShortName, string? NumberMark, string? Reason);

    /// <param name="SuccessorId">Department of the same region that takes the posts over; needed while there are any.</param>
    public sealed record EndForm(string? Reason, Guid? SuccessorId);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapActOn<Form, RegisterDepartment.Receipt>("/departments/{id:guid}/rename", "rename-department", DoAsync).RequireAuthorization(Policies.SignedIn);
        api.MapActOn<EndForm, RegisterDepartment.Receipt>("/departments/{id:guid}/end", "end-department", EndAsync).RequireAuthorization(Policies.SignedIn);
    }

    internal static async Task<Result<RegisterDepartment.Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        var found = await FindAsync(id, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        var old = found.Value;
        FieldObjection[] errors =
        [
            .. Refusals.Required("name", form.Name, 100), .. Refusals.AtMost("shortName", form.ShortName, 40), .. Refusals.AtMost("numberMark", form.NumberMark, 10),
            .. Refusals.Required("reason", form.Reason, MostReason),
        ];
        if (errors.Length > 0)
        {
            return Rejection.Form("organizations.department-incomplete", "部门信息不完整。", errors);
        }
        if (form.SeenName != old.Name)
        {
            return Rejection.Conflict("organizations.stale-version", "数据已被他人修改，请刷新后重试。");
        }
        var today = ShanghaiTime.DateOf(act.Now);
        if (old.ValidFrom >= today)
        {
            return Rejection.Conflict("organizations.department-new-today", "部门当日设立或者更名，应自次日起再更名。");
        }
        var renamed = new Department
        {
            Id = Guid.CreateVersion7(act.Now), Code = old.Code, Name = form.Name!.Trim(), ShortName = Or(form.ShortName, old.ShortName), NumberMark = Or(form.NumberMark, old.NumberMark),
            RegionCode = old.RegionCode, Duty = old.Duty, PlaceTypes = old.PlaceTypes, Priority = old.Priority, ValidFrom = today,
        };
        act.Db.Add(renamed);
        await PassAsync(old, renamed.Id, today, act, cancellation);
        Record(old, "rename-department", $"部门“{old.Name}”更名为“{renamed.Name}”", form.Reason!, renamed.Id, act);
        Record(renamed, "rename-department", $"由“{old.Name}”更名", form.Reason!, old.Id, act);
        return RegisterDepartment.View(renamed);
    }

    internal static async Task<Result<RegisterDepartment.Receipt>> EndAsync(Guid id, EndForm form, ActContext act, CancellationToken cancellation)
    {
        var found = await FindAsync(id, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        var (department, today) = (found.Value, ShanghaiTime.DateOf(act.Now));
        if (Refusals.Required("reason", form.Reason, MostReason) is { Length: > 0 } errors)
        {
            return Rejection.Form("organizations.end-without-reason", "撤销部门应写明理由。", errors);
        }
        if (form.SuccessorId is { } successor)
        {
            if (successor == id || !await act.Db.Set<Department>().AnyAsync(
                    d => d.Id == successor && d.RegionCode == department.RegionCode && (d.ValidTo == null || d.ValidTo > today), cancellation))
            {
                return Rejection.Form("organizations.no-such-successor", "承接部门应为本地区另一现有部门。", new FieldObjection("successorId", "本地区另一现有部门", successor.ToString("D")));
            }
        }
        else if (await act.Db.Set<Post>().AnyAsync(p => p.DepartmentId == id && p.Void == null && (p.ValidTo == null || p.ValidTo > today), cancellation))
        {
            return Rejection.Conflict("organizations.department-has-posts", "部门应没有现有岗位，或者指明承接部门；实际仍有岗位。");
        }
        await PassAsync(department, form.SuccessorId, today, act, cancellation);
        Record(department, "end-department", $"撤销部门“{department.Name}”", form.Reason!, form.SuccessorId, act);
        return RegisterDepartment.View(department);
    }

    private static async Task PassAsync(Department from, Guid? to, DateOnly today, ActContext act, CancellationToken cancellation)
    {
        (from.ValidTo, from.SuccessorId) = (today, to);
        if (to is null)
        {
            return;
        }
        foreach (var post in await act.Db.Set<Post>().Where(p => p.DepartmentId == from.Id && (p.ValidTo == null || p.ValidTo > today)).ToListAsync(cancellation))
        {
            post.DepartmentId = to;
            post.Version++;
        }
    }

    private static void Record(Department department, string act, string summary, string reason, Guid? other, ActContext context) =>
        context.Record(new LedgerFact(department.Id, act, summary)
        {
            Detail = new Dictionary<string, object?> { ["reason"] = reason.Trim(), ["other"] = other, ["name"] = department.Name },
        });

    private static string Or(string? given, string old) => string.IsNullOrWhiteSpace(given) ? old : given.Trim();

    private static async Task<Result<Department>> FindAsync(Guid id, ActContext act, CancellationToken cancellation)
    {
        if (await act.Db.Set<Department>().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } department)
        {
            return Refusals.NoSuchDepartment;
        }
        if (await act.ToManageAsync(department.RegionCode, null, cancellation) is { } forbidden)
        {
            return forbidden;
        }
        return department.ValidTo is { } end && end <= ShanghaiTime.DateOf(act.Now)
            ? Rejection.Conflict("organizations.department-ended", $"部门应为现有部门，实际已于 {ShanghaiTime.Text(end)} 撤销或者更名。")
            : department;
    }
}
