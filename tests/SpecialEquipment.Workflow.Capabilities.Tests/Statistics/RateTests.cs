using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Statistics;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Statistics;

/// <summary>Rates, zero and dynamic zero over hazards that really went their way (DOMAIN §4.3).</summary>
public sealed class RateTests
{
    [Fact]
    public async Task Counters_kept_by_the_acts_equal_a_recount_also_after_folding()
    {
        await using var county = await SomeLivesAsync();
        Assert.Empty(await DifferencesAsync(county));
        var before = await SumAsync(county);
        Assert.True(before.Rows > 10);
        var duty = county.Services.GetServices<IDuty>().Single(d => d.Name == "statistics/roll-up-tallies");
        await duty.RunAsync(county.Now, CancellationToken.None);
        var after = await SumAsync(county);
        Assert.Equal(before with { Rows = after.Rows }, after);
        Assert.True(after.Rows < before.Rows);
        Assert.Empty(await DifferencesAsync(county));
    }

    [Fact]
    public async Task A_counter_that_was_spoilt_is_found_and_mended()
    {
        await using var county = await SomeLivesAsync();
        var ring = county.Services.GetRequiredService<IActRing>();
        await ring.RunAsync<bool>("spoil", Actor.System, async (act, stop) =>
        {
            (await act.Db.Set<MatterTally>().FirstAsync(t => t.Registered == 1, stop)).Registered = 7;
            return true;
        });
        Assert.Equal(-6, Assert.Single(await DifferencesAsync(county)).Registered);
        var receipt = await RecountTally.MendAllAsync(Actor.System, ring, county.Services.GetRequiredService<WorkflowDatabase>(), CancellationToken.None);
        Assert.Single(receipt.Mended);
        Assert.Empty(await DifferencesAsync(county));
    }

    [Fact]
    public async Task Rate_zero_and_dynamic_zero_follow_the_ledger()
    {
        await using var county = await SomeLivesAsync();
        // signed off, fixed on the spot, overdue, only registered; reported and dismissed stand outside
        var now = await CountAsync(county, new RateQuery { Region = "140581" });
        Assert.Equal(new HazardFigures(4, 2, 1, 0, 2, 1), now);
        Assert.Equal(("50.00 %", false, false), (now.Rate, now.IsZero, now.IsDynamicZero));
        var none = await CountAsync(county, new RateQuery { Region = "140581", From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 1, 31) });
        Assert.Equal((null, true, true), (none.Rate, none.IsZero, none.IsDynamicZero));

        // at the end of the day on which they were registered nothing was treated yet but what was fixed on the spot
        var then = await CountAsync(county, new RateQuery { Region = "140581", AsOf = new DateOnly(2026, 3, 2) });
        Assert.Equal((4, 1, 3, (int?)null), (then.Registered, then.Treated, then.Open, then.Overdue));
    }

    /// <summary>Published figures are frozen, whatever happens afterwards (DOMAIN §4.3, E3).</summary>
    [Fact]
    public async Task What_was_published_stays_as_it_was()
    {
        await using var county = await SomeLivesAsync();
        var form = new PublishRates.Form("2026 年一季度隐患治理率", "140581", new DateOnly(2026, 1, 1), null, null, null);
        var refused = await PublishAsync(county, "officer1", form);
        Assert.Equal("statistics.not-the-publisher", refused.Rejection!.Code);
        var published = (await PublishAsync(county, "approver1", form)).Value;
        Assert.Equal((4, 2, "50.00 %"), (published.Figures.Registered, published.Figures.Treated, published.Figures.Rate));

        await county.OtherUnitsHazardAsync();
        Assert.Equal(5, (await CountAsync(county, new RateQuery { Region = "140581" })).Registered);
        var read = await county.ReadAsync((_, db) => db.Set<PublishedRates>().AsNoTracking().SingleAsync());
        Assert.Equal(published.Figures, read.Figures);
        Assert.Equal("publish-rates", Assert.Single(await county.LedgerAsync(published.Id)).Act);
    }

    [Theory]
    [InlineData("999999", null, null, null, "region")]
    [InlineData("140581", "2026-03-05", "2026-03-01", null, "to")]
    [InlineData("140581", null, null, "2026-12-01", "asOf")]
    public async Task A_count_that_makes_no_sense_is_refused(string region, string? from, string? to, string? asOf, string field)
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        DateOnly? Day(string? text) => text is null ? null : County.Day(text);
        var refused = await PublishAsync(county, "approver1", new PublishRates.Form("治理率", region, Day(from), Day(to), Day(asOf), null));
        Assert.Equal(field, Assert.Single(refused.Rejection!.Errors).Field);
        Assert.False(await county.ReadAsync((_, db) => db.Set<PublishedRates>().AnyAsync()));
    }

    private static async Task<County> SomeLivesAsync()
    {
        var county = await County.AtAsync("2026-03-02 09:00");
        await county.ReportAsync();
        var dismissed = await county.ReportAsync();
        await county.BothAsync("officer1", "approver1", dismissed, "dismiss", new { reason = "不属于特种设备" });
        await county.RegisteredAsync();
        var spot = await county.GradedAsync();
        await county.BothAsync("inspector1", "inspector2", spot, "fix-on-spot", new
        {
            text = "当场更换触点", fixedAt = county.Now, secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
            before = new[] { await county.FileAsync("inspector1") }, after = new[] { await county.FileAsync("inspector1") },
        });
        await county.DoAsync("approver1", spot, "sign-off", new { opinion = "同意" });
        var done = await county.ReportedBackAsync("2026-03-20");
        var late = await county.RectifyingAsync("2026-03-10");
        await county.UntilAsync("2026-03-03 09:00");
        await county.BothAsync("inspector1", "inspector2", done, "reinspect", await county.ReinspectionAsync(passed: true));
        await county.DoAsync("approver1", done, "sign-off", new { opinion = "同意销号" });
        await county.UntilAsync("2026-03-11 09:00");
        Assert.True((await county.MatterAsync(late)).IsOverdue);
        await county.NothingFaultedAsync();
        return county;
    }

    private static async Task<HazardFigures> CountAsync(County county, RateQuery query)
    {
        var actor = await county.ActorAsync("approver1");
        return await county.ReadAsync(async (services, db) => await query.CountAsync(
            await services.GetRequiredService<MatterAccess>().VisibleAsync(db, actor, CancellationToken.None), new DateOnly(2026, 3, 11),
            services.GetRequiredService<IDirectory>(), CancellationToken.None));
    }

    private static async Task<Result<FindPublishedRates.PublishedView>> PublishAsync(County county, string who, PublishRates.Form form) =>
        await county.Services.GetRequiredService<IActRing>().RunAsync("publish", await county.ActorAsync(who), (act, stop) => PublishRates.DoAsync(form, act, stop));

    private static Task<List<TallyShare>> DifferencesAsync(County county) => county.ReadAsync(async (_, db) =>
    {
        var all = new List<TallyShare>();
        foreach (var region in await db.Set<Matter>().Select(m => m.RegionCode).Distinct().ToListAsync())
            all.AddRange(await RecountTally.DifferencesAsync(db, region, CancellationToken.None));
        return all;
    });

    private sealed record Sum(int Rows, int Unjudged, int Registered, int Treated, int Open, int Overdue);

    private static Task<Sum> SumAsync(County county) => county.ReadAsync(async (_, db) =>
    {
        var rows = await db.Set<MatterTally>().AsNoTracking().ToListAsync();
        return new Sum(rows.Count, rows.Sum(r => r.Unjudged), rows.Sum(r => r.Registered), rows.Sum(r => r.Treated), rows.Sum(r => r.Open), rows.Sum(r => r.Overdue));
    });
}
