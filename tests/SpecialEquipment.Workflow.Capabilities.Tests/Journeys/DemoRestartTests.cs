using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Demo;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>The process dies while the demo cases are acted out, again and again.</summary>
public sealed class DemoRestartTests
{
    private const int Cases = 16;
    private const string Start = "2026-11-20 17:30";

    [Fact]
    public async Task Cases_cut_off_at_any_act_go_on_there_and_become_the_same_cases()
    {
        await using var whole = await County.AtAsync(Start);
        Assert.True(await RunAsync(whole, int.MaxValue));
        var expected = await CasesAsync(whole);
        Assert.Equal(Cases, expected.Count);

        await using var cut = await County.AtAsync(Start);
        var starts = 1;
        while (!await RunAsync(cut, acts: 13))
            starts++;

        Assert.True(starts > 3, $"only {starts} starts");
        Assert.Equal(expected, await CasesAsync(cut));
        await cut.NothingFaultedAsync();
        foreach (var matter in await cut.ReadAsync((_, db) => db.Set<Matter>().Select(m => m.Id).ToListAsync()))
            Assert.True((await cut.ReadAsync((_, db) => VerifyLedger.RunAsync(db, matter, CancellationToken.None))).IsIntact);
        Assert.True(await RunAsync(cut, acts: 0)); // nothing is left to do
    }

    /// <summary>A start of the server that lives for so many acts; true when the cases stood before it died.</summary>
    private static async Task<bool> RunAsync(County county, int acts)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Demo:Hazards", $"{Cases}")]).Build();
        var ring = new MortalRing(county.Services.GetRequiredService<IActRing>(), acts);
        var demo = ActivatorUtilities.CreateInstance<DemoHazards>(county.Services, ring, settings);
        try
        {
            await demo.LoadAsync(CancellationToken.None);
            await demo.ActOutAsync(CancellationToken.None);
            Assert.Equal(0, demo.Refused);
            return true;
        }
        catch (ProcessDiedException)
        {
            return false;
        }
    }

    /// <summary>What there is to see of the cases, in the order of their reports.</summary>
    private static Task<List<string>> CasesAsync(County county) => county.ReadAsync(async (_, db) =>
    {
        // whether a case is drawn for a look-back depends on its id, which differs between the two counties
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => !e.Summary.Contains("回头看")).GroupBy(e => e.MatterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var matters = await db.Set<Matter>().AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Title).ToListAsync();
        return matters.Select(m => $"{m.CreatedAt:O} {m.Title} {m.State} {m.Grade} {m.IsOverdue} v{m.Version} {entries[m.Id]}").ToList();
    });

    /// <summary>The real ring of a process that dies after so many of the demo people's acts: the last one is committed, and nobody lives to know it.</summary>
    private sealed class MortalRing(IActRing ring, int acts) : IActRing
    {
        private int left = acts;

        public async Task<Result<T>> RunAsync<T>(
            string name, Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body, DateTimeOffset? at, CancellationToken cancellation)
        {
            var result = await ring.RunAsync(name, actor, body, at, cancellation);
            return name != "demo/hazards" || --left > 0 ? result : throw new ProcessDiedException();
        }
    }

    private sealed class ProcessDiedException : Exception;
}
