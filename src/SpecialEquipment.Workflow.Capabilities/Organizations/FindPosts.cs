using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

public sealed record PostRow(
    Guid Id, string Name, string Kind, string KindName, string RegionCode, Guid? DepartmentId, string? DepartmentName, Guid? EnterpriseId, string? EnterpriseName,
    Guid? SuperiorPostId, long Version, IReadOnlyList<PostHolderRow> Holders)
{
    /// <summary>Who acts for the post for a period: now, or later.</summary>
    public IReadOnlyList<PostDeputyRow> Deputies { get; init; } = [];
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
}

public sealed record PostDeputyRow(Guid Id, Guid PersonId, string Name, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, string Reason);

public sealed record PostHolderRow(Guid PersonId, string Name, string? CertificateNumber, DateTimeOffset ValidFrom);

public sealed record PersonRow(Guid Id, string Name, string? CertificateNumber, string PostKind, string PostName, string? DepartmentName, string? EnterpriseName);

/// <summary>Posts with their present holders, and the people behind a kind of post.</summary>
internal sealed class FindPosts(BusinessClock clock)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/posts", async (
                FindPosts posts, HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors,
                string? kind, Guid? enterpriseId, string? region, DateOnly? on, bool? vacant, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return Results.Ok(await posts.ListAsync(db, directory, actor, kind, enterpriseId, region, cancellation, on, vacant ?? false));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("find-posts").WithTags("organizations").Produces<ListPage<PostRow>>();
        api.MapGet("/people", async (
                FindPosts posts, HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, string? postKind, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return Results.Ok(await posts.PeopleAsync(db, directory, actor, postKind, cancellation));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("find-people").WithTags("organizations").Produces<ListPage<PersonRow>>();
    }

    /// <summary>
    /// An enterprise user sees the posts of his own enterprise, an official the official posts within his regions and, on asking for one,
    /// the posts of an enterprise in his scope.
    /// </summary>
    /// <param name="on">The posts and holders as they stood at the end of that day; now when left out.</param>
    /// <param name="vacant">Only those nobody holds.</param>
    internal async Task<ListPage<PostRow>> ListAsync(
        WorkflowDbContext db, IDirectory directory, Actor actor, string? kind, Guid? enterpriseId, string? region, CancellationToken cancellation,
        DateOnly? on = null, bool vacant = false)
    {
        var scope = await directory.ScopeAsync(actor, cancellation);
        var posts = Visible(db, scope, enterpriseId);
        if (kind is { Length: > 0 })
        {
            posts = posts.Where(p => p.Kind == kind);
        }
        if (region is { Length: > 0 })
        {
            var subtree = (await directory.SubtreeAsync(region, cancellation)).ToList();
            posts = posts.Where(p => subtree.Contains(p.RegionCode));
        }
        var at = on is { } day ? ShanghaiTime.EndOf(day) : clock.GetUtcNow();
        if (vacant)
        {
            posts = posts.Where(p => !db.Set<PostHolder>().Any(h => h.PostId == p.Id && h.ValidFrom <= at && (h.ValidTo == null || h.ValidTo > at)));
        }
        var rows = await ReadAsync(db, posts, at, cancellation);
        return new ListPage<PostRow>(rows, null, rows.Count, rows.Count >= ListPages.TotalCap);
    }

    internal async Task<ListPage<PersonRow>> PeopleAsync(WorkflowDbContext db, IDirectory directory, Actor actor, string? postKind, CancellationToken cancellation)
    {
        var posts = await ListAsync(db, directory, actor, postKind, null, null, cancellation);
        var people = posts.Items
            .SelectMany(p => p.Holders.Select(h => new PersonRow(h.PersonId, h.Name, h.CertificateNumber, p.Kind, p.Name, p.DepartmentName, p.EnterpriseName)))
            .DistinctBy(p => (p.Id, p.PostKind)).ToList();
        return new ListPage<PersonRow>(people, null, people.Count, false);
    }

    internal Task<IReadOnlyList<PostRow>> OfEnterpriseAsync(WorkflowDbContext db, Guid enterpriseId, CancellationToken cancellation) =>
        ReadAsync(db, db.Set<Post>().Where(p => p.EnterpriseId == enterpriseId), clock.GetUtcNow(), cancellation);

    private static IQueryable<Post> Visible(WorkflowDbContext db, SupervisionScope scope, Guid? enterpriseId)
    {
        var posts = db.Set<Post>().AsNoTracking();
        var isOfficial = scope.Everything || scope.Parts.Count > 0;
        if (enterpriseId is not null || !isOfficial)
        {
            var unit = enterpriseId ?? scope.EnterpriseId;
            return posts.Where(p => p.EnterpriseId == unit && db.Set<Enterprise>().Within(scope).Any(e => e.Id == unit));
        }
        posts = posts.Where(p => p.EnterpriseId == null);
        if (scope.Everything)
        {
            return posts;
        }
        var regions = scope.Parts.SelectMany(part => part.RegionCodes).Distinct().ToList();
        return posts.Where(p => regions.Contains(p.RegionCode));
    }

    private static async Task<IReadOnlyList<PostRow>> ReadAsync(WorkflowDbContext db, IQueryable<Post> posts, DateTimeOffset at, CancellationToken cancellation)
    {
        var day = ShanghaiTime.DateOf(at);
        var current = posts.Where(p => p.Void == null && p.ValidFrom <= day && (p.ValidTo == null || p.ValidTo > day)).OrderBy(p => p.Key).Take(ListPages.TotalCap);
        var rows = await (
            from post in current
            join department in db.Set<Department>() on post.DepartmentId equals (Guid?)department.Id into departments
            from department in departments.DefaultIfEmpty()
            join unit in db.Set<Enterprise>() on post.EnterpriseId equals (Guid?)unit.Id into units
            from unit in units.DefaultIfEmpty()
            select new { post, Department = department == null ? null : department.Name, Unit = unit == null ? null : unit.Name }).ToListAsync(cancellation);
        var holders = (await (
                from holder in db.Set<PostHolder>()
                where holder.ValidFrom <= at && (holder.ValidTo == null || holder.ValidTo > at) && current.Any(p => p.Id == holder.PostId)
                join person in db.Set<Person>() on holder.PersonId equals person.Id
                orderby holder.Key
                select new { holder.PostId, Row = new PostHolderRow(person.Id, person.Name, person.CertificateNumber, holder.ValidFrom) }).ToListAsync(cancellation))
            .ToLookup(h => h.PostId, h => h.Row);
        var deputies = (await (
                from deputy in db.Set<PostDeputy>()
                where deputy.ValidTo > at && current.Any(p => p.Id == deputy.PostId)
                join person in db.Set<Person>() on deputy.PersonId equals person.Id
                orderby deputy.Key
                select new { deputy.PostId, Row = new PostDeputyRow(deputy.Id, person.Id, person.Name, deputy.ValidFrom, deputy.ValidTo, deputy.Reason) }).ToListAsync(cancellation))
            .ToLookup(d => d.PostId, d => d.Row);
        return [.. rows.Select(r => new PostRow(
            r.post.Id, r.post.Name, r.post.Kind, PostKinds.NameOf(r.post.Kind), r.post.RegionCode, r.post.DepartmentId, r.Department, r.post.EnterpriseId, r.Unit,
            r.post.SuperiorPostId, r.post.Version, [.. holders[r.post.Id]])
        {
            Deputies = [.. deputies[r.post.Id]], ValidFrom = r.post.ValidFrom, ValidTo = r.post.ValidTo,
        })];
    }
}
