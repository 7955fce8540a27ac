using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>
/// Who may change departments, posts and people: the administrator, of his own region if he holds a post in one; the office of the bureau within
/// its region; in a unit its principal, and the officials who keep the register of units.
/// </summary>
internal static class Rights
{
    private static readonly string[] KeepersOfUnits = [PostKinds.CaseOfficer, PostKinds.Inspector, PostKinds.Approver, PostKinds.BureauOffice, PostKinds.BureauLeader];

    public static Task<Rejection?> ToManageAsync(this ActContext act, Post post, CancellationToken cancellation) =>
        act.ToManageAsync(post.RegionCode, post.EnterpriseId, cancellation);

    public static async Task<Rejection?> ToManageAsync(this ActContext act, string? regionCode, Guid? enterpriseId, CancellationToken cancellation)
    {
        var actor = act.Actor;
        if (actor.IsSystem)
        {
            return null;
        }
        if (Refusals.OfReader(actor) is { } reader)
        {
            return reader;
        }
        var directory = act.Services.GetRequiredService<IDirectory>();
        var official = actor.Posts.Where(p => p.EnterpriseId is null).ToList();
        if (actor.HasRole(Roles.Administrator))
        {
            return official.Count == 0 || regionCode is null || await CoversAsync(directory, official, regionCode, cancellation) ? null : Refusals.OutsideScope;
        }
        if (enterpriseId is { } unit)
        {
            if (actor.Posts.Any(p => p.EnterpriseId == unit && p.PostKind == PostKinds.Principal))
            {
                return null;
            }
            var scope = await directory.ScopeAsync(actor, cancellation);
            return official.Exists(p => KeepersOfUnits.Contains(p.PostKind)) && await act.Db.Set<Enterprise>().Within(scope).AnyAsync(e => e.Id == unit, cancellation)
                ? null : NotInCharge;
        }
        var offices = official.Where(p => p.PostKind == PostKinds.BureauOffice).ToList();
        return offices.Count == 0 ? NotInCharge
            : regionCode is not null && await CoversAsync(directory, offices, regionCode, cancellation) ? null : Refusals.OutsideScope;
    }

    /// <summary>Voiding is for an approver of the region (E20), or the administrator.</summary>
    public static async Task<Rejection?> ToVoidAsync(this ActContext act, string? regionCode, CancellationToken cancellation)
    {
        var actor = act.Actor;
        if (actor.IsSystem)
        {
            return null;
        }
        var posts = actor.Posts.Where(p => p.EnterpriseId is null && p.PostKind is PostKinds.Approver or PostKinds.BureauLeader).ToList();
        if (!actor.HasRole(Roles.Administrator) && posts.Count == 0)
        {
            return Rejection.Forbidden("organizations.only-approvers", "登记错误应由本地区审批人作废。");
        }
        if (actor.HasRole(Roles.Administrator) && actor.Posts.All(p => p.EnterpriseId is not null))
        {
            return null;
        }
        var directory = act.Services.GetRequiredService<IDirectory>();
        if (actor.HasRole(Roles.Administrator))
        {
            return regionCode is null || await CoversAsync(directory, [.. actor.Posts.Where(p => p.EnterpriseId is null)], regionCode, cancellation) ? null : Refusals.OutsideScope;
        }
        // the approver's own post must cover it: another post of his in a larger region gives no right to void
        return regionCode is not null && await CoversAsync(directory, posts, regionCode, cancellation) ? null : Refusals.OutsideScope;
    }

    private static Rejection NotInCharge =>
        Rejection.Forbidden("organizations.not-in-charge", "应由本地区系统管理员或者局办公室办理；使用单位的岗位和人员可由其主要负责人或者登记人员办理。");

    private static async Task<bool> CoversAsync(IDirectory directory, IReadOnlyList<HeldPost> posts, string regionCode, CancellationToken cancellation)
    {
        foreach (var post in posts)
        {
            if ((await directory.SubtreeAsync(post.RegionCode, cancellation)).Contains(regionCode))
            {
                return true;
            }
        }
        return false;
    }
}
