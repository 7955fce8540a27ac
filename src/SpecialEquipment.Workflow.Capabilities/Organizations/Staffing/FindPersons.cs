using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;

/// <summary>The register of persons within the actor's scope, with the posts they hold now.</summary>
internal static class FindPersons
{
    /// <param name="Posts">Names of the posts held or deputised for now.</param>
    public sealed record Row(
        Guid Id, string Name, string? CertificateNumber, string? Phone, string? RegionCode, Guid? EnterpriseId, string? EnterpriseName, bool HasLogin,
        IReadOnlyList<string> Posts, string? VoidReason, long Version);

    internal sealed record Filter(string? Words = null, Guid? EnterpriseId = null, bool Free = false, string? After = null, int? Limit = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/persons", async (
                HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, BusinessClock clock,
                string? q, Guid? enterpriseId, bool? free, string? after, int? limit, CancellationToken cancellation) =>
            {
                var scope = await directory.ScopeAsync(await actors.CurrentAsync(http, cancellation), cancellation);
                return Results.Ok(await ListAsync(db, scope, clock.GetUtcNow(), new Filter(q, enterpriseId, free ?? false, after, limit), cancellation));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("find-persons").WithTags("organizations").Produces<ListPage<Row>>();

    /// <summary>Officials of the actor's regions and, where asked for, the people of one unit; an enterprise user sees those of his own.</summary>
    internal static async Task<ListPage<Row>> ListAsync(WorkflowDbContext db, SupervisionScope scope, DateTimeOffset now, Filter filter, CancellationToken cancellation)
    {
        var posts = db.Set<Post>();
        var units = db.Set<Enterprise>().Within(scope);
        var persons = db.Set<Person>().AsNoTracking().Where(p => p.Void == null);
        var unit = filter.EnterpriseId ?? (scope.Everything || scope.Parts.Count > 0 ? null : scope.EnterpriseId ?? Guid.Empty);
        if (unit is { } one)
        {
            persons = persons.Where(p => units.Any(e => e.Id == one)
                && (p.EnterpriseId == one || db.Set<PostHolder>().Any(h => h.PersonId == p.Id && posts.Any(post => post.Id == h.PostId && post.EnterpriseId == one))));
        }
        else if (!scope.Everything)
        {
            var regions = scope.Parts.SelectMany(part => part.RegionCodes).Distinct().ToList();
            persons = persons.Where(p => p.EnterpriseId == null
                && ((p.RegionCode != null && regions.Contains(p.RegionCode))
                    || db.Set<PostHolder>().Any(h => h.PersonId == p.Id && posts.Any(post => post.Id == h.PostId && post.EnterpriseId == null && regions.Contains(post.RegionCode)))));
        }
        if (filter.Words?.Trim() is { Length: > 0 } words)
        {
            persons = persons.Where(p => p.Name.StartsWith(words) || p.CertificateNumber!.StartsWith(words) || p.Phone!.StartsWith(words));
        }
        if (filter.Free)
        {
            persons = persons.Where(p => !db.Set<PostHolder>().Any(h => h.PersonId == p.Id && (h.ValidTo == null || h.ValidTo > now)));
        }
        var total = await persons.CountToCapAsync(cancellation);
        var limit = ListPages.Limit(filter.Limit);
        var after = long.TryParse(filter.After, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var page = await persons.Where(p => p.Key > after).OrderBy(p => p.Key).Take(limit + 1).ToListAsync(cancellation);
        var held = await PostsAsync(db, [.. page.Select(p => p.Id)], now, cancellation);
        var unitIds = page.Select(p => p.EnterpriseId).OfType<Guid>().Distinct().ToList();
        var unitNames = await db.Set<Enterprise>().Where(e => unitIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        return ListPages.Of(page, limit, total, p => p.Key.ToString(CultureInfo.InvariantCulture), p => new Row(
            p.Id, p.Name, p.CertificateNumber, p.Phone, p.RegionCode, p.EnterpriseId, p.EnterpriseId is { } id ? unitNames.GetValueOrDefault(id) : null, p.UserId is not null,
            [.. held[p.Id]], p.Void?.Reason, p.Version));
    }

    private static async Task<ILookup<Guid, string>> PostsAsync(WorkflowDbContext db, List<Guid> persons, DateTimeOffset now, CancellationToken cancellation)
    {
        var holding = await (
            from holder in db.Set<PostHolder>()
            where persons.Contains(holder.PersonId) && holder.ValidFrom <= now && (holder.ValidTo == null || holder.ValidTo > now)
            join post in db.Set<Post>() on holder.PostId equals post.Id
            orderby post.Key
            select new { holder.PersonId, post.Name }).ToListAsync(cancellation);
        var deputising = await (
            from deputy in db.Set<PostDeputy>()
            where persons.Contains(deputy.PersonId) && deputy.ValidFrom <= now && deputy.ValidTo > now
            join post in db.Set<Post>() on deputy.PostId equals post.Id
            orderby post.Key
            select new { deputy.PersonId, Name = "代 " + post.Name }).ToListAsync(cancellation);
        return holding.Concat(deputising).ToLookup(h => h.PersonId, h => h.Name);
    }
}
