using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>Units within the actor's scope, by name or credit code.</summary>
internal static class FindEnterprises
{
    public sealed record Row(
        Guid Id, string Name, string CreditCode, string RegionCode, string RegionName, string Address, string PlaceType, string PlaceTypeName, string? Phone,
        string Status, int EquipmentCount, long Version);

    public sealed record Detail(Row Enterprise, IReadOnlyList<PostRow> Posts);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/enterprises", async (
                HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, RegionNames names,
                string? q, string? region, string? placeType, string? after, int? limit, CancellationToken cancellation) =>
            {
                var scope = await directory.ScopeAsync(await actors.CurrentAsync(http, cancellation), cancellation);
                return Results.Ok(await ListAsync(db, directory, names, scope, new Filter(q, region, placeType, after, limit), cancellation));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("find-enterprises").WithTags("organizations").Produces<ListPage<Row>>();
        api.MapGet("/enterprises/{id:guid}", async (
                Guid id, HttpContext http, WorkflowDbContext db, IDirectory directory, IActorSource actors, RegionNames names, FindPosts posts, CancellationToken cancellation) =>
            {
                var scope = await directory.ScopeAsync(await actors.CurrentAsync(http, cancellation), cancellation);
                return await ReadAsync(db, names, posts, scope, id, cancellation) is { } found ? Results.Ok(found) : Refusals.NoSuchEnterprise.ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("read-enterprise").WithTags("organizations").Produces<Detail>();
    }

    internal sealed record Filter(string? Words = null, string? Region = null, string? PlaceType = null, string? After = null, int? Limit = null);

    internal static async Task<ListPage<Row>> ListAsync(
        WorkflowDbContext db, IDirectory directory, RegionNames names, SupervisionScope scope, Filter filter, CancellationToken cancellation)
    {
        var found = await QueryAsync(db, directory, scope, filter, cancellation);
        var total = await found.CountToCapAsync(cancellation);
        var limit = ListPages.Limit(filter.Limit);
        var after = long.TryParse(filter.After, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var page = await WithCount(db, found.Where(e => e.Key > after).OrderBy(e => e.Key).Take(limit + 1)).ToListAsync(cancellation);
        var regionNames = await names.AllAsync(db, cancellation);
        return ListPages.Of(page, limit, total, r => r.Enterprise.Key.ToString(CultureInfo.InvariantCulture), r => View(r, regionNames));
    }

    internal static async Task<IQueryable<Enterprise>> QueryAsync(
        WorkflowDbContext db, IDirectory directory, SupervisionScope scope, Filter filter, CancellationToken cancellation)
    {
        var found = db.Set<Enterprise>().AsNoTracking().Where(e => e.Void == null).Within(scope).Matching(db, filter.Words);
        if (filter.Region is { Length: > 0 } region)
        {
            var subtree = (await directory.SubtreeAsync(region, cancellation)).ToList();
            found = found.Where(e => subtree.Contains(e.RegionCode));
        }
        if (filter.PlaceType is { Length: > 0 } placeType)
        {
            found = found.Where(e => e.PlaceType == placeType);
        }
        return found;
    }

    internal static async Task<Detail?> ReadAsync(
        WorkflowDbContext db, RegionNames names, FindPosts posts, SupervisionScope scope, Guid id, CancellationToken cancellation)
    {
        var found = await WithCount(db, db.Set<Enterprise>().AsNoTracking().Within(scope).Where(e => e.Id == id)).FirstOrDefaultAsync(cancellation);
        return found is null ? null : new Detail(View(found, await names.AllAsync(db, cancellation)), await posts.OfEnterpriseAsync(db, id, cancellation));
    }

    internal sealed record Counted(Enterprise Enterprise, int Devices);

    internal static IQueryable<Counted> WithCount(WorkflowDbContext db, IQueryable<Enterprise> enterprises) =>
        enterprises.Select(e => new Counted(e, db.Set<Equipment>().Count(d => d.EnterpriseId == e.Id && d.Void == null)));

    internal static Row View(Counted row, IReadOnlyDictionary<string, string> regionNames)
    {
        var e = row.Enterprise;
        return new Row(
            e.Id, e.Name, e.CreditCode, e.RegionCode, regionNames.GetValueOrDefault(e.RegionCode, e.RegionCode), e.Address, e.PlaceType,
            PlaceTypes.NameOf(e.PlaceType), e.Phone, UpperSnake.From(e.Status), row.Devices, e.Version);
    }
}
