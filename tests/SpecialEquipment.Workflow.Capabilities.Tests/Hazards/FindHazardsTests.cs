using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Hazards;

public sealed class FindHazardsTests
{
    [Fact]
    public async Task The_ledger_filters_pages_and_shows_only_what_one_may_see()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var reported = await county.ReportAsync();
        var registered = await county.RegisteredAsync();
        var early = await county.OrderedAsync("2026-03-05");
        var late = await county.RectifyingAsync("2026-03-20");
        var other = await county.OtherUnitsHazardAsync();
        await county.UntilAsync("2026-03-04 10:00");

        foreach (var sort in new[] { "-updatedAt", "updatedAt", "-foundAt", "foundAt", "createdAt", "-createdAt", "deadline", "-deadline", "state,-updatedAt", "-overdue,deadline,number", "grade,region,-foundAt" })
            Assert.Equal(new[] { reported, registered, early, late, other }.Order(), (await PagedAsync(county, sort)).Order());
        Assert.Equal([early, late], (await PagedAsync(county, "deadline")).Take(2));

        Assert.Equal([early], await IdsAsync(county, new HazardFilter { State = "PLAN_PENDING" }));
        Assert.Equal(2, (await IdsAsync(county, new HazardFilter { State = "REGISTERED, REPORTED", EnterpriseId = county.UnitId })).Count);
        Assert.Equal(2, (await IdsAsync(county, new HazardFilter { Grade = "GENERAL" })).Count);
        Assert.Equal([early], await IdsAsync(county, new HazardFilter { Due = "WITHIN_3" }));
        Assert.Equal([late], await IdsAsync(county, new HazardFilter { Due = "NORMAL" }));
        Assert.Equal(5, (await IdsAsync(county, new HazardFilter { Region = "140581", Source = "ROUTINE", Overdue = false, Q = "门锁 安全钳" })).Count);
        var number = (await county.MatterAsync(registered)).Number!;
        Assert.Equal([registered], await IdsAsync(county, new HazardFilter { Q = number }));

        var unit = await IdsAsync(county, new HazardFilter(), "enterprise1");
        Assert.Equal(new[] { registered, early, late }.Order(), unit.Order()); // neither the unregistered report nor the other unit's
        Assert.Equal(5, (await IdsAsync(county, new HazardFilter(), "auditor1")).Count);

        await county.UntilAsync("2026-03-06 00:00");
        Assert.Equal([early], await IdsAsync(county, new HazardFilter { Overdue = true }));
        Assert.Equal([early], await IdsAsync(county, new HazardFilter { Due = "OVERDUE" }));
    }

    [Fact]
    public async Task Gathered_sorted_by_the_database_or_walked_the_pages_are_the_same()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        for (var i = 0; i < 3; i++)
            await county.ReportAsync();
        await county.OrderedAsync("2026-03-05");
        await county.RectifyingAsync("2026-03-20");
        await county.OrderedAsync("2026-03-05");
        foreach (var sort in new[] { "-updatedAt", "foundAt", "-createdAt", "deadline", "-deadline", "deadline,-foundAt", "-foundAt,deadline,updatedAt" })
        {
            var gathered = await PagedAsync(county, sort);
            Assert.Equal(6, gathered.Distinct().Count());
            Assert.Equal(gathered, await PagedAsync(county, sort, gathered: 0));
            Assert.Equal(gathered, await PagedAsync(county, sort, gathered: 0, sorted: 1));
            Assert.Equal(gathered, await AllAsync(county, sort, gathered: 0));
        }
        Assert.Equal("hazards.sort-too-wide", (await county.ReadAsync(async (services, _) =>
        {
            var query = (await services.GetRequiredService<HazardQueries>().OfAsync(new HazardFilter(), await county.ActorAsync("officer1"), default)).Value;
            query.MostSorted = 1;
            return await query.PageAsync(HazardOrder.Parse("state")!, null, 2, default);
        })).Rejection!.Code);
    }

    [Fact]
    public async Task A_filter_nobody_knows_is_refused_by_name()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var actor = await county.ActorAsync("officer1");
        var refused = await county.ReadAsync((services, _) => services.GetRequiredService<HazardQueries>().OfAsync(
            new HazardFilter { State = "OPEN", Grade = "BIG", Due = "SOON", Source = "X", PlaceType = "MOON", EquipmentKind = "ROCKET", FoundFrom = new(2026, 3, 2), FoundTo = new(2026, 3, 1) }, actor, default));
        Assert.Equal(["due", "equipmentKind", "foundTo", "grade", "placeType", "source", "state"], refused.Rejection!.Errors.Select(e => e.Field).Order());
        Assert.Null(HazardOrder.Parse("title"));
        Assert.Null(HazardOrder.Parse("state,grade,overdue,number"));
        var lost = await county.ReadAsync(async (services, _) => await (await services.GetRequiredService<HazardQueries>().OfAsync(new HazardFilter(), actor, default)).Value
            .PageAsync(HazardOrder.Parse("-updatedAt")!, "not-a-place", 10, default));
        Assert.Equal("hazards.after", lost.Rejection!.Code);
    }

    [Fact]
    public async Task Words_find_by_the_beginning_of_a_code_and_by_any_part_of_a_name()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var first = await county.ReportAsync();
        var registered = await county.RegisteredAsync();
        var other = await county.OtherUnitsHazardAsync();
        var (number, code, unit) = await county.ReadAsync(async (_, db) =>
        {
            var hazard = await db.Set<Hazard>().SingleAsync(h => h.MatterId == registered);
            return ((await db.Set<Matter>().SingleAsync(m => m.Id == registered)).Number!, hazard.EquipmentCode!, hazard.EnterpriseName!);
        });
        Assert.Equal([registered], await IdsAsync(county, new HazardFilter { Q = number[..^1] }));
        Assert.Contains(registered, await IdsAsync(county, new HazardFilter { Q = code[..6] }));
        Assert.Empty(await IdsAsync(county, new HazardFilter { Q = code[1..] }));
        Assert.Equal(new[] { first, registered }.Order(), (await IdsAsync(county, new HazardFilter { Q = unit[1..4] })).Order());
        Assert.DoesNotContain(other, await IdsAsync(county, new HazardFilter { Q = unit[1..4] }));
        Assert.Equal([registered], await IdsAsync(county, new HazardFilter { Q = $"{unit[1..4]} {number[..4]}" }));
        Assert.Equal(3, (await IdsAsync(county, new HazardFilter { Q = "锁" })).Count); // one character has no pair: the texts are read
        Assert.Empty(await IdsAsync(county, new HazardFilter { Q = "门锁 游乐园" }));
    }

    [Fact]
    public async Task Facets_count_the_rows_behind_each_value()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.ReportAsync();
        await county.RegisteredAsync();
        await county.OrderedAsync("2026-03-05");
        var actor = await county.ActorAsync("officer1");
        var facets = await county.ReadAsync(async (services, _) => await CountHazards.CountAsync(
            (await services.GetRequiredService<HazardQueries>().OfAsync(new HazardFilter(), actor, default)).Value, false, services.GetRequiredService<IDirectory>(),
            services.GetRequiredService<DeadlineRules>().Now.Calendar, new DateOnly(2026, 3, 3), default));
        Assert.Equal((3, false), (facets.Total, facets.IsCapped));
        foreach (var count in facets.State)
            Assert.Equal(count.Count, (await IdsAsync(county, new HazardFilter { State = count.Value })).Count);
        foreach (var count in facets.EquipmentKind)
            Assert.Equal(count.Count, (await IdsAsync(county, new HazardFilter { EquipmentKind = count.Value })).Count);
        foreach (var count in facets.PlaceType)
            Assert.Equal(count.Count, (await IdsAsync(county, new HazardFilter { PlaceType = count.Value })).Count);
        foreach (var count in facets.Region)
            Assert.Equal(count.Count, (await IdsAsync(county, new HazardFilter { Region = count.Value })).Count);
        Assert.Equal(3, facets.EquipmentKind.Sum(c => c.Count));
        Assert.Equal(1, facets.Due.Within3);
    }

    private static async Task<List<Guid>> IdsAsync(County county, HazardFilter filter, string who = "officer1")
    {
        var actor = await county.ActorAsync(who);
        return await county.ReadAsync(async (services, _) =>
        {
            var query = (await services.GetRequiredService<HazardQueries>().OfAsync(filter, actor, default)).Value;
            var page = (await query.PageAsync(HazardOrder.Parse(filter.Sort)!, null, 200, default)).Value;
            Assert.Equal(page.Total, page.Items.Count);
            return page.Items.Select(r => r.Matter.Id).ToList();
        });
    }

    /// <summary>Two rows at a time, until there is no more.</summary>
    private static async Task<List<Guid>> PagedAsync(County county, string sort, int gathered = 100, int sorted = 100)
    {
        var actor = await county.ActorAsync("officer1");
        return await county.ReadAsync(async (services, _) =>
        {
            var query = (await services.GetRequiredService<HazardQueries>().OfAsync(new HazardFilter(), actor, default)).Value;
            (query.MostGathered, query.MostSorted) = (gathered, sorted);
            var order = HazardOrder.Parse(sort)!;
            var seen = new List<Guid>();
            for (string? after = null; ;)
            {
                var page = (await query.PageAsync(order, after, 2, default)).Value;
                seen.AddRange(page.Items.Select(r => r.Matter.Id));
                if ((after = page.Next) is null)
                    return seen;
            }
        });
    }

    private static async Task<List<Guid>> AllAsync(County county, string sort, int gathered)
    {
        var actor = await county.ActorAsync("officer1");
        return await county.ReadAsync(async (services, _) =>
        {
            var query = (await services.GetRequiredService<HazardQueries>().OfAsync(new HazardFilter(), actor, default)).Value;
            query.MostGathered = gathered;
            var seen = new List<Guid>();
            await foreach (var row in query.AllAsync(HazardOrder.Parse(sort)!, default))
                seen.Add(row.Matter.Id);
            return seen;
        });
    }
}
