using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

/// <summary>The map of a day and the departments on it. Public facts: every signed-in person may read them.</summary>
internal static class ListRegions
{
    public sealed record RegionRow(string Code, string Name, string ShortName, string? ParentCode, string Level, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Successors);

    public sealed record DepartmentRow(Guid Id, string Code, string Name, string ShortName, string RegionCode, string Duty, int Priority, DateOnly ValidFrom, DateOnly? ValidTo);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/regions", async (WorkflowDbContext db, RegionMap regions, BusinessClock clock, DateOnly? on, bool? ended, CancellationToken cancellation) =>
            {
                var day = on ?? ShanghaiTime.DateOf(clock.GetUtcNow());
                var rows = Rows(await regions.TreeAsync(db, cancellation), day, ended ?? false);
                return Results.Ok(new ListPage<RegionRow>(rows, null, rows.Count, false));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("list-regions").WithTags("organizations").Produces<ListPage<RegionRow>>();
        api.MapGet("/departments", async (WorkflowDbContext db, BusinessClock clock, string? region, DateOnly? on, CancellationToken cancellation) =>
            {
                var day = on ?? ShanghaiTime.DateOf(clock.GetUtcNow());
                var rows = await db.Set<Department>().AsNoTracking()
                    .Where(d => (region == null || d.RegionCode == region) && d.ValidFrom <= day && (d.ValidTo == null || d.ValidTo > day))
                    .OrderBy(d => d.Key)
                    .Select(d => new DepartmentRow(d.Id, d.Code, d.Name, d.ShortName, d.RegionCode, d.Duty, d.Priority, d.ValidFrom, d.ValidTo))
                    .ToListAsync(cancellation);
                return Results.Ok(new ListPage<DepartmentRow>(rows, null, rows.Count, false));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("list-departments").WithTags("organizations").Produces<ListPage<DepartmentRow>>();
    }

    /// <param name="withEnded">Also the nodes that had ended by that day, each with what stands for it now.</param>
    internal static IReadOnlyList<RegionRow> Rows(RegionTree tree, DateOnly day, bool withEnded)
    {
        var ended = withEnded ? tree.EndedBy(day) : [];
        return [.. tree.On(day).Concat(ended).Select(r => new RegionRow(
            r.Code, r.Name, r.ShortName, r.ParentCode, UpperSnake.From(r.Level), r.ValidFrom, r.ValidTo,
            r.IsValidOn(day) ? [] : [.. tree.SuccessorsOf(r.Code, day).Select(s => s.Code)]))];
    }
}
