using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The three posts every unit has (DOMAIN §2.3), each reporting to the one above.</summary>
internal static class EnterprisePosts
{
    public static IReadOnlyList<Post> For(Enterprise enterprise, DateOnly from, Func<Guid> newId)
    {
        Post Make(string kind, Guid? superior) => new()
        {
            Id = newId(), Name = PostKinds.NameOf(kind), Kind = kind, RegionCode = enterprise.RegionCode, EnterpriseId = enterprise.Id,
            SuperiorPostId = superior, ValidFrom = from, Version = 1,
        };
        var principal = Make(PostKinds.Principal, null);
        var director = Make(PostKinds.SafetyDirector, principal.Id);
        return [principal, director, Make(PostKinds.SafetyOfficer, director.Id)];
    }
}
