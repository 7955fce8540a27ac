using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Search;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;
using SpecialEquipment.Workflow.Storage.Search;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Search;

public sealed class FillSearchTests
{
    [Fact]
    public async Task Hazards_older_than_the_index_are_brought_in_once_and_from_where_it_stopped()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.ReportAsync();
        var second = await county.ReportAsync();
        await county.OrderedAsync("2026-03-05");
        var before = await PairsAsync(county);
        var dueOrders = await county.ReadAsync((_, db) => db.Set<Matter>().OrderBy(m => m.Key).Select(m => m.DueOrder).ToListAsync());

        // as an upgrade leaves it: columns empty, no pairs, and the first of three rows already done when the server died
        await county.ReadAsync(async (_, db) =>
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM matter_gram; UPDATE matter SET search_text = '', source = NULL, due_order = '9999-12-31'; DELETE FROM search_mark; INSERT INTO search_mark (name, done, last) VALUES ('hazards', 1, 3)");
            return 0;
        });
        await FillAsync(county);
        var half = await county.ReadAsync((_, db) => db.Set<Matter>().OrderBy(m => m.Key).Select(m => m.Source).ToListAsync());
        Assert.Equal([null, "ROUTINE", "ROUTINE"], half);
        Assert.Equal(second, await county.ReadAsync((_, db) => db.Set<Matter>().Where(m => m.SearchText != "").OrderBy(m => m.Key).Select(m => m.Id).FirstAsync()));

        await county.ReadAsync(async (_, db) => await db.Database.ExecuteSqlRawAsync("DELETE FROM search_mark WHERE name = 'hazards'"));
        await FillAsync(county);
        await FillAsync(county);
        Assert.Equal(before, await PairsAsync(county));
        Assert.Equal(dueOrders, await county.ReadAsync((_, db) => db.Set<Matter>().OrderBy(m => m.Key).Select(m => m.DueOrder).ToListAsync()));
        Assert.True(await county.ReadAsync((_, db) => db.Set<SearchMark>().AllAsync(m => m.FinishedAt != null)));
    }

    private static Task<int> PairsAsync(County county) => county.ReadAsync((_, db) => db.Set<Gram<Matter>>().CountAsync());

    private static async Task FillAsync(County county) =>
        await county.ReadAsync(async (services, _) =>
        {
            await services.GetServices<IStartupStep>().OfType<FillSearch>().Single().RunAsync(CancellationToken.None);
            return 0;
        });
}
