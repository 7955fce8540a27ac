using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Whose act a command is: officials by kind of post within the region, or the unit itself by its own posts.</summary>
/// <param name="Kinds">Post kinds, any of which suffices.</param>
/// <param name="OfTheUnit">The posts are those of the matter's enterprise.</param>
public sealed record Who(IReadOnlyList<string> Kinds, bool OfTheUnit)
{
    public static Who Official(params string[] kinds) => new(kinds, false);

    /// <summary>Officials of whatever department in the region, e.g. of a town or of another department that received a report.</summary>
    public static Who OfAnyDepartment(params string[] kinds) => new(kinds, false) { AnyDepartment = true };

    public bool AnyDepartment { get; private init; }

    /// <summary>The unit's safety director, principal or safety officer.</summary>
    public static Who Unit { get; } = new([PostKinds.SafetyDirector, PostKinds.Principal, PostKinds.SafetyOfficer], true);

    /// <summary>In words, for refusals: "承办人、审批人".</summary>
    public string Text => (OfTheUnit ? "使用单位的" : "") + string.Join("、", Kinds.Select(PostKinds.NameOf));

    /// <summary>
    /// The post by which the actor does it: of the matter's unit, or of an official whose region subtree holds the matter and
    /// whose department handles it. Null when he has none.
    /// </summary>
    public async Task<HeldPost?> PostOfAsync(Actor actor, Matter matter, IDirectory directory, CancellationToken cancellation)
    {
        string? region = null;
        foreach (var post in actor.Posts.Where(p => Kinds.Contains(p.PostKind)))
        {
            if (OfTheUnit)
            {
                if (post.EnterpriseId is not null && post.EnterpriseId == matter.EnterpriseId)
                    return post;
                continue;
            }
            if (post.EnterpriseId is not null)
                continue;
            if (!AnyDepartment && matter.DepartmentId is { } handling && (post.DepartmentId is not { } own || !await directory.SucceedsAsync(own, handling, cancellation)))
                continue;
            // the matter keeps the code of its day; whose it is now is a question to today's map (E7)
            region ??= await directory.CurrentRegionAsync(matter.RegionCode, matter.EnterpriseId, cancellation);
            if (post.RegionCode == region || (await directory.SubtreeAsync(post.RegionCode, cancellation)).Contains(region))
                return post;
        }
        return null;
    }
}
