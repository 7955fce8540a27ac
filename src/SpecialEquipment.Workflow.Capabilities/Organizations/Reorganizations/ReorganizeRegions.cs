using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

/// <summary>
/// Enters a decided change of the map (E7): nodes are renamed, merged or split from a day on. Writes the new nodes and their successions at once,
/// because the map is read as of a day; what follows on the day itself is done by <see cref="CarryOutReorganizations"/>.
/// </summary>
internal static class ReorganizeRegions
{
    /// <param name="Change">RENAME, MERGE or SPLIT.</param>
    /// <param name="From">Codes that end on the day.</param>
    public sealed record Form(string? Change, DateOnly? EffectiveOn, IReadOnlyList<string>? From, IReadOnlyList<Successor>? To, string? Basis);

    /// <param name="Name">Needed unless the node exists already.</param>
    /// <param name="Addresses">For a split: parts of addresses whose units go here.</param>
    /// <param name="Children">For a split: codes of the nodes below that go here.</param>
    public sealed record Successor(string? Code, string? Name, string? ShortName, IReadOnlyList<string>? Addresses, IReadOnlyList<string>? Children);

    public sealed record Row(
        Guid Id, string Change, DateOnly EffectiveOn, IReadOnlyList<string> From, IReadOnlyList<string> To, string Basis, string EnactedBy, DateTimeOffset EnactedAt,
        DateTimeOffset? CompletedAt, int MovedUnits, int UnmappedUnits, int MovedTasks);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<Form, Row>("/regions/reorganize", "reorganize-regions", DoAsync).RequireAuthorization(Policies.Administrators);
        api.MapGet("/regions/reorganizations", async (WorkflowDbContext db, CancellationToken cancellation) =>
            {
                var rows = await db.Set<RegionReorganization>().AsNoTracking().OrderByDescending(r => r.Key).Take(ListPages.TotalCap).ToListAsync(cancellation);
                return Results.Ok(new ListPage<Row>([.. rows.Select(View)], null, rows.Count, false));
            })
            .RequireAuthorization(Policies.Officials).WithName("list-reorganizations").WithTags("organizations").Produces<ListPage<Row>>();
    }

    internal static async Task<Result<Row>> DoAsync(Form form, ActContext act, CancellationToken cancellation)
    {
        if (!act.Actor.HasRole(Roles.Administrator) && !act.Actor.IsSystem)
        {
            return Rejection.Forbidden("organizations.only-administrators", "行政区划调整应由系统管理员办理。");
        }
        var tree = await act.Services.GetRequiredService<RegionMap>().TreeAsync(act.Db, cancellation);
        var plan = ReorganizationPlan.Read(form, tree, ShanghaiTime.DateOf(act.Now));
        if (plan.IsRejected)
        {
            return plan.Rejection!;
        }
        foreach (var node in plan.Value.From)
        {
            if (await act.ToManageAsync(node.Code, null, cancellation) is { } forbidden)
            {
                return forbidden;
            }
        }
        await WriteMapAsync(plan.Value, act, cancellation);
        var decided = new RegionReorganization
        {
            Id = Guid.CreateVersion7(act.Now), Change = plan.Value.Change, EffectiveOn = plan.Value.On, FromCodes = string.Join(',', plan.Value.From.Select(r => r.Code)),
            ToCodes = string.Join(',', plan.Value.To.Select(t => t.Code)), Basis = form.Basis!.Trim(), EnactedAt = act.Now, EnactedBy = act.Actor.UserId,
            EnactedByName = act.Actor.PersonName,
        };
        act.Db.Add(decided);
        act.Record(new LedgerFact(decided.Id, "reorganize-regions", $"自 {ShanghaiTime.Text(decided.EffectiveOn)} 起，{plan.Value.Text}")
        {
            Detail = new Dictionary<string, object?> { ["basis"] = decided.Basis, ["from"] = decided.From, ["to"] = decided.To, ["change"] = UpperSnake.From(decided.Change) },
        });
        return View(decided);
    }

    private static async Task WriteMapAsync(ReorganizationPlan plan, ActContext act, CancellationToken cancellation)
    {
        var codes = plan.From.Select(r => r.Code).Concat(plan.Children.Keys).ToList();
        var ending = await act.Db.Set<Region>().Where(r => codes.Contains(r.Code) && r.ValidFrom < plan.On && (r.ValidTo == null || r.ValidTo > plan.On)).ToListAsync(cancellation);
        foreach (var node in ending)
        {
            node.ValidTo = plan.On;
            if (plan.Children.TryGetValue(node.Code, out var parent))
            {
                act.Db.Add(Node(node.Code, node.Name, node.ShortName, parent, node.Level, plan.On, act.Now));
            }
        }
        foreach (var successor in plan.To)
        {
            if (successor.IsNew)
            {
                act.Db.Add(Node(successor.Code, successor.Name, successor.ShortName, plan.From[0].ParentCode, plan.From[0].Level, plan.On, act.Now));
            }
            foreach (var node in plan.From)
            {
                act.Db.Add(new RegionSuccession
                {
                    Code = node.Code, SuccessorCode = successor.Code, Change = plan.Change, EffectiveOn = plan.On, Addresses = AddressRules.Keep(successor.Addresses),
                });
            }
        }
        await RegionMap.ChangedAsync(act.Db, cancellation);
    }

    private static Region Node(string code, string name, string shortName, string? parent, RegionLevel level, DateOnly from, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Code = code, Name = name, ShortName = shortName, ParentCode = parent, Level = level, ValidFrom = from,
    };

    private static Row View(RegionReorganization r) => new(
        r.Id, UpperSnake.From(r.Change), r.EffectiveOn, r.From, r.To, r.Basis, r.EnactedByName, r.EnactedAt, r.CompletedAt, r.MovedUnits, r.UnmappedUnits, r.MovedTasks);
}
