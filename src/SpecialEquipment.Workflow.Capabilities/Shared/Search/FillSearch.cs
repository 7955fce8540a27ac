using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Search;

/// <summary>
/// Brings old rows into new search indices, once after an upgrade and before the first request: a list never answers from half an index.
/// The mark moves in the same commit as its batch, so whoever dies goes on from there.
/// </summary>
public sealed class FillSearch(IActRing ring, IEnumerable<ISearchFill> fills, ILogger<FillSearch> log) : IStartupStep
{
    private const int Batch = 200;
    private const int BatchesPerNote = 100;

    public int Order => 40;

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var fill in fills)
        {
            await MarkAsync(fill, cancellation);
            for (var batch = 1; await FillBatchAsync(fill, cancellation); batch++)
                if (batch % BatchesPerNote == 0)
                    log.LogInformation("search index {Name}: {Rows} old rows filled", fill.Name, batch * Batch);
        }
    }

    /// <summary>Newer rows index themselves, so the fill ends at the newest row there is now.</summary>
    private Task MarkAsync(ISearchFill fill, CancellationToken cancellation) => ring.RunAsync<bool>("search/mark", Actor.System, async (act, ct) =>
    {
        if (await act.Db.Set<SearchMark>().AnyAsync(m => m.Name == fill.Name, ct))
            return false;
        var last = await fill.LastAsync(act.Db, ct);
        act.Db.Add(new SearchMark { Name = fill.Name, Last = last, FinishedAt = last == 0 ? act.Now : null });
        return true;
    }, cancellation: cancellation);

    /// <returns>True while something is left to fill.</returns>
    private async Task<bool> FillBatchAsync(ISearchFill fill, CancellationToken cancellation)
    {
        var result = await ring.RunAsync<bool>("search/fill", Actor.System, async (act, ct) =>
        {
            var mark = await act.Db.Set<SearchMark>().SingleAsync(m => m.Name == fill.Name, ct);
            if (mark.FinishedAt is not null)
                return false;
            var done = await fill.FillAsync(act, mark.Done, mark.Last, Batch, ct);
            if (done is { } key)
                mark.Done = key;
            else
                mark.FinishedAt = act.Now;
            return done is not null;
        }, cancellation: cancellation);
        return result.IsRejected || result.Value; // busy: another node is at the same batch
    }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ITables, SearchTables>();
        services.AddSingleton<IStartupStep, FillSearch>();
    }
}
