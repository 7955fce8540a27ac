using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>
/// The wall to organisation data: posts, holders, enterprises, equipment. Implemented by Organizations.
/// Scoped: take it from <c>ActContext.Services</c>, <c>HostCall.Services</c> or the request, then it reads in that transaction.
/// </summary>
public interface IDirectory
{
    Task<PostView?> FindPostAsync(Guid postId, CancellationToken cancellation);

    /// <summary>The post of that kind (e.g. <c>CASE_OFFICER</c>, <c>INSPECTOR</c>, <c>BUREAU_LEADER</c>) responsible for a region, nearest node upward; department code optional.</summary>
    Task<PostView?> ResolvePostAsync(string postKind, string regionCode, string? departmentCode, CancellationToken cancellation);

    /// <summary>The post of that kind at an enterprise (e.g. <c>SAFETY_DIRECTOR</c>, <c>PRINCIPAL</c>).</summary>
    Task<PostView?> ResolveEnterprisePostAsync(string postKind, Guid enterpriseId, CancellationToken cancellation);

    /// <summary>Who holds the post at that instant, and who then acts for it as a deputy; empty when vacant.</summary>
    Task<IReadOnlyList<PersonView>> HoldersAsync(Guid postId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The post above, which receives what a vacant post would (DOMAIN §4.0 Notifications).</summary>
    Task<PostView?> SuperiorAsync(Guid postId, CancellationToken cancellation);

    /// <summary>The person behind a login and the posts he holds at that instant.</summary>
    Task<(PersonView? Person, IReadOnlyList<HeldPost> Posts)> HeldByUserAsync(Guid userId, DateTimeOffset at, CancellationToken cancellation);
    Task<PersonView?> FindPersonAsync(Guid personId, CancellationToken cancellation);
    Task<EnterpriseView?> FindEnterpriseAsync(Guid enterpriseId, CancellationToken cancellation);
    Task<EquipmentView?> FindEquipmentAsync(Guid equipmentId, CancellationToken cancellation);

    /// <summary>The department with that duty responsible for a region, nearest node upward.</summary>
    Task<DepartmentView?> FindDepartmentAsync(string regionCode, string departmentCode, CancellationToken cancellation);

    /// <summary>
    /// The sector departments over a place type in a region, nearest node upward: the one with the highest priority, or several of equal
    /// priority, which are responsible together (DOMAIN §2.4). Empty when the routing table has none.
    /// </summary>
    Task<IReadOnlyList<DepartmentView>> SectorDepartmentsAsync(string regionCode, string placeType, CancellationToken cancellation);
    Task<RegionView?> FindRegionAsync(string regionCode, CancellationToken cancellation);

    /// <summary>Codes of the region and everything below it.</summary>
    Task<IReadOnlySet<string>> SubtreeAsync(string regionCode, CancellationToken cancellation);

    /// <summary>
    /// The regulator that receives reports from below (E19): a town's matter is the county's, so its next level is the county's superior;
    /// in a municipality that is the municipality itself, a development zone with a regulator of its own reports through the county.
    /// Null above the top.
    /// </summary>
    Task<UpperRegulator?> NextLevelRegulatorAsync(string regionCode, CancellationToken cancellation);

    /// <summary>
    /// The region that answers on today's map for what happened under a code: itself, its successor, or after a split the one in which the unit now
    /// stands; without a unit or a rule the county above or the first successor (E7).
    /// </summary>
    Task<string> CurrentRegionAsync(string regionCode, Guid? enterpriseId, CancellationToken cancellation);

    /// <summary>The same for many at once, for statistics on today's map; codes that still stand are left out.</summary>
    Task<TodayMap> TodayMapAsync(CancellationToken cancellation);

    /// <summary>Whether a department is, or stands now for, a former one: renamed, taken over, or the same duty after its region was reorganised.</summary>
    Task<bool> SucceedsAsync(Guid departmentId, Guid formerDepartmentId, CancellationToken cancellation);

    /// <summary>The post that goes on with what an ended one owed on a matter of that region and unit; the county's office where none is named.</summary>
    Task<PostView?> SuccessorPostAsync(Guid endedPostId, string regionCode, Guid? enterpriseId, CancellationToken cancellation);

    /// <summary>The same codes as few ranges, for queries over large tables.</summary>
    Task<IReadOnlyList<CodeRange>> RangesAsync(IReadOnlySet<string> codes, CancellationToken cancellation) => Task.FromResult(CodeRange.Each(codes));

    /// <summary>Devices whose former registration code begins so; they are still known by it.</summary>
    Task<IReadOnlyList<Guid>> FormerlyCodedAsync(string beginning, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Guid>>([]);

    /// <summary>Names of several units at once, for lists.</summary>
    async Task<IReadOnlyDictionary<Guid, string>> EnterpriseNamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var id in ids.Distinct())
            if (await FindEnterpriseAsync(id, cancellation) is { } unit)
                names[id] = unit.Name;
        return names;
    }

    /// <summary>Chinese names of the kinds of equipment and of the types of place, by code.</summary>
    string EquipmentKindName(string code) => code;
    string PlaceTypeName(string code) => code;

    /// <summary>The posts a person holds or deputises for at that instant, his own first.</summary>
    Task<IReadOnlyList<HeldPost>> PostsHeldAsync(Guid personId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Which units the actor may see.</summary>
    Task<SupervisionScope> ScopeAsync(Actor actor, CancellationToken cancellation);
}

public sealed record PostView(Guid Id, string Name, string Kind, string RegionCode, Guid? DepartmentId, string? DepartmentCode, string? DepartmentName, Guid? EnterpriseId);
/// <param name="NumberMark">The organ's characters in official numbers, e.g. 市监.</param>
public sealed record DepartmentView(Guid Id, string Code, string Name, string ShortName, string NumberMark, string RegionCode);
/// <param name="IsDeputy">Stands in for the post he is listed under, for a period.</param>
public sealed record PersonView(Guid Id, string Name, Guid? UserId, string? CertificateNumber, string? Phone, bool IsDeputy = false);

/// <summary>What became of ended region codes.</summary>
/// <param name="Single">Code → the one that stands for it.</param>
/// <param name="Split">Code → those that stand for parts of it, and the one that keeps what is not mapped.</param>
public sealed record TodayMap(IReadOnlyDictionary<string, string> Single, IReadOnlyDictionary<string, SplitRegion> Split);

public sealed record SplitRegion(IReadOnlyList<string> Successors, string Fallback);

/// <summary>Who receives a report upward. Department and post are null where the upper level is not in this database.</summary>
/// <param name="Post">The desk there that takes reports in.</param>
public sealed record UpperRegulator(RegionView Region, DepartmentView? Department, PostView? Post);
/// <param name="IsDissolved">Ceased to exist (E5); what is open on it needs a disposal.</param>
public sealed record EnterpriseView(Guid Id, string Name, string CreditCode, string RegionCode, string Address, string PlaceType, bool IsDissolved = false);
public sealed record EquipmentView(Guid Id, string Code, string Kind, string KindName, string Name, string? RegistrationNumber, Guid EnterpriseId, string RegionCode, string Place, string Status, string? Model = null,
    string? MaintenanceUnit = null);
public sealed record RegionView(string Code, string Name, string ShortName, string? ParentCode, string Level);
