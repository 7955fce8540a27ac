using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Search;

/// <summary>Brings rows that are older than a search index into it, a batch per act; safe to repeat from the last batch.</summary>
public interface ISearchFill
{
    /// <summary>Stable name of its mark.</summary>
    string Name { get; }

    /// <summary>Clustering key of the newest row; 0 when there is none. Newer rows index themselves.</summary>
    Task<long> LastAsync(WorkflowDbContext db, CancellationToken cancellation);

    /// <returns>Key of the last row of the batch; null when none is left.</returns>
    Task<long?> FillAsync(ActContext act, long after, long last, int take, CancellationToken cancellation);
}

/// <summary>How far a fill has come.</summary>
public sealed class SearchMark
{
    public required string Name { get; init; }
    public long Done { get; set; }

    /// <summary>Key of the newest row when the fill began.</summary>
    public long Last { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
}

internal sealed class SearchTables : ITables
{
    public void Map(ModelBuilder model)
    {
        var mark = model.Entity<SearchMark>();
        mark.ToTable("search_mark").HasKey(m => m.Name);
        mark.Property(m => m.Name).HasMaxLength(40);
        mark.Property(m => m.Done).IsConcurrencyToken();
    }
}
