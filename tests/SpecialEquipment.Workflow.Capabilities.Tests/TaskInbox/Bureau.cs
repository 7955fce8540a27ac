using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

/// <summary>A county bureau and one unit, small enough to read: posts, holders over time, superiors. Stands behind the wall to organisation data.</summary>
internal sealed class Bureau : IDirectory
{
    public const string Region = "140581";
    private readonly Dictionary<Guid, PostView> posts = [];
    private readonly Dictionary<Guid, Guid> superiors = [];
    private readonly Dictionary<Guid, PersonView> persons = [];
    private readonly List<Holding> holdings = [];

    private sealed record Holding(Guid PostId, Guid PersonId, DateTimeOffset From, DateTimeOffset? To);

    public Bureau()
    {
        var (market, unit) = (Guid.CreateVersion7(), Enterprise);
        Leader = Post("局领导", PostKinds.BureauLeader, market, null, null);
        Approver = Post("特设科科长", PostKinds.Approver, market, null, Leader);
        Officer = Post("特设科承办岗", PostKinds.CaseOfficer, market, null, Approver);
        Inspector = Post("特设科监察岗", PostKinds.Inspector, market, null, Approver);
        OtherDepartment = Post("住建局联络员", PostKinds.LiaisonOfficer, Guid.CreateVersion7(), null, null);
        Principal = Post("物业公司主要负责人", PostKinds.Principal, null, unit, null);
        Director = Post("物业公司安全总监", PostKinds.SafetyDirector, null, unit, Principal);
        Zhao = Person("赵局", Leader);
        Qian = Person("钱科", Approver);
        Sun = Person("孙办", Officer);
        Li = Person("李查", Inspector);
        Zhou = Person("周查", Inspector);
        Wu = Person("吴建", OtherDepartment);
        Zheng = Person("郑总", Principal);
        Wang = Person("王安", Director);
    }

    public Guid Enterprise { get; } = Guid.CreateVersion7();
    public PostView Leader { get; }
    public PostView Approver { get; }
    public PostView Officer { get; }
    public PostView Inspector { get; }
    public PostView OtherDepartment { get; }
    public PostView Principal { get; }
    public PostView Director { get; }
    public PersonView Zhao { get; }
    public PersonView Qian { get; }
    public PersonView Sun { get; }
    public PersonView Li { get; }
    public PersonView Zhou { get; }
    public PersonView Wu { get; }
    public PersonView Zheng { get; }
    public PersonView Wang { get; }

    public void Leave(PersonView person, DateTimeOffset at)
    {
        for (var i = 0; i < holdings.Count; i++)
        {
            if (holdings[i].PersonId == person.Id && holdings[i].To is null)
                holdings[i] = holdings[i] with { To = at };
        }
    }

    public PersonView Person(string name, PostView? post = null, DateTimeOffset? from = null)
    {
        var person = new PersonView(Guid.CreateVersion7(), name, Guid.CreateVersion7(), null, null);
        persons.Add(person.Id, person);
        if (post is not null)
            holdings.Add(new Holding(post.Id, person.Id, from ?? DateTimeOffset.MinValue, null));
        return person;
    }

    /// <summary>A second post for somebody.</summary>
    public void Hold(PersonView person, PostView post) => holdings.Add(new Holding(post.Id, person.Id, DateTimeOffset.MinValue, null));

    public PostView AddPost(string name, string kind) => Post(name, kind, Leader.DepartmentId, null, Leader);

    /// <summary>The actor as sign-in would make him at that instant.</summary>
    public Actor Actor(PersonView person, DateTimeOffset at) => new()
    {
        UserId = person.UserId!.Value, UserName = person.Name, PersonId = person.Id, PersonName = person.Name, Posts = Held(person.Id, at),
    };

    public Task<PostView?> FindPostAsync(Guid postId, CancellationToken cancellation) => Task.FromResult(posts.GetValueOrDefault(postId));

    public Task<PostView?> ResolvePostAsync(string postKind, string regionCode, string? departmentCode, CancellationToken cancellation) =>
        Task.FromResult(posts.Values.FirstOrDefault(p => p.Kind == postKind && p.RegionCode == regionCode && p.EnterpriseId is null));

    public Task<PostView?> ResolveEnterprisePostAsync(string postKind, Guid enterpriseId, CancellationToken cancellation) =>
        Task.FromResult(posts.Values.FirstOrDefault(p => p.Kind == postKind && p.EnterpriseId == enterpriseId));

    public Task<IReadOnlyList<PersonView>> HoldersAsync(Guid postId, DateTimeOffset at, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PersonView>>([.. holdings.Where(h => h.PostId == postId && h.From <= at && (h.To is null || at < h.To)).Select(h => persons[h.PersonId])]);

    public Task<PostView?> SuperiorAsync(Guid postId, CancellationToken cancellation) =>
        Task.FromResult(superiors.TryGetValue(postId, out var superior) ? posts[superior] : null);

    public Task<PersonView?> FindPersonAsync(Guid personId, CancellationToken cancellation) => Task.FromResult(persons.GetValueOrDefault(personId));

    public Task<IReadOnlyList<HeldPost>> PostsHeldAsync(Guid personId, DateTimeOffset at, CancellationToken cancellation) => Task.FromResult(Held(personId, at));

    public Task<EnterpriseView?> FindEnterpriseAsync(Guid enterpriseId, CancellationToken cancellation) =>
        Task.FromResult<EnterpriseView?>(enterpriseId == Enterprise ? new EnterpriseView(Enterprise, "安居物业", "91140581MA0T000119", Region, "", "RESIDENTIAL") : null);

    public Task<PersonView?> FindPersonOfUserAsync(Guid userId, CancellationToken cancellation) => Task.FromResult(persons.Values.FirstOrDefault(p => p.UserId == userId));

    public async Task<(PersonView? Person, IReadOnlyList<HeldPost> Posts)> HeldByUserAsync(Guid userId, DateTimeOffset at, CancellationToken cancellation) =>
        await FindPersonOfUserAsync(userId, cancellation) is { } person ? (person, Held(person.Id, at)) : (null, []);

    public Task<IReadOnlyList<DepartmentView>> SectorDepartmentsAsync(string regionCode, string placeType, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DepartmentView>>([]);

    public Task<DepartmentView?> FindDepartmentAsync(string regionCode, string departmentCode, CancellationToken cancellation) => Task.FromResult<DepartmentView?>(null);
    public Task<EquipmentView?> FindEquipmentAsync(Guid equipmentId, CancellationToken cancellation) => Task.FromResult<EquipmentView?>(null);
    public Task<RegionView?> FindRegionAsync(string regionCode, CancellationToken cancellation) => Task.FromResult<RegionView?>(null);
    public Task<IReadOnlySet<string>> SubtreeAsync(string regionCode, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string> { regionCode });
    public Task<string> CurrentRegionAsync(string regionCode, Guid? enterpriseId, CancellationToken cancellation) => Task.FromResult(regionCode);
    public Task<TodayMap> TodayMapAsync(CancellationToken cancellation) => Task.FromResult(new TodayMap(new Dictionary<string, string>(), new Dictionary<string, SplitRegion>()));
    public Task<bool> SucceedsAsync(Guid departmentId, Guid formerDepartmentId, CancellationToken cancellation) => Task.FromResult(departmentId == formerDepartmentId);
    public Task<PostView?> SuccessorPostAsync(Guid endedPostId, string regionCode, Guid? enterpriseId, CancellationToken cancellation) => Task.FromResult<PostView?>(null);
    public Task<UpperRegulator?> NextLevelRegulatorAsync(string regionCode, CancellationToken cancellation) => Task.FromResult<UpperRegulator?>(null);
    public Task<SupervisionScope> ScopeAsync(Actor actor, CancellationToken cancellation) => Task.FromResult(SupervisionScope.Nothing);

    private IReadOnlyList<HeldPost> Held(Guid personId, DateTimeOffset at) =>
        [.. holdings.Where(h => h.PersonId == personId && h.From <= at && (h.To is null || at < h.To)).Select(h => posts[h.PostId])
            .Select(p => new HeldPost(p.Id, p.Name, p.Kind, p.DepartmentId, p.DepartmentCode, p.DepartmentName, p.RegionCode, p.EnterpriseId))];

    private PostView Post(string name, string kind, Guid? department, Guid? enterprise, PostView? superior)
    {
        var post = new PostView(Guid.CreateVersion7(), name, kind, Region, department, null, null, enterprise);
        posts.Add(post.Id, post);
        if (superior is not null)
            superiors.Add(post.Id, superior.Id);
        return post;
    }
}
