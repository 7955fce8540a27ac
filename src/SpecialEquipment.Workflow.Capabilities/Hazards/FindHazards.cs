using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
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

/// <summary>Filters of the hazard ledger; what a person may see is part of the query (DESIGN D9).</summary>
public sealed record HazardFilter
{
    /// <summary>One or more states, separated by commas.</summary>
    [FromQuery(Name = "state")] public string? State { get; init; }
    [FromQuery(Name = "grade")] public string? Grade { get; init; }
    [FromQuery(Name = "overdue")] public bool? Overdue { get; init; }

    /// <summary>OVERDUE, TODAY, WITHIN_3 or NORMAL.</summary>
    [FromQuery(Name = "due")] public string? Due { get; init; }
    [FromQuery(Name = "source")] public string? Source { get; init; }
    [FromQuery(Name = "region")] public string? Region { get; init; }
    [FromQuery(Name = "enterpriseId")] public Guid? EnterpriseId { get; init; }
    [FromQuery(Name = "equipmentId")] public Guid? EquipmentId { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
    [FromQuery(Name = "sort")] public string? Sort { get; init; }
    [FromQuery(Name = "limit")] public int? Limit { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
}

public sealed class HazardRow
{
    public required Matter Matter { get; init; }
    public required Hazard Hazard { get; init; }
}

/// <summary>GET /hazards: a page of the ledger, by keyset, with a total that stops counting at the cap.</summary>
public static class FindHazards
{
    public static void MapFindHazards(this IEndpointRouteBuilder api) =>
        api.MapGet("/hazards", DoAsync).RequireAuthorization(Policies.SignedIn).WithName("find-hazards").WithTags("hazards").WithSummary("隐患台账")
            .Produces<ListPage<HazardRowView>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DoAsync(
        [AsParameters] HazardFilter filter, HttpContext http, WorkflowDbContext db, MatterAccess access, IDirectory directory, IActorSource actors,
        DeadlineRules rules, BusinessClock clock, CancellationToken cancellation)
    {
        var actor = await actors.CurrentAsync(http, cancellation);
        var now = clock.GetUtcNow();
        var (rows, rejection) = await QueryAsync(filter, actor, db, access, directory, rules.Now.Calendar, now, cancellation);
        if (rejection is not null)
            return rejection.ToHttp();
        var limit = ListPages.Limit(filter.Limit);
        var total = await rows!.Select(r => r.Matter.Key).CountToCapAsync(cancellation);
        var order = HazardOrder.Parse(filter.Sort);
        if (order is null)
            return Rejection.Form("hazards.filter", "排序字段不正确。", new FieldObjection("sort", "应为 updatedAt、foundAt、createdAt 或 deadline，可加 - 倒序", $"实际为“{filter.Sort}”")).ToHttp();
        var page = await order.Page(rows!, filter.After, limit + 1).ToListAsync(cancellation);
        return Results.Ok(ListPages.Of(page, limit, total, order.Cursor, r => HazardRowView.Of(r.Matter, r.Hazard, rules.Now.Calendar, now)));
    }

    /// <summary>The visible rows that pass the filter.</summary>
    public static async Task<(IQueryable<HazardRow>? Rows, Rejection? Rejection)> QueryAsync(
        HazardFilter filter, Actor actor, WorkflowDbContext db, MatterAccess access, IDirectory directory, WorkCalendar calendar, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var objections = new Objections();
        var matters = await access.VisibleAsync(db, actor, cancellation);
        if (filter.State is { Length: > 0 } wanted)
        {
            var states = new List<HazardState>();
            foreach (var code in wanted.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (HazardStates.Parse(code) is { } state)
                    states.Add(state);
                else
                    objections.Add("state", "应为隐患状态代码", $"实际为“{code}”");
            }
            matters = matters.Where(m => states.Contains(m.State));
        }
        if (filter.Grade is { Length: > 0 } gradeCode)
        {
            if (gradeCode is not ("GENERAL" or "MAJOR"))
                objections.Add("grade", "应为 GENERAL 或 MAJOR", $"实际为“{gradeCode}”");
            var grade = gradeCode == "MAJOR" ? HazardGrade.Major : HazardGrade.General;
            matters = matters.Where(m => m.Grade == grade);
        }
        if (filter.Overdue is { } overdue)
            matters = matters.Where(m => m.IsOverdue == overdue);
        if (filter.Due is { Length: > 0 } due)
            matters = DueWindows.Apply(matters, due, calendar, ShanghaiTime.DateOf(now), objections);
        if (filter.Region is { Length: > 0 } region)
        {
            var codes = (await directory.SubtreeAsync(region, cancellation)).ToArray();
            matters = matters.Where(m => codes.Contains(m.RegionCode));
        }
        if (filter.EnterpriseId is { } enterprise)
            matters = matters.Where(m => m.EnterpriseId == enterprise);

        var hazards = db.Set<Hazard>().AsNoTracking();
        if (filter.Source is { Length: > 0 } sourceCode)
        {
            if (HazardSources.Parse(sourceCode) is { } source)
                hazards = hazards.Where(h => h.Source == source);
            else
                objections.Add("source", "应为隐患来源代码", $"实际为“{sourceCode}”");
        }
        if (filter.EquipmentId is { } equipment)
            hazards = hazards.Where(h => h.EquipmentId == equipment);
        foreach (var word in (filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var upper = word.ToUpperInvariant();
            hazards = hazards.Where(h => h.SearchText.Contains(upper));
        }
        if (objections.Any)
            return (null, new Rejection("hazards.filter", "筛选条件不正确。") { Errors = objections.List });
        return (matters.Join(hazards, m => m.Id, h => h.MatterId, (m, h) => new HazardRow { Matter = m, Hazard = h }), null);
    }
}

/// <summary>Windows of the named date, in working days, as filters.</summary>
internal static class DueWindows
{
    private static readonly HazardState[] Running =
        [HazardState.Ordered, HazardState.PlanPending, HazardState.PlanInReview, HazardState.PlanReturned, HazardState.Rectifying, HazardState.SelfRectifying];

    public static IQueryable<Matter> Apply(IQueryable<Matter> matters, string due, WorkCalendar calendar, DateOnly today, Objections objections)
    {
        var running = matters.Where(m => Running.Contains(m.State) && m.RectifyBy != null);
        var third = Overdue.SoonUntil(today, calendar);
        switch (due)
        {
            case "OVERDUE":
                return running.Where(m => m.IsOverdue);
            case "TODAY":
                return running.Where(m => m.RectifyBy == today);
            case "WITHIN_3":
                return running.Where(m => m.RectifyBy > today && m.RectifyBy <= third);
            case "NORMAL":
                return running.Where(m => m.RectifyBy > third);
            default:
                objections.Add("due", "应为 OVERDUE、TODAY、WITHIN_3 或 NORMAL", $"实际为“{due}”");
                return matters;
        }
    }
}

/// <summary>Keyset order: a value and the clustering key, so that a page neither repeats nor skips a row.</summary>
internal sealed class HazardOrder
{
    private readonly string field;
    private readonly bool down;

    private HazardOrder(string field, bool down) => (this.field, this.down) = (field, down);

    public static HazardOrder? Parse(string? sort)
    {
        var text = string.IsNullOrWhiteSpace(sort) ? "-updatedAt" : sort.Trim();
        var down = text[0] == '-';
        var field = text.TrimStart('-', '+');
        return field is "updatedAt" or "foundAt" or "createdAt" or "deadline" ? new HazardOrder(field, down) : null;
    }

    public string Cursor(HazardRow row) => string.Create(CultureInfo.InvariantCulture, $"{Value(row)}.{row.Matter.Key}");

    private long Value(HazardRow row) => field switch
    {
        "foundAt" => row.Hazard.FoundAt.ToUnixTimeMilliseconds(),
        "createdAt" => row.Matter.CreatedAt.ToUnixTimeMilliseconds(),
        "deadline" => (row.Matter.RectifyBy ?? DateOnly.MaxValue).DayNumber,
        _ => row.Matter.UpdatedAt.ToUnixTimeMilliseconds(),
    };

    public IQueryable<HazardRow> Page(IQueryable<HazardRow> rows, string? after, int take)
    {
        var cut = after?.Split('.') is [var first, var second]
            && long.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? (value, key) : ((long, long)?)null;
        return (field == "deadline" ? ByDay(rows, cut) : ByInstant(rows, cut)).Take(take);
    }

    private IQueryable<HazardRow> ByDay(IQueryable<HazardRow> rows, (long Value, long Key)? cut)
    {
        var last = DateOnly.MaxValue;
        if (cut is { } c && c.Value >= 0 && c.Value <= last.DayNumber)
        {
            var (day, key) = (DateOnly.FromDayNumber((int)c.Value), c.Key);
            rows = down
                ? rows.Where(r => (r.Matter.RectifyBy ?? last) < day || ((r.Matter.RectifyBy ?? last) == day && r.Matter.Key < key))
                : rows.Where(r => (r.Matter.RectifyBy ?? last) > day || ((r.Matter.RectifyBy ?? last) == day && r.Matter.Key > key));
        }
        return down
            ? rows.OrderByDescending(r => r.Matter.RectifyBy ?? last).ThenByDescending(r => r.Matter.Key)
            : rows.OrderBy(r => r.Matter.RectifyBy ?? last).ThenBy(r => r.Matter.Key);
    }

    private IQueryable<HazardRow> ByInstant(IQueryable<HazardRow> rows, (long Value, long Key)? cut)
    {
        if (cut is { } c)
        {
            var (first, last) = (DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
            var (at, key) = (DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(c.Value, first, last)), c.Key);
            rows = (field, down) switch
            {
                ("foundAt", true) => rows.Where(r => r.Hazard.FoundAt < at || (r.Hazard.FoundAt == at && r.Matter.Key < key)),
                ("foundAt", false) => rows.Where(r => r.Hazard.FoundAt > at || (r.Hazard.FoundAt == at && r.Matter.Key > key)),
                ("createdAt", true) => rows.Where(r => r.Matter.CreatedAt < at || (r.Matter.CreatedAt == at && r.Matter.Key < key)),
                ("createdAt", false) => rows.Where(r => r.Matter.CreatedAt > at || (r.Matter.CreatedAt == at && r.Matter.Key > key)),
                (_, true) => rows.Where(r => r.Matter.UpdatedAt < at || (r.Matter.UpdatedAt == at && r.Matter.Key < key)),
                _ => rows.Where(r => r.Matter.UpdatedAt > at || (r.Matter.UpdatedAt == at && r.Matter.Key > key)),
            };
        }
        return (field, down) switch
        {
            ("foundAt", true) => rows.OrderByDescending(r => r.Hazard.FoundAt).ThenByDescending(r => r.Matter.Key),
            ("foundAt", false) => rows.OrderBy(r => r.Hazard.FoundAt).ThenBy(r => r.Matter.Key),
            ("createdAt", true) => rows.OrderByDescending(r => r.Matter.CreatedAt).ThenByDescending(r => r.Matter.Key),
            ("createdAt", false) => rows.OrderBy(r => r.Matter.CreatedAt).ThenBy(r => r.Matter.Key),
            (_, true) => rows.OrderByDescending(r => r.Matter.UpdatedAt).ThenByDescending(r => r.Matter.Key),
            _ => rows.OrderBy(r => r.Matter.UpdatedAt).ThenBy(r => r.Matter.Key),
        };
    }
}
