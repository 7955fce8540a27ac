using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>How many rows a filter would leave, per value; each number opens the rows behind it.</summary>
public sealed record HazardFacets(
    IReadOnlyList<FacetCount> State, IReadOnlyList<FacetCount> Grade, IReadOnlyList<FacetCount> Source, DueCounts Due, int Total)
{
    /// <summary>Per region: on today's map, or as of then with <c>map=THEN</c> (E7).</summary>
    public IReadOnlyList<FacetCount> Region { get; init; } = [];
}

public sealed record FacetCount(string Value, string Name, int Count);

public sealed record DueCounts(int Overdue, int Today, int Within3, int Normal);

/// <summary>GET /hazards/facets.</summary>
public static class CountHazards
{
    public static void MapCountHazards(this IEndpointRouteBuilder api)
    {
        api.MapGet("/hazards/facets", DoAsync).RequireAuthorization(Policies.SignedIn).WithName("count-hazards").WithTags("hazards").WithSummary("隐患台账分布")
            .Produces<HazardFacets>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/hazards/grading-basis", () => GradingBases.All).RequireAuthorization(Policies.SignedIn).WithName("list-grading-basis").WithTags("hazards").WithSummary("重大隐患判定依据目录");
    }

    private static async Task<IResult> DoAsync(
        [AsParameters] HazardFilter filter, string? map, HttpContext http, WorkflowDbContext db, MatterAccess access, IDirectory directory, IActorSource actors,
        DeadlineRules rules, BusinessClock clock, CancellationToken cancellation)
    {
        var actor = await actors.CurrentAsync(http, cancellation);
        var (calendar, now) = (rules.Now.Calendar, clock.GetUtcNow());
        var (rows, rejection) = await FindHazards.QueryAsync(filter, actor, db, access, directory, calendar, now, cancellation);
        if (rejection is not null)
            return rejection.ToHttp();

        if (map is not (null or "" or CountByRegion.Then or CountByRegion.Today))
            return Rejection.Form("hazards.map", "统计口径应为 THEN 或 TODAY。", new FieldObjection("map", "THEN（当时区划）或 TODAY（现行区划）", map)).ToHttp();
        var states = await rows!.GroupBy(r => r.Matter.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var grades = await rows!.Where(r => r.Matter.Grade != null).GroupBy(r => r.Matter.Grade).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var sources = await rows!.GroupBy(r => r.Hazard.Source).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var (today, unused) = (ShanghaiTime.DateOf(now), new Objections());
        async Task<int> DueAsync(string window) => await DueWindows.Apply(rows!.Select(r => r.Matter), window, calendar, today, unused).CountAsync(cancellation);
        return Results.Ok(new HazardFacets(
            [.. states.OrderBy(s => s.Key).Select(s => new FacetCount(s.Key.Code(), s.Key.Name(), s.Count))],
            [.. grades.OrderBy(g => g.Key).Select(g => new FacetCount(g.Key!.Value.Code(), g.Key.Value.Name(), g.Count))],
            [.. sources.OrderBy(s => s.Key).Select(s => new FacetCount(s.Key.Code(), s.Key.Name(), s.Count))],
            new DueCounts(await DueAsync("OVERDUE"), await DueAsync("TODAY"), await DueAsync("WITHIN_3"), await DueAsync("NORMAL")),
            states.Sum(s => s.Count))
        {
            Region = await CountByRegion.DoAsync(rows!.Select(r => r.Matter), map == CountByRegion.Then, directory, cancellation),
        });
    }
}
