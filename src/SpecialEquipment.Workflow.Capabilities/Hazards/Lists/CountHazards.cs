using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>How many rows a filter would leave, per value; each number opens the rows behind it.</summary>
/// <param name="Region">On today's map, or as of then with <c>map=THEN</c> (E7); by county when there are too many towns.</param>
/// <param name="IsCapped">More than 10,000 rows pass: counted were the first so many, so each number is a least one.</param>
public sealed record HazardFacets(
    IReadOnlyList<FacetCount> State, IReadOnlyList<FacetCount> Grade, IReadOnlyList<FacetCount> Source, IReadOnlyList<FacetCount> EquipmentKind,
    IReadOnlyList<FacetCount> PlaceType, IReadOnlyList<FacetCount> Region, int Overdue, DueCounts Due, int Total, bool IsCapped);

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
        [AsParameters] HazardFilter filter, string? map, HttpContext http, HazardQueries queries, IDirectory directory, IActorSource actors, DeadlineRules rules, BusinessClock clock,
        CancellationToken cancellation)
    {
        if (map is not (null or "" or CountByRegion.Then or CountByRegion.Today))
            return Rejection.Form("hazards.map", "统计口径应为 THEN 或 TODAY。", new FieldObjection("map", "THEN（当时区划）或 TODAY（现行区划）", map)).ToHttp();
        var query = await queries.OfAsync(filter, await actors.CurrentAsync(http, cancellation), cancellation);
        return query.IsRejected
            ? query.Rejection!.ToHttp()
            : Results.Ok(await CountAsync(query.Value, map == CountByRegion.Then, directory, rules.Now.Calendar, ShanghaiTime.DateOf(clock.GetUtcNow()), cancellation));
    }

    internal static async Task<HazardFacets> CountAsync(HazardQuery query, bool asOfThen, IDirectory directory, WorkCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var (rows, isCapped) = await query.FacetRowsAsync(cancellation);
        var third = Overdue.SoonUntil(today, calendar);
        var running = rows.Where(r => HazardRowView.UnitMustAct(r.State) && r.DueOrder != DateOnly.MaxValue).Select(r => r.DueOrder).ToList();
        return new HazardFacets(
            [.. rows.CountBy(r => r.State).OrderBy(c => c.Key).Select(c => new FacetCount(c.Key.Code(), c.Key.Name(), c.Value))],
            [.. rows.Where(r => r.Grade is not null).CountBy(r => r.Grade!.Value).OrderBy(c => c.Key).Select(c => new FacetCount(c.Key.Code(), c.Key.Name(), c.Value))],
            Largest(rows.Select(r => r.Source), code => HazardSources.Parse(code)?.Name() ?? code),
            Largest(rows.Select(r => r.EquipmentKind), directory.EquipmentKindName),
            Largest(rows.Select(r => r.PlaceType), directory.PlaceTypeName),
            await CountByRegion.DoAsync([.. rows.Select(r => (r.RegionCode, r.EnterpriseId))], asOfThen, directory, cancellation),
            rows.Count(r => r.IsOverdue),
            new DueCounts(running.Count(d => d < today), running.Count(d => d == today), running.Count(d => d > today && d <= third), running.Count(d => d > third)),
            rows.Count, isCapped);
    }

    private static List<FacetCount> Largest(IEnumerable<string?> codes, Func<string, string> name) =>
        [.. codes.OfType<string>().CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount(c.Key, name(c.Key), c.Value))];
}
