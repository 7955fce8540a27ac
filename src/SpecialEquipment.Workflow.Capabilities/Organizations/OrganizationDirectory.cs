using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The wall to organisation data, reading on the context of its scope, that is in the act's transaction.</summary>
internal sealed partial class OrganizationDirectory(WorkflowDbContext db, RegionMap regions, BusinessClock clock) : IDirectory
{
    private DateOnly Today => ShanghaiTime.DateOf(clock.GetUtcNow());

    public Task<PostView?> FindPostAsync(Guid postId, CancellationToken cancellation) =>
        Posts(db.Set<Post>().Where(p => p.Id == postId)).FirstOrDefaultAsync(cancellation);

    public async Task<PostView?> ResolvePostAsync(string postKind, string regionCode, string? departmentCode, CancellationToken cancellation)
    {
        var today = Today;
        var path = Path(await regions.TreeAsync(db, cancellation), regionCode, today);
        var found = await Posts(db.Set<Post>().Where(p =>
                p.Kind == postKind && p.EnterpriseId == null && path.Contains(p.RegionCode)
                && p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo > today)))
            .ToListAsync(cancellation);
        // several departments may have such a post at one node: the market regulator is the direct regulator everywhere
        return found.Where(p => departmentCode is null || p.DepartmentCode == departmentCode)
            .OrderBy(p => path.IndexOf(p.RegionCode)).ThenBy(p => p.DepartmentCode == DepartmentCodes.MarketRegulator ? 0 : 1).ThenBy(p => p.Id)
            .FirstOrDefault();
    }

    public Task<PostView?> ResolveEnterprisePostAsync(string postKind, Guid enterpriseId, CancellationToken cancellation)
    {
        var today = Today;
        return Posts(db.Set<Post>().Where(p =>
                p.EnterpriseId == enterpriseId && p.Kind == postKind && p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo > today))
            .OrderBy(p => p.Key)).FirstOrDefaultAsync(cancellation);
    }

    public async Task<IReadOnlyList<PersonView>> HoldersAsync(Guid postId, DateTimeOffset at, CancellationToken cancellation)
    {
        var holders = await (
            from holder in db.Set<PostHolder>()
            where holder.PostId == postId && holder.ValidFrom <= at && (holder.ValidTo == null || holder.ValidTo > at)
            join person in db.Set<Person>() on holder.PersonId equals person.Id
            orderby holder.Key
            select new PersonView(person.Id, person.Name, person.UserId, person.CertificateNumber, person.Phone, false)).ToListAsync(cancellation);
        var deputies = await (
            from deputy in db.Set<PostDeputy>()
            where deputy.PostId == postId && deputy.ValidFrom <= at && deputy.ValidTo > at
            join person in db.Set<Person>() on deputy.PersonId equals person.Id
            orderby deputy.Key
            select new PersonView(person.Id, person.Name, person.UserId, person.CertificateNumber, person.Phone, true)).ToListAsync(cancellation);
        return [.. holders, .. deputies.Where(d => holders.TrueForAll(h => h.Id != d.Id)).DistinctBy(d => d.Id)];
    }

    public Task<PostView?> SuperiorAsync(Guid postId, CancellationToken cancellation) =>
        Posts(from post in db.Set<Post>() where post.Id == postId join above in db.Set<Post>() on post.SuperiorPostId equals (Guid?)above.Id select above)
            .FirstOrDefaultAsync(cancellation);

    public async Task<(PersonView? Person, IReadOnlyList<HeldPost> Posts)> HeldByUserAsync(Guid userId, DateTimeOffset at, CancellationToken cancellation)
    {
        var person = await People(db.Set<Person>().Where(p => p.UserId == userId)).FirstOrDefaultAsync(cancellation);
        return person is null ? (null, []) : (person, await PostsHeldAsync(person.Id, at, cancellation));
    }

    public async Task<IReadOnlyList<HeldPost>> PostsHeldAsync(Guid personId, DateTimeOffset at, CancellationToken cancellation)
    {
        var held = await Held(db.Set<PostHolder>()
            .Where(h => h.PersonId == personId && h.ValidFrom <= at && (h.ValidTo == null || h.ValidTo > at)).Select(h => h.PostId)).ToListAsync(cancellation);
        var deputised = await db.Set<PostDeputy>()
            .Where(d => d.PersonId == personId && d.ValidFrom <= at && d.ValidTo > at).Select(d => d.PostId).Distinct().ToListAsync(cancellation);
        deputised.RemoveAll(id => held.Exists(p => p.PostId == id));
        if (deputised.Count == 0)
        {
            return held;
        }
        var names = (await (
            from holder in db.Set<PostHolder>()
            where deputised.Contains(holder.PostId) && holder.ValidFrom <= at && (holder.ValidTo == null || holder.ValidTo > at)
            join person in db.Set<Person>() on holder.PersonId equals person.Id
            orderby holder.Key
            select new { holder.PostId, person.Name }).ToListAsync(cancellation)).ToLookup(h => h.PostId, h => h.Name);
        var standIn = await Held(db.Set<Post>().Where(p => deputised.Contains(p.Id)).Select(p => p.Id)).ToListAsync(cancellation);
        return [.. held, .. standIn.Select(p => p with { OnBehalfOf = names[p.PostId].Any() ? string.Join("、", names[p.PostId]) : p.PostName })];
    }

    private IQueryable<HeldPost> Held(IQueryable<Guid> postIds) =>
        from post in db.Set<Post>()
        where postIds.Contains(post.Id)
        join department in db.Set<Department>() on post.DepartmentId equals (Guid?)department.Id into departments
        from department in departments.DefaultIfEmpty()
        orderby post.Key
        select new HeldPost(
            post.Id, post.Name, post.Kind, post.DepartmentId, department == null ? null : department.Code,
            department == null ? null : department.Name, post.RegionCode, post.EnterpriseId);

    public Task<PersonView?> FindPersonAsync(Guid personId, CancellationToken cancellation) =>
        People(db.Set<Person>().Where(p => p.Id == personId)).FirstOrDefaultAsync(cancellation);

    public Task<EnterpriseView?> FindEnterpriseAsync(Guid enterpriseId, CancellationToken cancellation) =>
        db.Set<Enterprise>().Where(e => e.Id == enterpriseId)
            .Select(e => new EnterpriseView(e.Id, e.Name, e.CreditCode, e.RegionCode, e.Address, e.PlaceType, e.Status == EnterpriseStatus.Dissolved)).FirstOrDefaultAsync(cancellation);

    public async Task<EquipmentView?> FindEquipmentAsync(Guid equipmentId, CancellationToken cancellation) =>
        await db.Set<Equipment>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == equipmentId, cancellation) is { } device ? View(device) : null;

    public async Task<DepartmentView?> FindDepartmentAsync(string regionCode, string departmentCode, CancellationToken cancellation)
    {
        var today = Today;
        var path = Path(await regions.TreeAsync(db, cancellation), regionCode, today);
        var found = await db.Set<Department>()
            .Where(d => path.Contains(d.RegionCode) && d.Code == departmentCode && d.ValidFrom <= today && (d.ValidTo == null || d.ValidTo > today))
            .Select(d => new DepartmentView(d.Id, d.Code, d.Name, d.ShortName, d.NumberMark, d.RegionCode)).ToListAsync(cancellation);
        return found.MinBy(d => path.IndexOf(d.RegionCode));
    }

    public async Task<IReadOnlyList<DepartmentView>> SectorDepartmentsAsync(string regionCode, string placeType, CancellationToken cancellation)
    {
        var today = Today;
        var path = (await regions.TreeAsync(db, cancellation)).Ancestors(regionCode, today).Select(r => r.Code).ToList();
        var there = await db.Set<Department>().AsNoTracking()
            .Where(d => path.Contains(d.RegionCode) && d.ValidFrom <= today && (d.ValidTo == null || d.ValidTo > today)).ToListAsync(cancellation);
        var nearest = there.Where(d => d.Places.Contains(placeType)).GroupBy(d => path.IndexOf(d.RegionCode)).MinBy(g => g.Key);
        return nearest is null ? [] : [.. nearest.Where(d => d.Priority == nearest.Max(n => n.Priority)).OrderBy(d => d.Code)
            .Select(d => new DepartmentView(d.Id, d.Code, d.Name, d.ShortName, d.NumberMark, d.RegionCode))];
    }

    public async Task<RegionView?> FindRegionAsync(string regionCode, CancellationToken cancellation) =>
        (await regions.TreeAsync(db, cancellation)).Find(regionCode, Today) is { } region ? View(region) : null;

    public async Task<IReadOnlySet<string>> SubtreeAsync(string regionCode, CancellationToken cancellation) =>
        (await regions.TreeAsync(db, cancellation)).Subtree(regionCode, Today);

    public async Task<UpperRegulator?> NextLevelRegulatorAsync(string regionCode, CancellationToken cancellation)
    {
        var today = Today;
        var path = (await regions.TreeAsync(db, cancellation)).Ancestors(regionCode, today);
        var codes = path.Select(r => r.Code).ToList();
        var regulators = await db.Set<Department>()
            .Where(d => codes.Contains(d.RegionCode) && d.Code == DepartmentCodes.MarketRegulator && d.ValidFrom <= today && (d.ValidTo == null || d.ValidTo > today))
            .Select(d => new DepartmentView(d.Id, d.Code, d.Name, d.ShortName, d.NumberMark, d.RegionCode)).ToListAsync(cancellation);
        if (UpwardReports.NextLevel(path, code => regulators.Exists(d => d.RegionCode == code)) is not { } next)
        {
            return null;
        }
        var desk = await ResolvePostAsync(PostKinds.CaseOfficer, next.Code, DepartmentCodes.MarketRegulator, cancellation);
        return new UpperRegulator(View(next), regulators.Find(d => d.RegionCode == next.Code), desk?.RegionCode == next.Code ? desk : null);
    }

    public async Task<IReadOnlyList<CodeRange>> RangesAsync(IReadOnlySet<string> codes, CancellationToken cancellation) =>
        CodeRange.Of(codes, (await regions.TreeAsync(db, cancellation)).Codes);

    public async Task<IReadOnlyList<Guid>> FormerlyCodedAsync(string beginning, int limit, CancellationToken cancellation) =>
        await db.Set<Equipment>().BeginningWith(e => e.FormerCode!, beginning).OrderBy(e => e.Key).Take(limit).Select(e => e.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyDictionary<Guid, string>> EnterpriseNamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await db.Set<Enterprise>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);

    public string EquipmentKindName(string code) => UpperSnake.TryTo<EquipmentKind>(code, out var kind) ? EquipmentCatalogue.KindNameOf(kind) : code;
    public string PlaceTypeName(string code) => PlaceTypes.NameOf(code);

    public async Task<SupervisionScope> ScopeAsync(Actor actor, CancellationToken cancellation)
    {
        if (actor.IsSystem || actor.HasRole(Roles.Administrator) || actor.HasRole(Roles.Auditor))
        {
            return SupervisionScope.All;
        }
        var tree = await regions.TreeAsync(db, cancellation);
        var departmentIds = actor.Posts.Select(p => p.DepartmentId).OfType<Guid>().Distinct().ToList();
        var departments = departmentIds.Count == 0
            ? []
            : await db.Set<Department>().AsNoTracking().Where(d => departmentIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellation);
        var parts = actor.Posts.Where(p => p.EnterpriseId is null).Select(post =>
        {
            var department = post.DepartmentId is { } id ? departments.GetValueOrDefault(id) : null;
            var codes = tree.Subtree(post.RegionCode, Today);
            return new ScopePart(codes, department is null || department.SeesEveryPlace ? null : department.Places) { Ranges = CodeRange.Of(codes, tree.Codes) };
        });
        return new SupervisionScope(false, actor.EnterpriseId, [.. parts]);
    }

    internal static EquipmentView View(Equipment e) => new(
        e.Id, e.Code, UpperSnake.From(e.Kind), EquipmentCatalogue.KindNameOf(e.Kind), e.Name, e.RegistrationNumber, e.EnterpriseId, e.RegionCode, e.Place,
        UpperSnake.From(e.Status), e.Model, e.MaintenanceUnit);

    internal static RegionView View(Region r) => new(r.Code, r.Name, r.ShortName, r.ParentCode, UpperSnake.From(r.Level));

    private static IQueryable<PersonView> People(IQueryable<Person> people) =>
        people.Select(p => new PersonView(p.Id, p.Name, p.UserId, p.CertificateNumber, p.Phone, false));

    private IQueryable<PostView> Posts(IQueryable<Post> posts) =>
        from post in posts
        join department in db.Set<Department>() on post.DepartmentId equals (Guid?)department.Id into departments
        from department in departments.DefaultIfEmpty()
        select new PostView(
            post.Id, post.Name, post.Kind, post.RegionCode, post.DepartmentId, department == null ? null : department.Code,
            department == null ? null : department.Name, post.EnterpriseId);
}
