using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>任职记录 (E8): who held or deputised for a post from when to when, and what one person held. The record of personal liability, whole.</summary>
internal static class ReadTenure
{
    /// <param name="Deputy">Acted for the post for a period, instead of holding it.</param>
    /// <param name="BeganBy">Who appointed him; null where the system did.</param>
    public sealed record Row(
        Guid PostId, string PostName, string KindName, string? DepartmentName, string? EnterpriseName, string RegionCode, Guid PersonId, string PersonName, bool Deputy,
        DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, string? BeganBy, string? EndedBy, string? Reason);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/posts/{id:guid}/tenure", async (Guid id, HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, CancellationToken cancellation) =>
            {
                var scope = await directory.ScopeAsync(await actors.CurrentAsync(http, cancellation), cancellation);
                return await db.Set<Post>().VisibleTo(db, scope).AnyAsync(p => p.Id == id, cancellation)
                    ? Page(await OfAsync(db, db.Set<Post>().Where(p => p.Id == id), null, cancellation)) : Refusals.NoSuchPost.ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("read-post-tenure").WithTags("organizations").Produces<ListPage<Row>>();
        api.MapGet("/persons/{id:guid}/tenure", async (Guid id, HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, CancellationToken cancellation) =>
            {
                var scope = await directory.ScopeAsync(await actors.CurrentAsync(http, cancellation), cancellation);
                return Page(await OfAsync(db, db.Set<Post>().VisibleTo(db, scope), id, cancellation));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("read-person-tenure").WithTags("organizations").Produces<ListPage<Row>>();
    }

    /// <summary>Posts whose people the reader may know: of organs in his regions, of units in his scope.</summary>
    internal static IQueryable<Post> VisibleTo(this IQueryable<Post> posts, WorkflowDbContext db, SupervisionScope scope)
    {
        if (scope.Everything)
        {
            return posts;
        }
        var regions = scope.Parts.SelectMany(part => part.RegionCodes).Distinct().ToList();
        var units = db.Set<Enterprise>().Within(scope);
        return posts.Where(p => (p.EnterpriseId == null && regions.Contains(p.RegionCode)) || (p.EnterpriseId != null && units.Any(e => e.Id == p.EnterpriseId)));
    }

    internal static async Task<IReadOnlyList<Row>> OfAsync(WorkflowDbContext db, IQueryable<Post> posts, Guid? person, CancellationToken cancellation)
    {
        var held = await (
            from holder in db.Set<PostHolder>()
            where (person == null || holder.PersonId == person) && posts.Any(p => p.Id == holder.PostId)
            select new Holding(holder.PostId, holder.PersonId, false, holder.ValidFrom, holder.ValidTo, holder.AppointedBy, holder.RelievedBy, null)).ToListAsync(cancellation);
        var deputised = await (
            from deputy in db.Set<PostDeputy>()
            where (person == null || deputy.PersonId == person) && posts.Any(p => p.Id == deputy.PostId)
            select new Holding(deputy.PostId, deputy.PersonId, true, deputy.ValidFrom, deputy.ValidTo, deputy.AppointedBy, deputy.EndedBy, deputy.Reason)).ToListAsync(cancellation);
        List<Holding> all = [.. held, .. deputised];
        var (postIds, personIds) = (all.Select(h => h.PostId).Distinct().ToList(), all.Select(h => h.PersonId).Distinct().ToList());
        var described = await (
            from post in db.Set<Post>()
            where postIds.Contains(post.Id)
            join department in db.Set<Department>() on post.DepartmentId equals (Guid?)department.Id into departments
            from department in departments.DefaultIfEmpty()
            join unit in db.Set<Enterprise>() on post.EnterpriseId equals (Guid?)unit.Id into units
            from unit in units.DefaultIfEmpty()
            select new { post.Id, post.Name, post.Kind, post.RegionCode, Department = department == null ? null : department.Name, Unit = unit == null ? null : unit.Name })
            .ToDictionaryAsync(p => p.Id, cancellation);
        var names = await db.Set<Person>().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var userIds = all.SelectMany(h => new[] { h.By, h.EndedBy }).OfType<Guid>().Distinct().ToList();
        var users = await db.Set<Person>().Where(p => p.UserId != null && userIds.Contains(p.UserId.Value)).ToDictionaryAsync(p => p.UserId!.Value, p => p.Name, cancellation);
        return [.. all.OrderByDescending(h => h.From).ThenBy(h => h.Deputy).Select(h =>
        {
            var post = described[h.PostId];
            return new Row(
                post.Id, post.Name, PostKinds.NameOf(post.Kind), post.Department, post.Unit, post.RegionCode, h.PersonId, names.GetValueOrDefault(h.PersonId, ""), h.Deputy,
                h.From, h.To, users.GetValueOrDefault(h.By), h.EndedBy is { } ended ? users.GetValueOrDefault(ended) : null, h.Reason);
        })];
    }

    private static IResult Page(IReadOnlyList<Row> rows) => Results.Ok(new ListPage<Row>(rows, null, rows.Count, false));

    private sealed record Holding(Guid PostId, Guid PersonId, bool Deputy, DateTimeOffset From, DateTimeOffset? To, Guid By, Guid? EndedBy, string? Reason);
}
