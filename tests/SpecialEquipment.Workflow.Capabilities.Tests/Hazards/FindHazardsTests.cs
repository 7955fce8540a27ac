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

        foreach (var sort in new[] { "-updatedAt", "updatedAt", "-foundAt", "foundAt", "createdAt", "-createdAt", "deadline", "-deadline" })
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
    public async Task A_filter_nobody_knows_is_refused_by_name()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var actor = await county.ActorAsync("officer1");
        var (_, rejection) = await county.ReadAsync((services, db) => QueryAsync(services, db, county, new HazardFilter { State = "OPEN", Grade = "BIG", Due = "SOON", Source = "X" }, actor));
        Assert.Equal(["due", "grade", "source", "state"], rejection!.Errors.Select(e => e.Field).Order());
        Assert.Null(HazardOrder.Parse("title"));
    }

    private static Task<(IQueryable<HazardRow>? Rows, Shared.Acts.Rejection? Rejection)> QueryAsync(
        IServiceProvider services, Storage.WorkflowDbContext db, County county, HazardFilter filter, Shared.Acts.Actor actor) =>
        FindHazards.QueryAsync(filter, actor, db, services.GetRequiredService<MatterAccess>(), services.GetRequiredService<IDirectory>(),
            services.GetRequiredService<DeadlineRules>().Now.Calendar, county.Now, CancellationToken.None);

    private static async Task<List<Guid>> IdsAsync(County county, HazardFilter filter, string who = "officer1")
    {
        var actor = await county.ActorAsync(who);
        return await county.ReadAsync(async (services, db) =>
            await (await QueryAsync(services, db, county, filter, actor)).Rows!.Select(r => r.Matter.Id).ToListAsync());
    }

    /// <summary>Two rows at a time, until there is no more.</summary>
    private static async Task<List<Guid>> PagedAsync(County county, string sort)
    {
        var actor = await county.ActorAsync("officer1");
        return await county.ReadAsync(async (services, db) =>
        {
            var rows = (await QueryAsync(services, db, county, new HazardFilter(), actor)).Rows!;
            var order = HazardOrder.Parse(sort)!;
            var seen = new List<Guid>();
            for (string? after = null; ;)
            {
                var page = await order.Page(rows, after, 3).ToListAsync();
                seen.AddRange(page.Take(2).Select(r => r.Matter.Id));
                if (page.Count <= 2)
                    return seen;
                after = order.Cursor(page[1]);
            }
        });
    }
}
